import { reversalGates } from '#domain/case/gates/reversal.ts'
import type { Basis, Fact, Role } from '#domain/procedure/definition.ts'

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

/** A payment that was booked by mistake is taken back: proposed by a handler with the reason, agreed to by both heads. */
export function reversal(basis: Basis) {
  const reverse = {
    title: '冲销误登的缴款',
    by: 'handler',
    approval: HEADS,
    asks: ['reversed-payment', 'reversal-reason'],
    gates: reversalGates(basis),
    adds: 'reversal',
    basis,
  } as const
  return { 'reverse-payment': reverse } as const
}

/** Who fines does not collect: what the bank has taken is what is booked. */
export const FINE_PAID: Basis = '《行政处罚法》第六十七条'
export const REVERSAL = reversal(FINE_PAID)
/** The same, with the form for matters of a penalty. */
export const REVERSAL_ON_PAPER = {
  'reverse-payment': { ...REVERSAL['reverse-payment'], issues: ['matter-approval'] },
} as const
