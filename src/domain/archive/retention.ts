import type { PlainDate } from '../calendar/plain-date.ts'
import { type CaseState, rootRun } from '../case/state.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import type { ParameterValues } from '../parameter/resolution.ts'

/** 保管期限: classes of 国家档案局令第8号. */
export const RETENTIONS = ['永久', '30年', '10年'] as const
export type Retention = (typeof RETENTIONS)[number]

export function isRetention(text: unknown): text is Retention {
  return (RETENTIONS as readonly unknown[]).includes(text)
}

export type ProposedRetention = { readonly value: Retention; readonly why: string }

/** The class that the agency's rules give a case: what the handler has set with the dossier, else by its outcome. */
export function retentionOf(state: CaseState, parameters: ParameterValues, on: PlainDate): ProposedRetention {
  const set = rootRun(state).facts.case.retention
  if (isRetention(set)) return { value: set, why: '立卷时填写' }
  const code = codeOf(state)
  const value = parameterValueOf(parameters, code, on)
  return { value: isRetention(value) ? value : '30年', why: WHY[code] }
}

const WHY = {
  'archive.retention-major': '重大、复杂或者经过听证的案件',
  'archive.retention-ordinary': '作出决定的案件',
  'archive.retention-undecided': '没有作出处罚、许可决定的案件',
} as const

/** Cases that came to nothing are kept least long. */
const UNDECIDED: ReadonlySet<string> = new Set([
  'not-filed',
  'filing-withdrawn',
  'out-of-time',
  'terminated',
  'rejected',
  'withdrawn',
])

function codeOf(state: CaseState): keyof typeof WHY {
  const root = rootRun(state)
  if (UNDECIDED.has(root.outcome ?? '')) return 'archive.retention-undecided'
  const { case: facts } = root.facts
  const isMajor = facts['is-major'] === true || facts['is-complicated'] === true
  const hasHearing = state.runs.some(({ procedure }) => procedure === 'hearing')
  return isMajor || hasHearing ? 'archive.retention-major' : 'archive.retention-ordinary'
}
