import type { CaseEvent, EventOf } from '#domain/case/event.ts'

/** Movements after which a portion is no longer with the agency. */
const OUT = new Set(['return', 'destroy', 'sell', 'hand-over', 'pass'])
/** What has to be decided before it may happen. */
const DECIDED: Readonly<Record<string, readonly string[]>> = {
  return: ['release'],
  destroy: ['destroy', 'confiscate'],
  sell: ['sell', 'confiscate'],
  'hand-over': ['transfer', 'confiscate'],
  pass: ['pass'],
}
const BY_DECISION: Readonly<Record<string, string>> = { release: 'release', lapse: 'release', 'early-sale': 'sell' }

type Moved = EventOf<'things-moved'>

/**
 * What is wrong with the custody of a case, read from the bare history: more out than in, out without a decision or a paper,
 * from hand to hand by one alone. It shares no rule with the ledger: it only adds up.
 */
export function custodyProblems(events: readonly CaseEvent[]): readonly string[] {
  const issued = new Map(
    events.flatMap((event) => (event.type === 'document-issued' ? [[event.document.id, event.seq]] : [])) as [
      string,
      number,
    ][],
  )
  const listed = events.flatMap((event) => (event.type === 'things-listed' ? event.things : []))
  const moved = events.filter((event): event is Moved => event.type === 'things-moved')
  return [
    ...listed.flatMap(({ id, amount }) => amountProblems(id, amount, moved)),
    ...moved.flatMap((move) => paperProblems(move, issued)),
    ...moved.filter((move) => OUT.has(move.movement)).flatMap((move) => handProblems(move, events)),
  ]
}

type Row = { readonly movement: string; readonly amount: number; readonly fate: string | undefined }

function amountProblems(id: string, amount: number, moved: readonly Moved[]): readonly string[] {
  const rows = moved.flatMap(({ movement, portions }): Row[] =>
    portions
      .filter(({ thing }) => thing === id)
      .map((portion) => ({ movement, amount: portion.amount, fate: portion.fate ?? BY_DECISION[movement] })),
  )
  const out = rows.filter(isOut)
  const wrong = [
    [rows.some((row) => !Number.isSafeInteger(row.amount) || row.amount <= 0), 'an amount that is none'],
    [sum(out) > amount, 'more out than in'],
    [sum(rows.filter(({ fate }) => fate !== undefined)) > amount, 'more decided than is there'],
  ] as const
  const undecided = rows.filter((row, index) => OUT.has(row.movement) && !isCovered(rows.slice(0, index + 1), row))
  return [
    ...wrong.flatMap(([is, what]) => (is ? [`${id}: ${what}`] : [])),
    ...undecided.map(({ movement }) => `${id}: ${movement} without a decision`),
  ]
}

function isOut({ movement, fate }: Row): boolean {
  return OUT.has(movement) || fate === 'consumed'
}

/** So much of it was decided for this end by then. */
function isCovered(until: readonly Row[], { movement }: Row): boolean {
  const decided = until.filter(({ fate }) => fate !== undefined && DECIDED[movement]?.includes(fate))
  return sum(until.filter((row) => row.movement === movement)) <= sum(decided)
}

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0)
}

function paperProblems(move: Moved, issued: ReadonlyMap<string, number>): readonly string[] {
  const at = issued.get(move.document ?? '')
  return at !== undefined && at < move.seq ? [] : [`${move.movement} at ${move.seq} without a paper`]
}

/** The last agreement before the act is by another hand than the one that gave. */
function handProblems(move: Moved, events: readonly CaseEvent[]): readonly string[] {
  const agreed = events.findLast((event) => event.type === 'approval-given' && event.seq < move.seq)
  return agreed && agreed.by !== move.given ? [] : [`${move.movement} at ${move.seq} by one alone`]
}
