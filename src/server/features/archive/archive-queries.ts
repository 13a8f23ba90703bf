import type { ArchiveAnswer, ArchiveQuery, ArchiveRow, MyDossiers } from '#contract/archive.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import { standingLaw } from '#server/features/cases/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { dueOfDossier } from './due-of-dossier.ts'

type Row = Omit<ArchiveRow, 'dueOn' | 'daysLeft'> & {
  readonly dueOn: PlainDate | null
  readonly caseState: CaseState | null
}

const LIMIT = 200

const COLUMNS = `c.id AS "caseId", d.id AS "dossierId", c.name AS "caseName", c.number AS "caseNumber", d.state,
  d.due_on AS "dueOn", d.retention, CASE WHEN d.id IS NULL THEN c.state END AS "caseState",
  coalesce((SELECT string_agg(p.name, '、' ORDER BY p.name) FROM app.case_people h JOIN app.people p ON p.id = h.person_id
    WHERE h.case_id = c.id AND h.is_handler), '') AS handlers,
  (SELECT p.archive_number FROM app.dossier_packages p WHERE p.dossier_id = d.id AND p.part = 1) AS "archiveNumber",
  (SELECT p.sealed_at FROM app.dossier_packages p WHERE p.dossier_id = d.id AND p.part = 1) AS "sealedAt",
  (SELECT count(*) FROM app.dossier_packages p WHERE p.dossier_id = d.id) AS parts`

/** Nothing was ever put into it, as into what was given up before its first paper: there is nothing to hand over. */
const HOLDS_NOTHING = `NOT EXISTS (SELECT FROM app.documents k WHERE k.case_id = c.id)
  AND NOT EXISTS (SELECT FROM app.standing_bindings b WHERE b.case_id = c.id)
  AND jsonb_array_length(c.state->'evidence') = 0 AND jsonb_array_length(coalesce(c.state->'attachments', '[]')) = 0`
const TO_HAND_OVER = `(CASE WHEN d.id IS NULL THEN NOT (${HOLDS_NOTHING}) ELSE d.state = 'returned' END)`

/** Ended cases of the caller whose dossier has not been handed over, or came back; the most urgent first. */
export async function listMyDossiers(ctx: RequestContext): Promise<MyDossiers> {
  const { rows } = await ctx.db.query<Row>({
    name: 'archive-list-mine',
    text: `SELECT ${COLUMNS} FROM app.case_people m JOIN app.cases c ON c.id = m.case_id
      LEFT JOIN app.dossiers d ON d.case_id = c.id
      WHERE m.person_id = $2 AND m.is_handler AND c.agency_id = $1 AND c.ended_on IS NOT NULL
        AND ${TO_HAND_OVER} ORDER BY c.ended_on, c.id LIMIT ${LIMIT}`,
    values: [ctx.actor.agencyId, ctx.actor.personId],
  })
  return { rows: await withDueDays(ctx, rows) }
}

/** Each list with what it holds and in which order; ended cases without a dossier have no row of their own yet. */
const LISTS: Readonly<Record<ArchiveQuery['list'], { readonly where: string; readonly order: string }>> = {
  waiting: { where: `d.state = 'handed-over'`, order: 'd.due_on, d.id' },
  'not-handed-over': {
    where: `c.ended_on IS NOT NULL AND ${TO_HAND_OVER}`,
    order: 'c.ended_on, c.id',
  },
  sealed: { where: `d.state = 'sealed'`, order: '"sealedAt" DESC, d.id' },
}

/** One list of the agency's archive, the most urgent first, with what all of them hold. */
export async function listArchive(ctx: RequestContext, { list }: ArchiveQuery): Promise<ArchiveAnswer> {
  const { where, order } = LISTS[list]
  const { rows } = await ctx.db.query<Row>({
    name: `archive-list-${list}`,
    text: `SELECT ${COLUMNS} FROM app.cases c LEFT JOIN app.dossiers d ON d.case_id = c.id
      WHERE c.agency_id = $1 AND ${where} ORDER BY ${order} LIMIT ${LIMIT}`,
    values: [ctx.actor.agencyId],
  })
  return { rows: await withDueDays(ctx, rows), counts: await readCounts(ctx) }
}

async function withDueDays(ctx: RequestContext, rows: readonly Row[]): Promise<ArchiveRow[]> {
  const law = await standingLaw(ctx, ctx.actor.agencyId)
  const today = ctx.clock.today()
  return rows.map(({ caseState, ...row }) => {
    const dueOn = row.dueOn ?? (caseState ? dueOfDossier(caseState, law, today) : today)
    return { ...row, dueOn, daysLeft: daysBetween(today, dueOn) }
  })
}

async function readCounts(ctx: RequestContext): Promise<ArchiveAnswer['counts']> {
  const { rows } = await ctx.db.query<ArchiveAnswer['counts']>({
    name: 'archive-counts',
    text: `SELECT count(*) FILTER (WHERE d.state = 'handed-over') AS waiting,
        count(*) FILTER (WHERE ${TO_HAND_OVER}) AS "notHandedOver",
        count(*) FILTER (WHERE d.state = 'sealed') AS sealed,
        count(*) FILTER (WHERE d.state <> 'sealed' AND d.due_on < $2) AS overdue
      FROM app.cases c LEFT JOIN app.dossiers d ON d.case_id = c.id WHERE c.agency_id = $1 AND c.ended_on IS NOT NULL`,
    values: [ctx.actor.agencyId, ctx.clock.today()],
  })
  return rows[0] ?? { waiting: 0, notHandedOver: 0, sealed: 0, overdue: 0 }
}
