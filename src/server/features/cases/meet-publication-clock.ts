import { meetClock } from '#domain/case/clock-events.ts'
import { type Facts, MAIN_RUN, NO_FACTS, rootRun } from '#domain/case/state.ts'
import { storyOf } from '#domain/case/story.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import type { Context } from '#server/context.ts'
import { environmentOf } from './case-environment.ts'
import { lockCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'
import { writeUnattended } from './write-unattended.ts'

type Published = { readonly caseId: string; readonly agencyId: string; readonly documentId?: string }

/** Records, with nobody as its author, that a decision became public in its term, of its own party where each has one; where that clock does not run, nothing. */
export async function meetPublicationClock(
  ctx: Context,
  { caseId, agencyId, documentId }: Published,
): Promise<boolean> {
  const law = await standingLaw(ctx, agencyId)
  return ctx.db.transaction(async (tx) => {
    const loaded = await lockCase(tx, { caseId, agencyId, people: [], today: ctx.clock.today() })
    if (!loaded) throw new Error(`case ${caseId} is not of agency ${agencyId}`)
    const env = environmentOf(ctx.clock, law, loaded)
    const { procedure, version } = rootRun(loaded.state)
    const clock = getProcedure(env.procedures, procedure, version).disclosure?.clock
    if (clock === undefined) return false
    const party = loaded.state.documents.find(({ id }) => id === documentId)?.party
    const story = meetClock(storyOf(env, loaded.state, null), MAIN_RUN, clock, ofParty(party))
    if (story.events.length === 0) return false
    await writeUnattended(tx, env, loaded, story)
    return true
  })
}

/** The clocks that this party's publication meets: its own, and one that runs for all. */
function ofParty(party: string | undefined): Facts | undefined {
  return party === undefined ? undefined : { ...NO_FACTS, party: { [party]: {} } }
}
