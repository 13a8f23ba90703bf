import type { RangeProblem } from './penalty-range.ts'
import type { Token } from './range-token.ts'

/** Leaves the parser at the first thing it cannot read; caught by `parseRange`, never seen outside. */
export class Unreadable extends Error {
  readonly problem: RangeProblem
  constructor(code: RangeProblem['code'], position: number, sentence: string) {
    super(sentence)
    this.problem = { code, position, sentence }
  }
}

export type Cursor = {
  readonly source: string
  readonly tokens: readonly Token[]
  /** Start offsets of the amounts that a clause, condition or subject has taken in; the rest is refused at the end. */
  readonly used: Set<number>
  at: number
}

export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead]
}

export function isAtEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.tokens.length
}

/** Takes the next token when it has this type. */
export function take<T extends Token['type']>(cursor: Cursor, type: T): Extract<Token, { type: T }> | undefined {
  const token = peek(cursor)
  if (token?.type !== type) return undefined
  cursor.at += 1
  return token as Extract<Token, { type: T }>
}

/** Index of the first token from the cursor on that fits, or -1. */
export function findFrom(cursor: Cursor, fits: (token: Token, index: number) => boolean): number {
  for (let index = cursor.at; index < cursor.tokens.length; index += 1) {
    const token = cursor.tokens[index]
    if (token !== undefined && fits(token, index)) return index
  }
  return -1
}

// 第（三）项, 建（构）筑物 belong to the text; （包括已售出和未售出的，下同） is a remark.
const LONGEST_MARK = 5

/** The source text of tokens [from, to) without remarks in parentheses and without white space. */
export function textOf(cursor: Cursor, from: number, to: number): string {
  return cursor.tokens
    .slice(from, to)
    .filter((token) => token.type !== 'note' || token.end - token.start <= LONGEST_MARK)
    .map((token) => cursor.source.slice(token.start, token.end))
    .join('')
    .replace(/\s+/g, '')
}

/** Offset of the next token, or of the end of the tokens. */
export function position(cursor: Cursor): number {
  return peek(cursor)?.start ?? cursor.tokens.at(-1)?.end ?? cursor.source.length
}
