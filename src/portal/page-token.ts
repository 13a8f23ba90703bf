import { parsePlainDate } from '#domain/calendar/plain-date.ts'

/** Where a page begins: after this decision, in the order of publication. */
export type PageToken = { readonly at: string; readonly id: string }

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

export function isDecisionId(text: string): boolean {
  return ID.test(text)
}

export function writeToken({ at, id }: PageToken): string {
  return `${at}_${id}`
}

/** The token, or undefined when the text is none that we could have written. */
export function readToken(text: string): PageToken | undefined {
  const [at = '', id = '', ...rest] = text.split('_')
  const date = INSTANT.exec(at)?.[1]
  const isOurs = date !== undefined && parsePlainDate(date) !== undefined && isDecisionId(id) && rest.length === 0
  return isOurs ? { at, id } : undefined
}
