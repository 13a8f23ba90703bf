import { bookedHere, reversalStands, reversedOnce, somethingBooked } from '#domain/case/gates/reversal.ts'
import type { Fact, Role } from '#domain/procedure/definition.ts'

const HEADS: readonly Role[] = ['unit-head', 'agency-head']

export const REVERSAL_FACTS = {
  'reversed-payment': {
    title: '冲销哪一笔缴款',
    kind: 'payment',
    per: 'case',
    disclosure: 'officials',
    eachTime: true,
  },
  'reversal-reason': {
    title: '冲销的理由',
    kind: 'long-text',
    per: 'case',
    disclosure: 'officials',
    eachTime: true,
    maxLength: 500,
    help: '写明错在哪里、正确的是什么，如“误登到本案，实为另一案件当事人的缴款，票据号相近”',
  },
} as const satisfies Record<string, Fact>

const REVERSE = {
  title: '冲销误登的缴款',
  by: 'handler',
  approval: HEADS,
  asks: ['reversed-payment', 'reversal-reason'],
  gates: [somethingBooked, bookedHere, reversedOnce, reversalStands],
  adds: 'reversal',
  basis: '《行政处罚法》第六十七条',
} as const

/** A payment that was booked by mistake is taken back: proposed by a handler with the reason, agreed to by both heads. */
export const REVERSAL = { 'reverse-payment': REVERSE } as const
/** The same, with the form for matters of a penalty. */
export const REVERSAL_ON_PAPER = { 'reverse-payment': { ...REVERSE, issues: ['matter-approval'] } } as const
