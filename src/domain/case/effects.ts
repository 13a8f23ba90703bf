import type { PlainDate } from '../calendar/plain-date.ts'
import { type DeliveryMethod, effectiveOn } from '../delivery/effective-on.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import type { Action, Clock } from '../procedure/definition.ts'
import { opensOf } from '../procedure/opens-of.ts'
import { papersOf } from '../procedure/papers-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { bookTyped } from './book-payment.ts'
import { openChild, openDeliveries } from './children.ts'
import {
  clockNamed,
  extendClock,
  meetClock,
  meetClockOf,
  moveDeductions,
  resumeClock,
  startClock,
  startClocks,
  suspendClock,
} from './clock-events.ts'
import { concernedBy, partiesOf, weightiest } from './concerned.ts'
import { moveContested } from './contested-clocks.ts'
import { endRun } from './end-run.ts'
import { handedOverTogether } from './handed-over.ts'
import { issue } from './issue.ts'
import { joinCases } from './join-cases.ts'
import { moveThings } from './move-things.ts'
import { reversePayment } from './reverse-payment.ts'
import { splitCase } from './split-case.ts'
import { type Evidence, type Facts, getRun, type SceneWord } from './state.ts'
import { type Story, tell, through } from './story.ts'

export type Performed = {
  readonly run: string
  readonly name: string
  readonly action: Action
  readonly facts: Facts
  readonly evidence: readonly Evidence[]
  readonly scenes: readonly SceneWord[]
  readonly proposal?: string
}

/** Everything that an action does once it takes effect, in the order in which a lawyer would tell it. */
export function takeEffect(story: Story, performed: Performed): Story {
  const recorded = recordInput(story, performed)
  const reached = { ...performed, ...reachOf(recorded, performed) }
  return through(
    recorded,
    (so) => take(so, reached),
    (so) => (performed.action.adds === 'payment' ? bookTyped(so, performed.facts) : so),
    (so) => (performed.action.adds === 'reversal' ? reversePayment(so, performed.facts) : so),
    (so) => moveDeductions(so, reached.run),
    (so) => moveClocks(so, reached),
    (so) => issueAndOpen(so, reached),
    (so) => addDelivery(so, performed),
    moveContested,
    (so) => splitCase(so, performed),
    (so) => joinCases(so, performed, recorded.state),
    (so) => endRun(so, performed.run),
  )
}

/** Whom the action reaches, judged before it changes what they are; and whether the case moves on with it. */
type Reach = {
  readonly parties: readonly string[]
  readonly results?: Readonly<Record<string, string>>
  readonly isSettled: boolean
}
type Reached = Performed & Reach

function reachOf(story: Story, { run: runId, action }: Performed): Reach {
  const run = getRun(story.state, runId)
  const of = { state: story.state, run }
  const parties = concernedBy(action, of).map(({ id }) => id)
  if (!action.concerns || action.outcome === undefined) return { parties, isSettled: true }
  const { outcome } = action
  const results = Object.fromEntries(parties.map((party) => [party, outcome]))
  const isSettled = partiesOf(of).every(({ id }) => (results[id] ?? run.results?.[id]) !== undefined)
  return { parties, results, isSettled }
}

function recordInput(story: Story, { run, facts, evidence, action }: Performed): Story {
  const hasFacts = [facts.case, facts.party, facts.violation].some((part) => Object.keys(part).length > 0)
  const recorded = hasFacts ? tell(story, { type: 'facts-recorded', run, facts }) : story
  const added = evidence.reduce((so, item) => tell(so, { type: 'evidence-added', run, evidence: item }), recorded)
  const handlers = facts.case.handlers
  if (action.adds !== 'handlers' || !Array.isArray(handlers)) return added
  return tell(added, { type: 'handlers-changed', handlers, reason: String(facts.case['handlers-reason'] ?? '') })
}

