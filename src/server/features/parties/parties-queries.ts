import type { PartiesAnswer, PartyCase, PartyFile, PartyRow, PartySearch } from '#contract/parties.ts'
import { maskId } from '#domain/party/mask-id.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { keptFor, listMerges, unionOf } from './merges-store.ts'
import { findParty } from './parties-store.ts'

const MOST = 50

type Found = Omit<PartyRow, 'maskedIdNumber'> & { idNumber: string | null }

/**
 * Parties whose name contains the text, or whose code, identity number or telephone equals it, or to whom the paper with this
 * number was addressed (a licence has the number of its paper): of the own agency, or public. At most 50.
 */
export async function searchParties(ctx: RequestContext, { q }: PartySearch): Promise<PartiesAnswer> {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await ctx.db.query<Found>({
    name: 'search-parties',
    text: `SELECT id, kind, name, code, id_number AS "idNumber", address FROM app.parties
      WHERE code = upper($1) OR id_number = upper($1) OR name LIKE $2 OR (phone <> '' AND phone = $1)
        OR id IN (SELECT coalesce(d.party_id, p.party_id) FROM app.documents d JOIN app.case_parties p ON p.case_id = d.case_id
          WHERE d.number = $1 AND (d.agency_id = $3 OR EXISTS (SELECT FROM app.disclosures s WHERE s.document_id = d.id AND s.state = 'published'))
            AND (d.party_id IS NULL OR d.party_id = p.party_id))
      ORDER BY name, id LIMIT ${MOST + 1}`,
    values: [q, pattern, ctx.actor.agencyId],
  })
  ctx.audit({ detail: { q: maskNumbers(q), found: Math.min(rows.length, MOST) } })
  const found = await standingRows(ctx, rows.slice(0, MOST))
  const parties = found.map(({ idNumber, ...row }) => ({
    ...row,
    maskedIdNumber: idNumber === null ? null : maskId(idNumber),
  }))
  return { parties, isCapped: rows.length > MOST }
}

/** In place of an entry that was merged into another, that other one; each once. */
async function standingRows(ctx: RequestContext, rows: readonly Found[]): Promise<readonly Found[]> {
  const kept = await keptFor(
    ctx.db,
    rows.map(({ id }) => id),
  )
  if (kept.size === 0) return rows
  const wanted = new Set(rows.map(({ id }) => kept.get(id) ?? id))
  const { rows: standing } = await ctx.db.query<Found>({
    name: 'parties-by-id',
    text: `SELECT id, kind, name, code, id_number AS "idNumber", address FROM app.parties WHERE id = ANY ($1::uuid[]) ORDER BY name, id`,
    values: [[...wanted]],
  })
  return standing
}

const maskNumbers = (text: string): string => text.replaceAll(/[0-9A-Za-z]{8,}/g, (number) => maskId(number))

/** One party in full with its cases in the viewer's agency, and how many elsewhere to those who must know. */
export async function readPartyFile(ctx: RequestContext, id: string): Promise<PartyFile | Refused> {
  const party = await findParty(ctx.db, id)
  if (!party) return notFound('当事人')
  ctx.audit({ subject: `party:${id}` })
  const [union, kept] = await Promise.all([unionOf(ctx.db, id), keptFor(ctx.db, [id])])
  const keptId = kept.get(id)
  const [into, merges] = await Promise.all([
    keptId === undefined ? undefined : findParty(ctx.db, keptId),
    listMerges(ctx.db, union, ctx.actor.agencyId),
  ])
  const { rows } = await ctx.db.query<PartyCase & { isOwn: boolean }>({
    name: 'party-cases',
    text: `SELECT DISTINCT c.id, c.name, c.number, c.procedure_code AS "procedureCode", c.stage, c.outcome,
        c.opened_on AS "openedOn", c.ended_on AS "endedOn", c.agency_id = $2 AS "isOwn"
      FROM app.case_parties cp JOIN app.cases c ON c.id = cp.case_id
      WHERE cp.party_id = ANY ($1::uuid[]) ORDER BY c.opened_on DESC, c.id DESC`,
    values: [union, ctx.actor.agencyId],
  })
  const cases = rows.filter(({ isOwn }) => isOwn)
  // 行政处罚法第二十五条、第二十九条：who has an open case of their own must know that there may be another for the same act.
  const mustKnow = cases.some(({ endedOn }) => endedOn === null)
  const mergedInto = into ? { id: into.id, name: into.name } : null
  const otherAgencyCases = mustKnow ? rows.length - cases.length : 0
  return { party, cases, otherAgencyCases, mergedInto, merges, version: party.version }
}
