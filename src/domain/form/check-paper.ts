import { DOCUMENT_KINDS } from '../document/registry.ts'
import type { CheckedFact, FactRow, FactShape } from './check-fact.ts'
import { textProblem, tidy } from './text-problems.ts'

/** Under which key the row of a chosen paper says what it is; its other keys are the labels of that kind. */
export const PAPER = 'paper'
const FIELD_LENGTH = 5_000

export type ChosenPaper = { readonly code: string; readonly fields: Readonly<Record<string, string>> }

/** The paper that a fact of this kind names, with its fields; nothing where it is none, as in a form half filled in. */
export function paperIn(value: unknown): ChosenPaper | undefined {
  const row = Array.isArray(value) ? (value[0] as unknown) : undefined
  if (!isRecord(row)) return undefined
  const { [PAPER]: code, ...fields } = row
  return typeof code === 'string' && code !== '' ? { code, fields: fields as Record<string, string> } : undefined
}

/** What the head of a record asks beside the fields of its kind. */
export const HEAD_OF_RECORD = {
  startedAt: '开始时间',
  endedAt: '结束时间',
  place: '地点',
  recorder: '记录人',
} as const

/** The labels that a kind of paper asks, in the order in which they are filled in. */
export function fieldsOfPaper(code: string): readonly string[] {
  const { fields = [], blocks = [] } = DOCUMENT_KINDS.find((kind) => kind.code === code) ?? {}
  if (fields.length === 0 || !blocks.includes('record')) return fields
  return [...Object.values(HEAD_OF_RECORD).filter((label) => !fields.includes(label)), ...fields]
}

/** One paper of those that are offered, with everything that its kind asks and nothing else. */
export function checkPaper(fact: FactShape, raw: unknown): CheckedFact {
  const [row, ...more] = Array.isArray(raw) ? (raw as readonly unknown[]) : []
  const paper = more.length === 0 ? paperIn([row]) : undefined
  if (!paper || !fact.choices?.includes(paper.code)) return refused(fact, '应从列出的文书里选一种')
  const labels = fieldsOfPaper(paper.code)
  const isStrange = Object.keys(paper.fields).some((label) => !labels.includes(label))
  if (isStrange) return refused(fact, '有不认识的栏目，请刷新页面后重填')
  const problem = labels.map((label) => fieldProblem(label, paper.fields[label])).find((one) => one !== undefined)
  if (problem !== undefined) return refused(fact, problem)
  const said = labels.map((label) => [label, tidy(paper.fields[label] ?? '')])
  const kept: FactRow = { [PAPER]: paper.code, ...Object.fromEntries(said) }
  return { ok: true, value: [kept] }
}

function fieldProblem(label: string, raw: unknown): string | undefined {
  if (raw !== undefined && typeof raw !== 'string') return `的“${label}”应为文字`
  const text = tidy(raw ?? '')
  if (text === '') return `的“${label}”没有填写，没有这一项内容的写“无”`
  const problem = textProblem(text, { title: label, maxLength: FIELD_LENGTH, multiline: true })
  return problem && `：${problem}`
}

/** The same half filled in, for a preview: what is sound of it, and the rest left blank. */
export function draftPaper(choices: readonly string[], raw: unknown): readonly FactRow[] | undefined {
  const paper = paperIn(raw)
  if (!paper || !choices.includes(paper.code)) return undefined
  const sound = fieldsOfPaper(paper.code).map((label) => {
    const text = paper.fields[label]
    return [label, fieldProblem(label, text) === undefined ? tidy(String(text)) : ''] as const
  })
  return [{ [PAPER]: paper.code, ...Object.fromEntries(sound) }]
}

/** As it is read: the title of the paper, then each field on a line of its own. */
export function describePaper(value: unknown): string {
  const paper = paperIn(value)
  if (!paper) return ''
  const title = DOCUMENT_KINDS.find(({ code }) => code === paper.code)?.title ?? paper.code
  const lines = fieldsOfPaper(paper.code).map((label) => `${label}：${paper.fields[label] ?? ''}`)
  return [`《${title}》`, ...lines].join('\n')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused({ title }: FactShape, reason: string): CheckedFact {
  return { ok: false, reason: `“${title}”${reason}` }
}
