import type { Problem } from '#contract/problem.ts'

export type Sentence = { readonly sentence: string; readonly basis?: string }
export type MappedErrors = {
  /** By pointer of a field on this form. */
  readonly fields: Readonly<Record<string, readonly Sentence[]>>
  /** What belongs to no field here. */
  readonly rest: readonly Sentence[]
}
export const NO_ERRORS: MappedErrors = { fields: {}, rest: [] }

/** Puts each sentence of a refusal beside its field; what has none goes to the summary, so that nothing is lost. */
export function mapErrors(problem: Problem, pointers: readonly string[]): MappedErrors {
  const { errors = [] } = problem
  if (errors.length === 0) return { fields: {}, rest: [said(problem.detail ?? problem.title, problem.basis)] }
  const placed = errors.map(({ pointer, sentence, basis }) => ({
    at: knownPointer(fieldOf(pointer), pointers),
    said: said(sentence, basis),
  }))
  const known = [...new Set(placed.flatMap(({ at }) => (at === undefined ? [] : [at])))]
  const sentencesAt = (wanted: string | undefined) => placed.filter(({ at }) => at === wanted).map((item) => item.said)
  return {
    fields: Object.fromEntries(known.map((at) => [at, sentencesAt(at)])),
    rest: sentencesAt(undefined),
  }
}

function said(sentence: string, basis: string | undefined): Sentence {
  return basis ? { sentence, basis } : { sentence }
}

/** `/facts/party/<id>/heard` and `heard@<id>` are one field; other JSON pointers lose their first slash. */
export function fieldOf(pointer: string): string {
  const plain = pointer
    .replace(/^\/(?:input\/)?/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
  const [, per, first = '', second] = /^facts\/(case|party|violation)\/([^/]+)(?:\/([^/]+))?/.exec(plain) ?? []
  if (per === undefined) return plain
  return per === 'case' || second === undefined ? first : `${second}@${first}`
}

/** The field itself, or the field that it is a part of (`parties/0` belongs to `parties`). */
function knownPointer(field: string, pointers: readonly string[]): string | undefined {
  if (pointers.includes(field)) return field
  return pointers.find((pointer) => field.startsWith(`${pointer}/`))
}

export function hasErrors({ fields, rest }: MappedErrors): boolean {
  return rest.length > 0 || Object.keys(fields).length > 0
}
