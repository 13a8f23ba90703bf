import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { appliedByToday, decidedByAnother, onePersonNamed } from '#domain/case/gates/recusal.ts'
import type { Action, Basis, Fact, Gate } from '#domain/procedure/definition.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import type { HANDLER_FACTS } from './handlers.ts'

const officials = { per: 'case', disclosure: 'officials' } as const

const FACTS = {
  applicant: { title: '申请人', kind: 'text', ...officials },
  recused: { title: '被申请回避人', kind: 'people', ...officials, help: '一份申请写一名' },
  'recusal-reason': { title: '理由', kind: 'long-text', ...officials },
  'applied-on': { title: '申请日期', kind: 'date', ...officials },
  'verdict-words': { title: '决定', kind: 'text', ...officials },
  'verdict-reason': { title: '决定的理由', kind: 'long-text', ...officials },
  'withdrawn-why': { title: '撤回的情况', kind: 'text', ...officials },
} as const satisfies Record<string, Fact>

/** What only some ways of deciding ask. */
type MoreFacts = keyof typeof HANDLER_FACTS | 'discussed-on' | 'attendees'
type FactName = keyof typeof FACTS | MoreFacts | 'applicant-part' | 'recusal-ground'
type Decision = Action<'granted' | 'refused', FactName, never>

type Shape = {
  readonly code: string
  readonly version: string
  readonly validFrom: PlainDate
  readonly title: string
  readonly basis: Basis
  /** What the stage is called in which it waits for the decision. */
  readonly judging: string
  /** Who may ask, and on which grounds. */
  readonly parts: readonly string[]
  readonly grounds: readonly string[]
  readonly asking: Basis
  readonly deciding: Basis
  /** What a request must also be under this law. */
  readonly asked?: readonly Gate[]
  /** What the head alone must also look at before granting, and before either. */
  readonly granting?: readonly Gate[]
  readonly either?: readonly Gate[]
  /** Other ways in which this law has it decided. */
  readonly others?: Readonly<Record<string, Decision>>
  /** What these ask beside. */
  readonly facts?: { readonly [Name in MoreFacts]?: Fact }
}

/** What every decision on a recusal issues and opens: the party is told in writing. */
export const TOLD = { issues: ['recusal-decision'], opens: 'delivery' } as const
export const VERDICT = ['verdict-words', 'verdict-reason'] as const

/** Standing aside under one law or rule: asked for, decided by a head, or taken back; what is under way goes on until then. */
export function recusalOf({ code, version, validFrom, title, basis, judging, parts, grounds, ...law }: Shape) {
  const { asking, deciding, asked = [], granting = [], either = [], others = {}, facts = {} } = law
  const byHead = { by: 'agency-head', asks: VERDICT, ...TOLD, basis: deciding } as const
  return procedureOf({
    code,
    version,
    validFrom,
    title,
    basis,
    start: 'asked',
    facts: {
      ...FACTS,
      'applicant-part': { title: '申请人的身份', kind: 'choice', ...officials, choices: parts },
      'recusal-ground': { title: '回避情形', kind: 'choice', ...officials, choices: grounds },
      ...(facts as Readonly<Record<MoreFacts, Fact>>),
    },
    clocks: {},
    stages: {
      asked: {
        title: '提出申请',
        actions: {
          request: {
            title: '登记回避申请',
            by: ['handler', 'clerk', 'unit-head', 'reviewer', 'host', 'agency-head'],
            asks: ['applicant', 'applicant-part', 'recused', 'recusal-ground', 'recusal-reason', 'applied-on'],
            gates: [onePersonNamed(basis), appliedByToday(basis), ...asked],
            issues: ['recusal-application'],
            to: 'judging',
            basis: asking,
          },
          drop: { title: '不提出了', by: ['handler', 'clerk'], to: 'dropped', basis: asking },
        },
      },
      judging: {
        title: judging,
        actions: {
          grant: {
            title: '决定回避',
            ...byHead,
            gates: [decidedByAnother(basis), ...either, ...granting],
            to: 'granted',
          },
          refuse: {
            title: '驳回回避申请',
            ...byHead,
            gates: [decidedByAnother(basis), ...either],
            to: 'refused',
          },
          ...others,
          'take-back': {
            title: '登记撤回申请',
            by: ['handler', 'clerk'],
            asks: ['withdrawn-why'],
            to: 'withdrawn',
            basis: asking,
          },
        },
      },
      granted: { title: '决定回避', ends: 'granted', actions: {} },
      refused: { title: '驳回申请', ends: 'refused', actions: {} },
      withdrawn: { title: '撤回', ends: 'withdrawn', actions: {} },
      dropped: { title: '没有提出', ends: 'dropped', actions: {} },
    },
  })
}
