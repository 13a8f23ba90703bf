import type { z } from 'zod'
import type { FieldError } from '#contract/problem.ts'
import { collectBadText, pointerPart, shorten } from './bad-text.ts'
import { type Refused, refused } from './errors.ts'
import { inputSentence } from './input-sentences.ts'
import type { InputSchemas } from './route.ts'

export type RawInput = {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly headers: unknown
}
type Part = keyof RawInput

/** Where a field stands: body as a JSON pointer, the other parts with a mark before it. */
const PREFIX: Readonly<Record<Part, string>> = { params: ':', query: '?', body: '', headers: 'header:' }
const MAX_ERRORS = 20

/** All parts of the input at once, so that one answer names every mistake. */
export function parseInput(schemas: InputSchemas, raw: RawInput): { input: Record<string, unknown> } | Refused {
  const input: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const part of ['params', 'query', 'body', 'headers'] as const) {
    const schema = schemas[part]
    if (schema) input[part] = parsePart(schema, part, raw[part], errors)
    else if (part === 'query' || part === 'body') refuseUnasked(part, raw[part], errors)
  }
  if (errors.length === 0) return { input }
  // A wrong id in the path names nothing: that is a 404 like any other unknown id, so that ids cannot be probed by their form.
  if (errors.every(({ pointer }) => pointer.startsWith(PREFIX.params)))
    return refused('not-found', '没有这个网址对应的内容。')
  return refused('invalid-input', undefined, { errors: errors.slice(0, MAX_ERRORS) })
}

function parsePart(schema: z.ZodType, part: Part, value: unknown, errors: FieldError[]): unknown {
  if (part !== 'body') collectBadText(value, PREFIX[part], errors)
  const parsed = schema.safeParse(value, { error: inputSentence, reportInput: false })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) errors.push(...fieldErrors(issue, PREFIX[part]))
  return undefined
}

function fieldErrors(issue: z.core.$ZodIssue, prefix: string): FieldError[] {
  const pointer = prefix + issue.path.map((key) => `/${pointerPart(String(key))}`).join('')
  if (issue.code !== 'unrecognized_keys') return [{ pointer, sentence: issue.message }]
  return issue.keys.slice(0, MAX_ERRORS).map((key) => ({
    pointer: `${pointer}/${pointerPart(key)}`,
    sentence: `不认识“${shorten(key)}”这一项，请去掉。`,
  }))
}

function refuseUnasked(part: 'query' | 'body', value: unknown, errors: FieldError[]): void {
  if (value === undefined || value === null) return
  const keys = typeof value === 'object' ? Object.keys(value) : ['']
  for (const key of keys.slice(0, MAX_ERRORS)) {
    errors.push({ pointer: `${PREFIX[part]}/${pointerPart(key)}`, sentence: '这里不需要这一项，请去掉。' })
  }
}