function take(
  story: Story,
  { run: runId, name, action, proposal, scenes, results, parties, isSettled }: Reached,
): Story {
  const run = getRun(story.state, runId)
  const { results: titles = {} } = getProcedure(story.env.procedures, run.procedure, run.version)
  const outcome = results ? weightiest(Object.keys(titles), { ...run.results, ...results }) : action.outcome
  return tell(story, {
    type: 'action-taken',
    run: runId,
    action: name,
    stage: (isSettled ? action.to : undefined) ?? run.stage,
    ...(proposal === undefined ? {} : { proposal }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(results === undefined ? {} : { results }),
    ...among(story, parties),
    ...(action.clears === undefined ? {} : { clears: action.clears }),
    ...(scenes.length === 0 ? {} : { scenes }),
  })
}

function moveClocks(story: Story, { run, action, facts, parties, isSettled }: Reached): Story {
  const { meets: met = [], closes = [], suspends = [], resumes = [], starts = [] } = action
  const lengthens = [...(action.extends ?? []), ...(action.extendsAgain ?? [])]
  const ground = String(facts.case['suspension-ground'] ?? '')
  const meets = isSettled ? met : []
  return through(
    story,
    ...meets.map((clock) => (so: Story) => meetClock(so, run, clock, facts)),
    ...closes.map((clock) => (so: Story) => closeFor(so, { run, action, parties }, clock)),
    ...suspends.map((clock) => (so: Story) => suspendClock(so, run, clock, ground)),
    ...resumes.map((clock) => (so: Story) => resumeClock(so, run, clock)),
    ...lengthens.map((clock) => (so: Story) => extendClock(so, run, clock)),
    ...starts.map((clock) => (so: Story) => startFor(so, run, clock, parties)),
  )
}

/** A term that no longer matters to some stays as it is for the others. */
function closeFor(story: Story, { run, action, parties }: Pick<Reached, 'run' | 'action' | 'parties'>, name: string) {
  const onlyIf = action.closesIf?.[name]
  if (!onlyIf) return meetClock(story, run, name)
  const of = { state: story.state, run: getRun(story.state, run) }
  return parties.filter((party) => onlyIf(of, party)).reduce((so, party) => meetClockOf(so, run, name, party), story)
}

function startFor(story: Story, run: string, name: string, parties: readonly string[]): Story {
  const { today } = story.env
  if (clockNamed(story, getRun(story.state, run), name).per !== 'party') return startClock(story, run, name, today)
  return parties.reduce((so, party) => startClock(so, run, name, today, party), story)
}

function issueAndOpen(story: Story, performed: Reached): Story {
  const { run, name, action, parties, facts } = performed
  const before = story.state.documents.length
  const issued = papersOf(action, facts).reduce((so, code) => issue(so, performed, code), story)
  const ids = issued.state.documents.slice(before).map((doc) => doc.id)
  const opened = (so: Story, code: string) =>
    code === 'delivery' ? openDeliveries(so, run, name, ids) : openChild(so, run, name, code, among(so, parties))
  return opensOf(action).reduce(opened, moveThings(issued, performed, ids))
}

/** Those whom the action concerns, and what it opens inside the case; everybody is not named. */
function among({ state }: Story, parties: readonly string[]) {
  return parties.length < state.parties.length ? { parties } : {}
}

/** The delivery that this run stands for: effective by method (民事诉讼法第八十八条至第九十五条), for all papers handed over together. */
function addDelivery(story: Story, { run: runId, action, facts }: Performed): Story {
  const run = getRun(story.state, runId)
  if (action.adds !== 'delivery' || !run.document || !run.party || !run.parent) return story
  const party = run.party
  const method = String(facts.case.method) as DeliveryMethod
  const announcementDays = parameterValueOf(story.env.parameters, 'delivery.announcement-term', story.env.today)
  const on = effectiveOn(method, facts.case['received-on'] as PlainDate, announcementDays)
  const together = handedOverTogether(story.state, run).map((doc) => doc.id)
  const made = together.reduce(
    (so, document) => tell(so, { type: 'delivery-made', run: runId, document, party, method, effectiveOn: on }),
    story,
  )
  return together.reduce((so, document) => clocksOfDelivery(so, run.parent ?? '', document, party, on), made)
}

function clocksOfDelivery(story: Story, parent: string, documentId: string, party: string, on: PlainDate): Story {
  const document = story.state.documents.find((doc) => doc.id === documentId)
  if (!isNewest(story, documentId)) return story
  const run = getRun(story.state, parent)
  // A paper may arrive after the procedure that sent it is over: nothing is timed any more.
  if (run.endedOn) return story
  const procedure = getProcedure(story.env.procedures, run.procedure, run.version)
  const named = (holds: (clock: Clock) => boolean) =>
    Object.entries(procedure.clocks).flatMap(([name, clock]) => (holds(clock) ? [name] : []))
  const met = named((clock) => clock.metByDelivery === document?.code)
  const begins = named((clock) => clock.fromDelivery === document?.code)
  const so = startClocks(story, parent, begins, on, party)
  return met.reduce((then, name) => metByDelivery(then, parent, name, documentId), so)
}

/** A paper that a later one has replaced starts and meets no clock when it arrives after all. */
function isNewest(story: Story, documentId: string): boolean {
  const { documents } = story.state
  const document = documents.find((doc) => doc.id === documentId)
  const isOfKind = (doc: typeof document) => doc?.code === document?.code && doc?.party === document?.party
  return documents.findLast((doc) => isOfKind(doc) && !doc.voided) === document
}

/** The term of a party ends with its own delivery, that of the case when all have it who were to get it. */
function metByDelivery(story: Story, run: string, name: string, documentId: string): Story {
  const { documents, deliveries, parties } = story.state
  const { code, party } = documents.find((doc) => doc.id === documentId) ?? {}
  const newest = parties.flatMap(
    ({ id }) => documents.findLast((doc) => doc.code === code && doc.party === id && !doc.voided) ?? [],
  )
  const allHave = newest.every(({ id }) => deliveries.some((made) => made.document === id))
  return allHave ? meetClock(story, run, name) : meetClockOf(story, run, name, party)
}
