import type { PlainDate } from '../calendar/plain-date.ts'
import { type DeliveryMethod, effectiveOn } from '../delivery/effective-on.ts'
import { findDocumentKind } from '../document/registry.ts'
import { parameterValueOf } from '../parameter/registry.ts'
import type { Action, AnyProcedure, Condition } from '../procedure/definition.ts'
import { opensOf } from '../procedure/opens-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { openChild, openDeliveries } from './children.ts'
import { extendClock, meetClock, resumeAfterChild, resumeClock, startClock, suspendClock } from './clock-events.ts'
import { handedOverTogether } from './handed-over.ts'
import { moveThings } from './move-things.ts'
import { type Evidence, type Facts, getRun, type IssuedDocument, type Run, type SceneWord } from './state.ts'
import { type Story, tell, through } from './story.ts'
import { digestOfDraft } from './view.ts'

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
  return through(
    story,
    (so) => recordInput(so, performed),
    (so) => take(so, performed),
    (so) => moveClocks(so, performed),
    (so) => issueAndOpen(so, performed),
    (so) => addDelivery(so, performed),
    (so) => endRun(so, performed.run),
  )
}

function recordInput(story: Story, { run, facts, evidence, action }: Performed): Story {
  const hasFacts = [facts.case, facts.party, facts.violation].some((part) => Object.keys(part).length > 0)
  const recorded = hasFacts ? tell(story, { type: 'facts-recorded', run, facts }) : story
  const added = evidence.reduce((so, item) => tell(so, { type: 'evidence-added', run, evidence: item }), recorded)
  const handlers = facts.case.handlers
  if (action.adds !== 'handlers' || !Array.isArray(handlers)) return added
  return tell(added, { type: 'handlers-changed', handlers, reason: String(facts.case['handlers-reason'] ?? '') })
}

function take(story: Story, { run, name, action, proposal, scenes }: Performed): Story {
  return tell(story, {
    type: 'action-taken',
    run,
    action: name,
    stage: action.to ?? getRun(story.state, run).stage,
    ...(proposal === undefined ? {} : { proposal }),
    ...(action.outcome === undefined ? {} : { outcome: action.outcome }),
    ...(action.clears === undefined ? {} : { clears: action.clears }),
    ...(scenes.length === 0 ? {} : { scenes }),
  })
}

function moveClocks(story: Story, { run, action, facts }: Performed): Story {
  const { meets = [], closes = [], suspends = [], resumes = [], extends: lengthens = [], starts = [] } = action
  const ground = String(facts.case['suspension-ground'] ?? '')
  return through(
    story,
    ...meets.map((clock) => (so: Story) => meetClock(so, run, clock, facts)),
    ...closes.map((clock) => (so: Story) => meetClock(so, run, clock)),
    ...suspends.map((clock) => (so: Story) => suspendClock(so, run, clock, ground)),
    ...resumes.map((clock) => (so: Story) => resumeClock(so, run, clock)),
    ...lengthens.map((clock) => (so: Story) => extendClock(so, run, clock)),
    ...starts.map((clock) => (so: Story) => startClock(so, run, clock, so.env.today)),
  )
}

function issueAndOpen(story: Story, performed: Performed): Story {
  const { run, name, action } = performed
  const before = story.state.documents.length
  const issued = (action.issues ?? []).reduce((so, code) => issue(so, run, code, action.issuesIf?.[code]), story)
  const ids = issued.state.documents.slice(before).map((doc) => doc.id)
  const opened = (so: Story, code: string) =>
    code === 'delivery' ? openDeliveries(so, run, name, ids) : openChild(so, run, name, code)
  return opensOf(action).reduce(opened, moveThings(issued, performed, ids))
}

function issue(story: Story, runId: string, code: string, onlyIf: Condition = () => true): Story {
  const { env, state } = story
  const kind = findDocumentKind(code, env.today)
  if (!kind) throw new Error(`document kind ${code} is not in force on ${env.today}`)
  const run = getRun(state, runId)
  const parties =
    kind.per === 'party' ? addressees(story, run).filter((party) => onlyIf({ state, run }, party)) : [undefined]
  const draft = digestOfDraft(env, state, run)
  const documents = parties.map<IssuedDocument>((party) => ({
    id: env.newId(),
    code,
    issuedOn: env.today,
    draft,
    ...(party === undefined ? {} : { party }),
  }))
  const numbersCase = getProcedure(env.procedures, run.procedure, run.version).numberedBy === code
  return documents.reduce(
    (so, document) => tell(so, { type: 'document-issued', run: runId, document, numbersCase }),
    story,
  )
}

function addressees(story: Story, run: Run): readonly string[] {
  return run.party ? [run.party] : story.state.parties.map((party) => party.id)
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
  const procedure = getProcedure(story.env.procedures, run.procedure, run.version)
  return Object.entries(procedure.clocks).reduce((so, [name, clock]) => {
    if (clock.fromDelivery === document?.code) return startClock(so, parent, name, on, party)
    if (clock.metByDelivery === document?.code && allHave(so, documentId)) return meetClock(so, parent, name)
    return so
  }, story)
}

/** A paper that a later one has replaced starts and meets no clock when it arrives after all. */
function isNewest(story: Story, documentId: string): boolean {
  const { documents } = story.state
  const document = documents.find((doc) => doc.id === documentId)
  return documents.findLast((doc) => doc.code === document?.code && doc.party === document.party) === document
}

function allHave(story: Story, documentId: string): boolean {
  const code = story.state.documents.find((doc) => doc.id === documentId)?.code
  return story.state.parties.every((party) => {
    const newest = story.state.documents.findLast((doc) => doc.code === code && doc.party === party.id)
    return story.state.deliveries.some((made) => made.document === newest?.id)
  })
}

function endRun(story: Story, runId: string): Story {
  const run = getRun(story.state, runId)
  const outcome = outcomeOf(run, getProcedure(story.env.procedures, run.procedure, run.version))
  if (outcome === undefined) return story
  if (!run.parent) return tell(story, { type: 'case-ended', outcome })
  const parent = run.parent
  return resumeAfterChild(tell(story, { type: 'child-ended', run: runId, outcome }), parent, run.procedure)
}

function outcomeOf(run: Run, procedure: AnyProcedure): string | undefined {
  const ends = procedure.stages[run.stage]?.ends
  return ends === true ? (run.result ?? 'ended') : ends
}
