import { randomUUID } from 'node:crypto'

/** A UUID version 7 (RFC 9562): 48 bits of milliseconds, then random, so that new rows stand together in an index. */
export function newId(atMs: number = Date.now()): string {
  const time = atMs.toString(16).padStart(12, '0')
  // Node draws the randomness of version 4 ids in advance; its variant bits are the same.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text has the form of an id; asked before it reaches the database, which would answer with an error. */
export function isId(text: string): boolean {
  return SHAPE.test(text)
}
