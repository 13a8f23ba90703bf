import type { EventOf } from '#domain/case/event.ts'
import type { Clock } from '#domain/procedure/definition.ts'
import { opensOf } from '#domain/procedure/opens-of.ts'
import { mayIssue } from '#domain/procedure/papers-of.ts'
import { type Act, type Course, type History, type Term, termKey } from './history.ts'

type Found = readonly string[]
const NOTHING: Found = []

/** A paper comes of the opening or of an act that issues it, in the same run, and of nothing else. */
export function issued(history: History, { run, document }: EventOf<'document-issued'>): Found {
  const { act } = history
  const byOpening = act === undefined && history.course(run)?.procedure.opening?.issues
  const byAct = act?.run === run && mayIssue(act.action, document.code)
  const isIssued = byAct || (byOpening || []).includes(document.code)
  return isIssued ? NOTHING : [`${document.code} is issued by ${act?.name}, which does not issue it`]
}

export function delivered(history: History, event: EventOf<'delivery-made'>): Found {
  const paper = history.papers.get(event.document)
  if (!paper) return ['a paper is delivered that does not exist']
  return [
    ...(history.act?.action.adds === 'delivery' ? NOTHING : [`${paper.code} is delivered by no delivery`]),
    ...(paper.party === undefined || paper.party === event.party ? NOTHING : [`${paper.code} goes to another party`]),
  ]
}

export function opened({ act, procedures }: History, event: EventOf<'child-opened'>): Found {
  const isOpened = act?.run === event.parent && opensOf(act.action).includes(event.procedure)
  const start = procedures.get(`${event.procedure}@${event.version}`)?.start
  return [
    ...(isOpened ? NOTHING : [`${event.procedure} is opened by ${act?.name}, which does not open it`]),
    ...(event.stage === start ? NOTHING : [`${event.procedure} begins at ${event.stage}`]),
  ]
}

export function ended(history: History, run: string, outcome: string): Found {
  const course = history.course(run)
  const ends = course?.procedure.stages[course.stage]?.ends
  const due = ends === true ? course?.result : ends
  return due === outcome
    ? NOTHING
    : [`${course?.procedure.code} ends at ${course?.stage} as ${outcome} and not as ${due}`]
}

/** An article, and something that starts the clock: the opening, an act, the opening of a child, or the delivery of a paper. */
export function started(history: History, event: EventOf<'clock-started'>): Found {
  const course = history.course(event.run)
  const clock = course?.procedure.clocks[event.clock]
  if (!course || !clock) return [`no clock ${event.clock} is known`]
  const isBased = /^《.+》(.*第.+(条|部分)|（.+号）)/.test(clock.basis)
  return [
    ...(isBased ? NOTHING : [`${event.clock} rests on no article`]),
    ...(isStarted(history, course, event) ? NOTHING : [`${event.clock} is started by ${history.act?.name}`]),
  ]
}

function isStarted(history: History, course: Course, { clock }: EventOf<'clock-started'>): boolean {
  const { act } = history
  const own = act?.run === course.id ? (act.action.starts ?? []) : []
  if (own.includes(clock)) return true
  const { opening, starts = [], clocks } = course.procedure
  if (act === undefined) return opening?.starts.includes(clock) === true || followsAnother(course, clocks[clock])
  if (course.openedSeq > act.seq) return starts.includes(clock)
  return followsAnother(course, clocks[clock]) || (act.action.adds === 'delivery' && isFromDelivery(clocks[clock]))
}

const isFromDelivery = (clock: Clock | undefined): boolean => clock?.fromDelivery !== undefined
const followsAnother = (course: Course, clock: Clock | undefined): boolean =>
  clock?.after?.some((before) => hasBegun(course, before)) === true

/** A term that waits for the end of another runs from when that is known. */
function hasBegun({ terms }: Course, clock: string): boolean {
  return [...terms.keys()].some((key) => key.startsWith(`${clock}@`))
}

type Change = EventOf<'clock-met' | 'clock-suspended' | 'clock-resumed' | 'clock-extended'>

/** A clock is changed while it runs, by an act that says so, by a delivery, or with a child whose time does not count. */
export function changed(history: History, event: Change): Found {
  const terms = [...(history.course(event.run)?.terms ?? [])].filter(([key]) => key.startsWith(`${event.clock}@`))
  if (terms.every(([, { isMet }]) => isMet)) return [`${event.type} of ${event.clock}, which does not run`]
  const wrong = terms.flatMap(([, term]) => wrongNow(history, event, term) ?? [])
  if (wrong.length > 0) return wrong
  return isCaused(history, event) ? NOTHING : [`${event.type} of ${event.clock} by ${history.act?.name}`]
}

