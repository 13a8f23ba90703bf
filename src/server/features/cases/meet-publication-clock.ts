import { meetClock } from '#domain/case/clock-events.ts'
import { MAIN_RUN, rootRun } from '#domain/case/state.ts'
import { storyOf } from '#domain/case/story.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import type { Context } from '#server/context.ts'
import { environmentOf } from './case-environment.ts'
import { lockCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'
import { writeUnattended } from './write-unattended.ts'

type Published = { readonly caseId: string; readonly agencyId: string }

/** Records, with nobody as its author, that the decision became public in its term; where that clock does not run, nothing. */
export async function meetPublicationClock(ctx: Context, { caseId, agencyId }: Published): Promise<boolean> {
  const law = await standingLaw(ctx, agencyId)
  return ctx.db.transaction(async (tx) => {
    const loaded = await lockCase(tx, { caseId, agencyId, people: [], today: ctx.clock.today() })
    if (!loaded) throw new Error(`case ${caseId} is not of agency ${agencyId}`)
    const env = environmentOf(ctx.clock, law, loaded)
    const { procedure, version } = rootRun(loaded.state)
    const clock = getProcedure(env.procedures, procedure, version).disclosure?.clock
    if (clock === undefined) return false
    const story = meetClock(storyOf(env, loaded.state, null), MAIN_RUN, clock)
    if (story.events.length === 0) return false
    writeUnattended(tx, env, loaded, story)
    return true
  })
}
