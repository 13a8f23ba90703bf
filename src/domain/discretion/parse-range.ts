import { readActions } from './parse-action.ts'
import { conditionLength, freshCondition, looksLikeCircumstance, readCondition } from './parse-condition.ts'
import { freshState, type ParseState } from './parse-state.ts'
import { isPenalty, type RangeProblem, type RangeResult } from './penalty-range.ts'
import { tokenizeRange } from './range-lexer.ts'
import { isAmount, type Token } from './range-token.ts'
import { type Cursor, textOf, Unreadable } from './token-cursor.ts'

const MAX_LENGTH = 10_000

/** Reads the text of a 处罚幅度; every amount in it is either in a clause or the text is refused with the place. */
export function parseRange(text: string): RangeResult {
  const problem = refuseOutright(text)
  if (problem !== undefined) return { ok: false, problem }
  try {
    return { ok: true, range: { clauses: readText(text) } }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

function refuseOutright(text: string): RangeProblem | undefined {
  if (text.trim() === '') return { code: 'empty', position: 0, sentence: '没有写处罚幅度' }
  if (text.length <= MAX_LENGTH) return undefined
  return { code: 'too-long', position: MAX_LENGTH, sentence: `处罚幅度不能超过 ${MAX_LENGTH} 个字` }
}

function readText(source: string): ParseState['clauses'] {
  const tokens = tokenizeRange(source)
  const used = new Set<number>()
  const state = freshState()
  for (const sentence of sentencesOf(tokens, source))
    readSentence({ source, tokens: sentence.tokens, used, at: 0 }, sentence, state)
  const missed = tokens.find((token) => isAmount(token) && !used.has(token.start))
  if (missed !== undefined) throw new Unreadable('not-understood', missed.start, '这个数额不知道属于哪一种处罚')
  if (!state.clauses.some(({ measure }) => statesPenalty(measure.kind))) {
    throw new Unreadable('no-penalty', 0, '没有写明任何处罚种类或者幅度')
  }
  return state.clauses
}

function statesPenalty(kind: ParseState['clauses'][number]['measure']['kind']): boolean {
  return kind === 'payment' || (kind !== 'cap' && kind !== 'deemed-base' && isPenalty(kind))
}

type Sentence = { readonly tokens: readonly Token[]; readonly provision: number; readonly isNew: boolean }

/** Sentences end at ；。： and line ends; a bar begins the next provision. Only after ； may a subject carry on. */
function sentencesOf(tokens: readonly Token[], source: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  const state = { start: 0, provision: 0, isNew: true }
  for (let end = 0; end <= tokens.length; end += 1) {
    const token = tokens[end]
    if (token === undefined || token.type === 'stop' || token.type === 'bar') {
      closeSentence(sentences, state, tokens.slice(state.start, end))
      if (token?.type === 'bar' && sentences.length > 0) state.provision += 1
      state.isNew ||= beginsAnew(token, source)
      state.start = end + 1
    }
  }
  return sentences
}

function closeSentence(
  sentences: Sentence[],
  state: { readonly provision: number; isNew: boolean },
  tokens: readonly Token[],
): void {
  if (tokens.length === 0) return
  sentences.push({ tokens, provision: state.provision, isNew: state.isNew })
  state.isNew = false
}

function beginsAnew(token: Token | undefined, source: string): boolean {
  return token?.type === 'bar' || (token !== undefined && !/[；;]/.test(source[token.start] ?? ''))
}

function readSentence(cursor: Cursor, sentence: Sentence, state: ParseState): void {
  if (sentence.provision !== state.provision) state.base = undefined
  state.provision = sentence.provision
  const inherited = sentence.isNew ? undefined : carriedSubject(state)
  state.condition = freshCondition()
  state.standard = undefined
  state.sentenceStart = state.clauses.length
  for (const [index, tokens] of segmentsOf(cursor.tokens).entries()) {
    readSegment(
      { ...cursor, tokens, at: 0 },
      index === 0 ? { next: segmentsOf(cursor.tokens)[1], inherited } : undefined,
      state,
    )
  }
}

// 情节严重的 grades what was said of the same person; 构成犯罪的, 造成损失的 begin something new.
const GRADE = /^(?:情节|后果|有其他)/

type Opening = { readonly next: readonly Token[] | undefined; readonly inherited: string | undefined }

function readSegment(segment: Cursor, opening: Opening | undefined, state: ParseState): void {
  const length = conditionEnd(segment, opening)
  if (length > 0) {
    readCondition(segment, length, state.condition)
    if (opening !== undefined && GRADE.test(state.condition.circumstance ?? '')) {
      state.condition.subject ??= opening.inherited
    }
  }
  if (segment.at < segment.tokens.length) readActions(segment, state)
}

function carriedSubject(state: ParseState): string | undefined {
  const subjects = new Set(state.clauses.slice(state.sentenceStart).map((clause) => clause.condition.subject))
  return subjects.size === 1 ? [...subjects][0] : undefined
}

// A sentence may open with a circumstance that lacks 的: “逾期不改正，情节严重的，处……”.
function conditionEnd(segment: Cursor, opening: Opening | undefined): number {
  const length = conditionLength(segment.tokens)
  if (length > 0 || opening?.next === undefined) return length
  const isBare = segment.tokens.every(isPlainWords)
  const words = textOf(segment, 0, segment.tokens.length)
  const opens = opening.next.at(-1)?.type === 'de' || looksLikeCircumstance(words)
  return isBare && opens ? segment.tokens.length : 0
}

function isPlainWords(token: Token): boolean {
  if (token.type === 'preposition') return token.text === '以' || token.text === '依照'
  return token.type === 'text' || token.type === 'and' || token.type === 'list'
}

function segmentsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const segments: Token[][] = [[]]
  for (const token of tokens) {
    if (token.type === 'comma') segments.push([])
    else segments.at(-1)?.push(token)
  }
  return segments
    .filter((segment) => segment.length > 0)
    .map((segment) => (segment[0]?.type === 'note' ? segment.slice(1) : segment))
}
