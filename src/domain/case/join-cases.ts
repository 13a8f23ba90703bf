import type { Action, AnyProcedure } from '../procedure/definition.ts'
import type { Joining } from '../procedure/merging.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { isRunning, lastDayOf } from './clock.ts'
import { continueClock, latest } from './clock-events.ts'
import { openRuns } from './open-runs.ts'
import { titleOfCase } from './other-case.ts'
import { recusedIn } from './recused.ts'
import { type CaseState, type Evidence, type Facts, MAIN_RUN, rootRun } from './state.ts'
import { type Story, storyOf, tell, through } from './story.ts'

/**
 * The case goes over into the other one: parties, acts and what is known of them go on there, evidence is referred to, of each clock
 * the earlier last day counts. What has begun inside it goes on here, in the hands of those who handle the other one.
 */
export function joinCases(story: Story, { action }: { readonly action: Action }, before: CaseState): Story {
  const { joins } = action
  const { other, ...env } = story.env
  if (!joins || !other) return story
  const taken = takeIn(storyOf(env, other, story.by), before, joins)
  const merged = tell(story, { type: 'case-merged', into: { id: other.id, title: titleOfCase(other) } })
  const beside = [...(story.beside ?? []), { before: other, events: taken.events }]
  return { ...handOver(merged, other), beside }
}

/** Measures that run on are in the hands of those who handle the case now. */
function handOver(story: Story, other: CaseState): Story {
  const { state } = story
  const goesOn = openRuns(state).some(({ parent }) => parent !== undefined)
  if (!goesOn || String(state.handlers) === String(other.handlers)) return story
  const reason = `本案并入“${titleOfCase(other)}”`
  return tell(story, { type: 'handlers-changed', handlers: other.handlers, reason })
}

function takeIn(story: Story, from: CaseState, joins: Joining): Story {
  const known = new Set(story.state.parties.map(({ id }) => id))
  const facts = ofOwners(
    from,
    getProcedure(story.env.procedures, rootRun(story.state).procedure, rootRun(story.state).version),
    known,
  )
  return through(
    tell(story, {
      type: 'case-joined',
      from: { id: from.id, title: titleOfCase(from) },
      parties: from.parties.filter(({ id }) => !known.has(id)),
      violations: from.violations,
      handlers: [...new Set([...from.handlers, ...from.formerHandlers])],
      recused: recusedIn(from),
    }),
    (so) => (facts ? tell(so, { type: 'facts-recorded', run: MAIN_RUN, facts }) : so),
    (so) => referTo(so, from.id, from.evidence),
    ...joins.clocks.map((clock) => (so: Story) => takeEarlier(so, clock, from)),
  )
}

/** What is known of each party that is new, and of each act. */
function ofOwners(from: CaseState, { facts }: AnyProcedure, known: ReadonlySet<string>): Facts | undefined {
  const { party, violation } = rootRun(from).facts
  const each = (by: Facts['party'], per: 'party' | 'violation') =>
    Object.fromEntries(
      Object.entries(by)
        .filter(([id]) => !known.has(id))
        .map(([id, values]) => [
          id,
          Object.fromEntries(Object.entries(values).filter(([name]) => facts[name]?.per === per)),
        ]),
    )
  const carried = { case: {}, party: each(party, 'party'), violation: each(violation, 'violation') }
  return Object.keys({ ...carried.party, ...carried.violation }).length > 0 ? carried : undefined
}

/** Evidence of another case stands in this one too; the file is there once, and where it was added stays told. */
export function referTo(story: Story, from: string, evidence: readonly Evidence[]): Story {
  const known = new Set(story.state.evidence.map(({ id }) => id))
  const events = evidence
    .filter(({ id }) => !known.has(id))
    .map((item) => ({ type: 'evidence-added', run: MAIN_RUN, evidence: { from, ...item } }) as const)
  return tell(story, ...events)
}

/** No clock gets a later day by this. */
function takeEarlier(story: Story, name: string, from: CaseState): Story {
  const [own] = latest(rootRun(story.state).clocks, name).filter(isRunning)
  const [theirs] = latest(rootRun(from).clocks, name).filter(isRunning)
  if (!own || !theirs || lastDayOf(theirs) >= lastDayOf(own)) return story
  return continueClock(story, MAIN_RUN, name, theirs)
}
