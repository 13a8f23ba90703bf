import type { CaseAnswer, OtherCaseInput } from '#contract/cases.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import type { CaseState } from '#domain/case/state.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { caseAnswer } from './case-answer.ts'
import { environmentOf } from './case-environment.ts'
import { earlierFor } from './earlier-acts.ts'
import { LINKS, type LinkRow, linksFor } from './linked-cases.ts'
import { findCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'

type HistoryRow = {
  readonly events: readonly CaseEvent[]
  readonly names: Readonly<Record<string, string>>
  readonly ready: readonly string[]
  readonly links: readonly LinkRow[]
}

/** One case with its history for somebody who has a ground to read it; who was granted access reads and does nothing. */
export async function readCase(ctx: RequestContext, caseId: string): Promise<CaseAnswer | Refused> {
  const { agencyId, personId } = ctx.actor
  ctx.audit({ subject: `case:${caseId}` })
  const wanted = { caseId, agencyId, people: [personId], today: ctx.clock.today() }
  const [reading, law, loaded, history] = await Promise.all([
    groundToRead(ctx, caseId),
    standingLaw(ctx, agencyId),
    findCase(ctx.db, wanted),
    readHistory(ctx, caseId),
  ])
  if (isRefused(reading)) return reading
  if (!loaded) return notFound('案件')
  const { grant } = reading
  if (grant) ctx.audit({ subject: `case:${caseId}`, detail: { ground: `access:${grant.requestId}` } })
  const env = environmentOf(ctx.clock, law, { ...loaded, ...(await earlierFor(ctx.db, loaded.state)) })
  const viewer = env.person(personId)
  if (!viewer) return notFound('人员')
  // An event that was appended between the two reads belongs to the next answer.
  const events = history.events.filter((event) => event.seq <= loaded.version)
  const links = { ...linksFor(agencyId, history.links), others: await readOthers(ctx, loaded.state) }
  const record = { ...history, events, state: loaded.state, ready: new Set(history.ready), grant, links }
  return caseAnswer(env, record, viewer)
}

async function readHistory(ctx: RequestContext, caseId: string): Promise<HistoryRow> {
  const { rows } = await ctx.db.query<HistoryRow>({
    name: 'case-history',
    text: `SELECT
      coalesce((SELECT jsonb_agg(e.body ORDER BY e.seq) FROM app.events e WHERE e.case_id = $1), '[]') AS events,
      coalesce((SELECT jsonb_object_agg(p.id, p.name) FROM app.case_people c JOIN app.people p ON p.id = c.person_id
        WHERE c.case_id = $1), '{}') AS names,
      coalesce((SELECT jsonb_agg(f.document_id) FROM app.documents d JOIN app.document_files f ON f.document_id = d.id
        WHERE d.case_id = $1), '[]') AS ready,
      ${LINKS} AS links`,
    values: [caseId],
  })
  const row = rows[0]
  if (!row) throw new Error('the history was not read')
  return row
}

/** The cases into which this one would go over by what waits for agreement, as whoever agrees must have seen them. */
async function readOthers(ctx: RequestContext, { runs }: CaseState): Promise<CaseAnswer['others']> {
  const ids = runs.flatMap(({ proposals }) => proposals.flatMap(({ other }) => other?.id ?? []))
  if (ids.length === 0) return []
  const { rows } = await ctx.db.query<OtherCaseInput>({
    name: 'case-others',
    text: 'SELECT id, version FROM app.cases WHERE id = ANY ($1::uuid[]) AND agency_id = $2',
    values: [ids, ctx.actor.agencyId],
  })
  return rows
}
