import type { CaseState, Run } from '#domain/case/state.ts'
import { coveredBy } from '#domain/party/party-line.ts'
import { LIAISON_OFFICES, type LiaisonOffice } from '#domain/transfer/reply.ts'
import { transfersFor } from '#domain/transfer/see-transfer.ts'
import type { Queryable } from '#server/db/database.ts'
import type { RequestContext } from '#server/http/request-context.ts'

export type SeenCase = {
  readonly state: CaseState
  readonly agencyId: string
  readonly agencyName: string
  readonly agencyPhone: string
  readonly names: Readonly<Record<string, string>>
}
export type SeenTransfer = SeenCase & { readonly run: Run }

/** Which of the three offices the caller works for; undefined at any other agency, which then sees nothing. */
export async function officeOf(db: Queryable, agencyId: string): Promise<LiaisonOffice | undefined> {
  const { rows } = await db.query<{ kind: string }>({
    name: 'liaison-office',
    text: 'SELECT kind FROM app.agencies WHERE id = $1',
    values: [agencyId],
  })
  const kind = rows[0]?.kind ?? ''
  return kind in LIAISON_OFFICES ? (kind as LiaisonOffice) : undefined
}

/** Written as the index is, or it is not used. */
const TRANSFERRED = `c.state @? '$.runs[*] ? (@.procedure == "transfer")'`
const SEEN = `SELECT c.state, c.agency_id AS "agencyId", a.name AS "agencyName", a.phone AS "agencyPhone",
    coalesce((SELECT jsonb_object_agg(p.id, p.name) FROM app.case_people h JOIN app.people p ON p.id = h.person_id
      WHERE h.case_id = c.id), '{}') AS names
  FROM app.cases c JOIN app.agencies a ON a.id = c.agency_id
  WHERE ${TRANSFERRED} AND starts_with(a.region_code, $1)`

const MOST = 200

/** The newest transfers of the region that the office may see. */
export async function findTransfers(ctx: RequestContext, office: LiaisonOffice) {
  const { rows } = await ctx.db.query<SeenCase>({
    name: 'transfers-seen',
    text: `${SEEN} ORDER BY c.updated_at DESC, c.id LIMIT ${MOST + 1}`,
    values: [coveredBy(ctx.actor.regionCode)],
  })
  const seen = rows
    .slice(0, MOST)
    .flatMap((row) => transfersFor(row.state, office).map((run): SeenTransfer => ({ ...row, run })))
  return { seen, isCut: rows.length > MOST }
}

/** One of them; undefined for one that the office may not see. */
export async function findTransfer(
  db: Queryable,
  ctx: RequestContext,
  where: { readonly case: string; readonly run: string },
): Promise<{ readonly office: LiaisonOffice; readonly transfer: SeenTransfer } | undefined> {
  const office = await officeOf(db, ctx.actor.agencyId)
  if (!office) return undefined
  const { rows } = await db.query<SeenCase>({
    name: 'transfer-seen',
    text: `${SEEN} AND c.id = $2`,
    values: [coveredBy(ctx.actor.regionCode), where.case],
  })
  const [row] = rows
  const run = row && transfersFor(row.state, office).find(({ id }) => id === where.run)
  return row && run && { office, transfer: { ...row, run } }
}
