import type { EventOf } from '#domain/case/event.ts'
import { PEOPLE, type Who } from '../law-office.ts'
import { holds } from './act-rules.ts'
import type { Asked, History } from './history.ts'

type Found = readonly string[]

/** Other heads of the agency are asked, by the author or by whoever agrees next, and nobody twice at a time. */
export function asked(history: History, { run, proposal, of, by }: EventOf<'countersigning-asked'>): Found {
  const waiting = history.course(run)?.asked.get(proposal)
  if (!waiting) return [`${of} is asked about what nobody proposed`]
  const isHead = PEOPLE[of as Who].posts.some(({ role }) => role === 'unit-head' || role === 'agency-head')
  const isOwn = waiting.by === of || history.handlers.includes(of)
  return [
    ...(isHead && PEOPLE[of as Who].agency === PEOPLE.lin.agency ? [] : [`${of} is asked and is no head here`]),
    ...(isOwn ? [`${of} is asked about their own ${waiting.action}`] : []),
    ...(waiting.unheard.has(of) ? [`${of} is asked twice`] : []),
    ...(isAuthor(history, waiting.by, by) || isNext(history, waiting, by) ? [] : [`${by} asks in no right of theirs`]),
  ]
}

export function given(
  history: History,
  { run, proposal, by, agrees, opinion }: EventOf<'countersigning-given'>,
): Found {
  const waiting = history.course(run)?.asked.get(proposal)
  return [
    ...(waiting?.unheard.has(by ?? '') ? [] : [`${by} is heard and was not asked`]),
    ...(!agrees && opinion === '' ? [`${by} objects without a word`] : []),
  ]
}

export function released(history: History, { run, proposal, of, by }: EventOf<'countersigning-released'>): Found {
  const waiting = history.course(run)?.asked.get(proposal)
  if (!waiting?.unheard.has(of)) return [`${of} is released and was not asked`]
  const isTheirs = isAuthor(history, waiting.unheard.get(of) ?? null, by) || isNext(history, waiting, by)
  return isTheirs ? [] : [`${by} releases ${of} in no right of theirs`]
}

/** Whose doing it was, or who handles the case in their place. */
function isAuthor(history: History, of: string | null, by: string | null): boolean {
  const hasGone = of !== null && history.gone.has(of)
  return of === by || (hasGone && by !== null && history.handlers.includes(by))
}

function isNext(history: History, waiting: Asked, by: string | null): boolean {
  if (waiting.movedTo !== undefined) return waiting.movedTo === by
  // As it was proposed: the run may have left that stage meanwhile.
  const role = waiting.approval[waiting.agreed.length]
  return role !== undefined && by !== waiting.by && holds(history, role, by)
}