/** A first and a second extension have their turn, what is over is neither lengthened nor stopped, and what stands still is not met. */
function wrongNow(history: History, event: Change, term: Term): string | undefined {
  const { type, clock } = event
  const before = history.act?.action.extendsAgain?.includes(clock) ? 1 : 0
  if (type === 'clock-extended' && term.extended !== before) return `${clock} is extended out of turn`
  if (type === 'clock-met' && term.isStanding && isNamedToMeet(history, event)) return `${clock} is met standing still`
  return isMovedLate(history, event, term) ? `${type} of ${clock}, which was over on ${term.due}` : undefined
}

/** What a reviewing body has lengthened of its own is only written down, and a dispute moves what it moves. */
function isMovedLate(history: History, { type, run, clock, on }: Change, term: Term): boolean {
  const { contestable, binds } = history.course(run)?.procedure.clocks[clock] ?? {}
  if (contestable === true || !isPast(term, on)) return false
  return type === 'clock-suspended' || (type === 'clock-extended' && binds !== 'review-body')
}

/** The last day itself is in time, and what stands still does not run out. */
const isPast = ({ due, isStanding, isMet }: Term, on: string): boolean => !isStanding && !isMet && due < on

/** Only what was met runs again, and only because money that had met it is taken back. */
export function reopened(history: History, { run, clock, party, part }: EventOf<'clock-reopened'>): Found {
  const course = history.course(run)
  const term = course?.terms.get(termKey({ clock, ...(party && { party }), ...(part && { part }) }))
  const isMoney = history.act?.action.adds === 'reversal' && course?.procedure.clocks[clock]?.binds === 'party'
  return [
    ...(term?.isMet ? NOTHING : [`${clock} runs again and was not met`]),
    ...(isMoney ? NOTHING : [`${clock} runs again by ${history.act?.name}`]),
  ]
}

function isCaused(history: History, event: Change): boolean {
  const { act } = history
  if (!act) return false
  const clock = history.course(event.run)?.procedure.clocks[event.clock]
  if (isNamed(act, event)) return true
  if (event.type === 'clock-met') return isMetBy(act, event.clock, clock)
  if (event.type === 'clock-suspended' && clock?.contestable) return true
  return event.type !== 'clock-extended' && clock?.deductible !== undefined
}

const isNamedToMeet = ({ act }: History, { run, clock }: Change): boolean =>
  act?.run === run && act.action.meets?.includes(clock) === true

/** By a delivery, by the paper itself, by money that comes in, or by a newer plan in its stead. */
function isMetBy({ action }: Act, name: string, clock: Clock | undefined): boolean {
  if (action.adds === 'delivery' && clock?.metByDelivery !== undefined) return true
  if (action.adds === 'payment' && clock?.binds === 'party') return true
  if (clock?.metByIssue !== undefined && action.issues?.includes(clock.metByIssue)) return true
  return clock !== undefined && 'plan' in clock.term && action.starts?.includes(name) === true
}

function isNamed({ run, action }: Act, { type, clock, run: of }: Change): boolean {
  const names = {
    'clock-met': [...(action.meets ?? []), ...(action.closes ?? [])],
    'clock-suspended': action.suspends ?? [],
    'clock-resumed': action.resumes ?? [],
    'clock-extended': [...(action.extends ?? []), ...(action.extendsAgain ?? [])],
  }[type]
  return run === of && names.includes(clock)
}

/** What is missed closes the step that would have met it. */
export function late(history: History, event: EventOf<'clock-met'>): Found {
  const course = history.course(event.run)
  const clock = course?.procedure.clocks[event.clock]
  const isMeeting = history.act?.action.meets?.includes(event.clock) && history.act.run === event.run
  if (!course || !isMeeting || clock?.missed === 'warning' || event.party !== undefined) return NOTHING
  const term = course.terms.get(`${event.clock}@`)
  // What was done in time may be typed in late, where the act says on which day it was done.
  const on = event.doneOn ?? event.on
  if (!term || term.isStanding || term.due >= on) return NOTHING
  return [`${history.act?.name} meets ${event.clock} on ${on}, after ${term.due}`]
}
