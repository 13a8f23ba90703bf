import type { EventOf } from '#domain/case/event.ts'
import type { Facts } from '#domain/case/state.ts'
import type { Action, Role } from '#domain/procedure/definition.ts'
import { PEOPLE, type Who } from '../law-office.ts'
import type { Asked, History } from './history.ts'

type Found = readonly string[]
const NOTHING: Found = []

/** Whether somebody may act in this role, read from posts and the history alone. */
export function holds(history: History, role: Role, by: string | null): boolean {
  if (by === null) return false
  if (role === 'handler') return history.handlers.includes(by)
  if (role === 'host' && history.hosts.length > 0) return history.hosts.includes(by)
  return PEOPLE[by as Who].posts.some((post) => post.role === role)
}

const holdsAny = (history: History, action: Action, by: string | null): boolean =>
  [action.by].flat().some((role) => holds(history, role, by))

export function proposed(history: History, event: EventOf<'action-proposed'>): Found {
  const action = history.actionAt(event.run, event.action)
  if (!action) return [`${event.action} is proposed where it is not offered`]
  const isAsked = String(action.approval ?? []) === String(event.approval)
  const isTheirs = holdsAny(history, action, event.by)
  return [
    ...(isAsked ? NOTHING : [`${event.action} is proposed to ${event.approval} and not to ${action.approval}`]),
    ...(isTheirs ? NOTHING : [`${event.by} proposes ${event.action} in no role of theirs`]),
    ...unasked(action, event.action, event.facts),
  ]
}

export function agreed(history: History, event: EventOf<'approval-given'>): Found {
  const asked = history.course(event.run)?.asked.get(event.proposal)
  if (!asked) return [`${event.by} agrees to what nobody proposed`]
  const due = history.actionAt(event.run, asked.action)?.approval?.[asked.agreed.length]
  return [
    ...(due === event.role ? NOTHING : [`${asked.action} is agreed to as ${event.role} and not as ${due}`]),
    ...(asked.by === event.by ? [`${event.by} agrees to their own ${asked.action}`] : NOTHING),
    ...(holds(history, event.role, event.by)
      ? NOTHING
      : [`${event.by} agrees to ${asked.action} in no role of theirs`]),
    ...(asked.unheard.size === 0 ? NOTHING : [`${asked.action} is agreed to and ${[...asked.unheard.keys()]} unheard`]),
    ...(asked.movedTo === undefined || asked.movedTo === event.by ? NOTHING : [`${asked.action} waits for another`]),
  ]
}

export function taken(history: History, event: EventOf<'action-taken'>): Found {
  const course = history.course(event.run)
  const action = history.actionAt(event.run, event.action)
  if (!course || !action) return [`${event.action} is taken where it is not offered`]
  const stage = action.to ?? course.stage
  const asked = event.proposal === undefined ? undefined : course.asked.get(event.proposal)
  const { loose } = history
  return [
    ...(event.stage === stage ? NOTHING : [`${event.action} leads to ${event.stage} and not to ${stage}`]),
    ...(event.outcome === action.outcome ? NOTHING : [`${event.action} comes to ${event.outcome}`]),
    ...(action.approval ? unagreed(action, event, asked) : unowned(history, action, event)),
    ...(loose?.run === event.run ? unasked(action, event.action, loose.facts) : NOTHING),
  ]
}

function unagreed({ approval = [] }: Action, { action }: EventOf<'action-taken'>, asked: Asked | undefined): Found {
  if (asked?.action !== action) return [`${action} is taken and was not proposed`]
  return asked.agreed.length === approval.length ? NOTHING : [`${action} is taken before ${approval} have agreed`]
}

function unowned(history: History, action: Action, event: EventOf<'action-taken'>): Found {
  return holdsAny(history, action, event.by) ? NOTHING : [`${event.by} takes ${event.action} in no role of theirs`]
}

/** The name of another case is written by nobody. */
function unasked({ asks: typed = [], joins }: Action, name: string, facts: Facts): Found {
  const asks = joins ? [...typed, joins.as] : typed
  const each = [facts.case, ...Object.values(facts.party), ...Object.values(facts.violation)]
  const strange = each.flatMap((values) => Object.keys(values)).filter((fact) => !asks.includes(fact))
  return strange.map((fact) => `${name} records ${fact}, which it does not ask`)
}
