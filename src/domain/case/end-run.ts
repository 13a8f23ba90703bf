import type { AnyProcedure } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { resumeAfterChild } from './clock-events.ts'
import { openRuns } from './open-runs.ts'
import { getRun, MAIN_RUN, type Run, rootRun } from './state.ts'
import { type Story, tell } from './story.ts'

/** Ends a run that has come to an end of its procedure; with the case's own run the case ends. */
export function endRun(story: Story, runId: string): Story {
  const run = getRun(story.state, runId)
  const outcome = outcomeOf(run, getProcedure(story.env.procedures, run.procedure, run.version))
  if (outcome === undefined) return story
  if (run.parent) return endMerged(resumeAfterChild(tell(story, { type: 'child-ended', run: runId, outcome }), runId))
  const goesOnInside = story.state.mergedInto && openRuns(story.state).some(({ parent }) => parent !== undefined)
  return tell(story, goesOnInside ? { type: 'child-ended', run: MAIN_RUN, outcome } : { type: 'case-ended', outcome })
}

/** A case that has gone over into another one ends with the last of what had begun inside it. */
function endMerged(story: Story): Story {
  const { outcome } = rootRun(story.state)
  const isOver = story.state.mergedInto && outcome !== undefined && openRuns(story.state).length === 0
  return isOver ? tell(story, { type: 'case-ended', outcome }) : story
}

function outcomeOf(run: Run, procedure: AnyProcedure): string | undefined {
  const ends = procedure.stages[run.stage]?.ends
  return ends === true ? (run.result ?? 'ended') : ends
}
