import { isRunning } from '#domain/case/clock.ts'
import { isMovedByDisputes } from '#domain/case/contested-clocks.ts'
import { openRuns } from '#domain/case/open-runs.ts'
import { type MovedClock, movedClocks, recomputeClocks } from '#domain/case/recompute-clocks.ts'
import { type CaseState, getRun } from '#domain/case/state.ts'
import { storyOf } from '#domain/case/story.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Context } from '#server/context.ts'
import { loadCalendar } from '#server/features/catalogue/index.ts'
import { environmentOf } from './case-environment.ts'
import { writeDueAnew } from './contested-case.ts'
import { lockCase } from './load-case.ts'
import { forgetStandingLaw, standingLaw } from './standing-law.ts'
import { writeUnattended } from './write-unattended.ts'

export type MovedDeadline = {
  readonly caseId: string
  readonly number: string | null
  readonly name: string
  readonly title: string
  readonly from: string
  readonly to: string
}
export type DeadlineReport = { readonly cases: number; readonly moved: readonly MovedDeadline[] }

type Office = Pick<Context, 'db' | 'clock'>
type Row = { readonly id: string; readonly agencyId: string; readonly state: CaseState }

/**
 * Counts the running terms of every open case anew under the calendar that stands now, each case in a transaction of its own. Done
 * again it moves nothing, so it may be cut off at any time. Answers every term whose last day is another.
 */
export async function recomputeDeadlines(ctx: Office): Promise<DeadlineReport> {
  forgetStandingLaw(ctx.db)
  const law = { calendar: await loadCalendar(ctx.db), today: ctx.clock.today() }
  const moved: MovedDeadline[] = []
  const contestable: Row[] = []
  let cases = 0
  for await (const page of openCases(ctx)) {
    cases += page.length
    for (const row of page.filter(({ state }) => movedClocks(law, state).length > 0))
      moved.push(...(await recompute(ctx, row)))
    contestable.push(...page.filter(({ state }) => isMovedByDisputes(PROCEDURES, state) || hasForeignTerm(state)))
  }
  for (const row of contestable) await countAfterDisputes(ctx, row)
  return { cases, moved }
}

async function recompute(ctx: Office, { id, agencyId }: Row): Promise<readonly MovedDeadline[]> {
  const law = await standingLaw(ctx, agencyId)
  return ctx.db.transaction(async (tx) => {
    const loaded = await lockCase(tx, { caseId: id, agencyId, people: [], today: ctx.clock.today() })
    if (!loaded) throw new Error(`case ${id} is not of agency ${agencyId}`)
    const env = environmentOf(ctx.clock, law, loaded)
    const moved = movedClocks(env, loaded.state)
    const story = recomputeClocks(storyOf(env, loaded.state, null))
    if (story.events.length > 0) await writeUnattended(tx, env, loaded, story)
    return moved.filter(({ from, to }) => from !== to).map((clock) => told(loaded.state, clock))
  })
}

/** Terms of the party, a court or the police, whose end is written beside the case and read by the lists. */
function hasForeignTerm(state: CaseState): boolean {
  return openRuns(state).some((run) => {
    const { clocks } = getProcedure(PROCEDURES, run.procedure, run.version)
    return run.clocks.some((clock) => isRunning(clock) && clocks[clock.clock]?.binds !== undefined)
  })
}

/** What has moved a dispute moves the terms that wait for its end. */
async function countAfterDisputes(ctx: Office, { id, agencyId }: Row): Promise<void> {
  const law = await standingLaw(ctx, agencyId)
  await ctx.db.transaction(async (tx) => {
    await tx.query({ name: 'case-due-lock', text: 'SELECT id FROM app.cases WHERE id = $1 FOR UPDATE', values: [id] })
    await writeDueAnew(tx, { ...law, procedures: PROCEDURES, today: ctx.clock.today() }, id)
  })
}

function told(state: CaseState, { run: runId, clock, from, to }: MovedClock): MovedDeadline {
  const run = getRun(state, runId)
  const title = getProcedure(PROCEDURES, run.procedure, run.version).clocks[clock]?.title ?? clock
  return { caseId: state.id, number: state.number ?? null, name: state.name, title, from, to }
}

async function* openCases({ db }: Office): AsyncGenerator<readonly Row[]> {
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) {
    const page: readonly Row[] = (await db.query<Row>({ ...PAGE_AFTER, values: [after] })).rows
    yield page
    after = page.at(-1)?.id
  }
}

const PAGE_AFTER = {
  name: 'open-cases-page',
  text: `SELECT id, agency_id AS "agencyId", state FROM app.cases WHERE ended_on IS NULL AND id > $1 ORDER BY id LIMIT 200`,
}
