import { getProcedure } from '../procedure/procedures.ts'
import { isRunning } from './clock.ts'
import { continueClock, latest, meetClock, resumeAfterChild } from './clock-events.ts'
import type { EventOf } from './event.ts'
import { openRuns } from './open-runs.ts'
import type { Run } from './state.ts'
import { type Story, tell, through } from './story.ts'
import type { Voiding } from './void-paper.ts'

type Said = Pick<EventOf<'document-voided'>, 'reason' | 'agreed'>

/** All papers of the act are void, and the case stands where it stood before it: the act can be taken again. */
export function undoAct(story: Story, voiding: Voiding, said: Said): Story {
  const { run, act, placed, papers } = voiding
  const undecided = placed.action.outcome === undefined ? {} : { parties: concernedIn(story, papers) }
  const undone = { type: 'act-undone', run: run.id, act: act.seq, action: act.action, stage: placed.stage } as const
  return through(
    story,
    (so) => papers.reduce((on, { id }) => tell(on, { type: 'document-voided', document: id, ...said }), so),
    (so) => endDeliveries(so, voiding),
    (so) => tell(so, { ...undone, ...undecided }),
    (so) => restoreClocks(so, voiding),
  )
}

/** Those to whom its papers were made out; all, where they were of the case. */
function concernedIn({ state }: Story, papers: Voiding['papers']): readonly string[] {
  const named = new Set(papers.flatMap(({ party }) => party ?? []))
  return named.size > 0 ? [...named] : state.parties.map(({ id }) => id)
}

/** Nothing is left to be handed over. */
function endDeliveries(story: Story, { papers }: Voiding): Story {
  const ids = papers.map(({ id }) => id)
  return openRuns(story.state)
    .filter(({ procedure, document }) => procedure === 'delivery' && document !== undefined && ids.includes(document))
    .reduce((so, { id }) => resumeAfterChild(tell(so, { type: 'child-ended', run: id, outcome: 'voided' }), id), story)
}

/** What the act started is over, and what it met runs on as it ran. */
function restoreClocks(story: Story, { run, act, placed, papers }: Voiding): Story {
  const { starts = [], meets = [], closes = [] } = placed.action
  const stopped = starts.reduce((so, name) => meetClock(so, run.id, name), story)
  const codes = papers.map(({ code }) => code)
  return openRuns(stopped.state).reduce((so, one) => {
    const byIssue = clocksMetByIssue(so, one, codes)
    const names = one.id === run.id ? [...new Set([...meets, ...closes, ...byIssue])] : byIssue
    return names.filter((name) => !starts.includes(name)).reduce((on, name) => runOn(on, one, name, act.on), so)
  }, stopped)
}

function clocksMetByIssue({ env }: Story, { procedure, version }: Run, codes: readonly string[]): readonly string[] {
  const { clocks } = getProcedure(env.procedures, procedure, version)
  return Object.keys(clocks).filter((name) => codes.includes(clocks[name]?.metByIssue ?? ''))
}

function runOn(story: Story, run: Run, name: string, metOn: string): Story {
  const met = latest(run.clocks, name).filter((clock) => !isRunning(clock) && clock.metOn === metOn)
  return met.reduce((so, clock) => continueClock(so, run.id, name, clock), story)
}
