import type { PartyMerge } from '#contract/parties.ts'
import type { MergeStep, Registered } from '#domain/party/party-merge.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'

/** The newest step says how a merge stands; steps of one instant are told apart by their order of being written. */
const STATE = `(SELECT s.step FROM app.party_merge_steps s WHERE s.merge_id = m.id ORDER BY s.at DESC, s.id DESC LIMIT 1)`
const STANDING = `SELECT m.duplicate, m.kept FROM app.party_merges m WHERE ${STATE} = 'confirmed'`

/** All entries of the register that are one party with this one, itself first in no order. */
export async function unionOf(db: Queryable, id: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'party-union',
    text: `WITH RECURSIVE standing AS MATERIALIZED (${STANDING}), one(id) AS (SELECT $1::uuid UNION
        SELECT CASE WHEN s.duplicate = one.id THEN s.kept ELSE s.duplicate END
        FROM one JOIN standing s ON one.id IN (s.duplicate, s.kept)) SELECT id FROM one`,
    values: [id],
  })
  return rows.map((row) => row.id)
}

/** By the id of an entry that was merged, the one that stands for it now; others are not in the map. */
export async function keptFor(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; kept: string }>({
    name: 'party-kept-for',
    text: `WITH RECURSIVE standing AS MATERIALIZED (${STANDING}), up(id, kept) AS (
        SELECT s.duplicate, s.kept FROM standing s WHERE s.duplicate = ANY ($1::uuid[])
        UNION SELECT up.id, s.kept FROM up JOIN standing s ON s.duplicate = up.kept)
      SELECT id, kept FROM up WHERE kept NOT IN (SELECT duplicate FROM standing)`,
    values: [ids],
  })
  return new Map(rows.map(({ id, kept }) => [id, kept]))
}

/** Both entries as the register has them; nobody else merges either of them until the transaction ends. */
export async function lockRegistered(tx: Tx, ids: readonly string[]): Promise<readonly Registered[]> {
  await tx.query({
    name: 'party-merge-lock',
    text: 'SELECT FROM app.parties WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    values: [ids],
  })
  const { rows } = await tx.query<Registered>({
    name: 'party-registered',
    text: `SELECT p.id, p.name, p.kind, (SELECT s.kept FROM (${STANDING}) s WHERE s.duplicate = p.id) AS "mergedInto",
        EXISTS (SELECT FROM app.party_merges m WHERE p.id IN (m.duplicate, m.kept) AND ${STATE} = 'proposed') AS "isPending"
      FROM app.parties p WHERE p.id = ANY ($1::uuid[])`,
    values: [ids],
  })
  return rows
}

export type MergeRow = {
  readonly id: string
  readonly duplicate: string
  readonly kept: string
  readonly state: MergeStep
  readonly proposedBy: string
}

/** A merge that this agency has proposed; nobody else decides it until the transaction ends. Undefined for another's. */
export async function lockMerge(tx: Tx, id: string, agencyId: string): Promise<MergeRow | undefined> {
  await tx.query({
    name: 'party-merge-step-lock',
    text: 'SELECT FROM app.parties d JOIN app.party_merges m ON m.duplicate = d.id WHERE m.id = $1 FOR UPDATE OF d',
    values: [id],
  })
  const { rows } = await tx.query<MergeRow>({
    name: 'party-merge-read',
    text: `SELECT m.id, m.duplicate, m.kept, ${STATE} AS state,
        (SELECT s.by FROM app.party_merge_steps s WHERE s.merge_id = m.id AND s.step = 'proposed') AS "proposedBy"
      FROM app.party_merges m WHERE m.id = $1 AND m.agency_id = $2`,
    values: [id, agencyId],
  })
  return rows[0]
}

type NewMerge = { readonly id: string; readonly duplicate: string; readonly kept: string; readonly agencyId: string }

export async function insertMerge(tx: Tx, { id, duplicate, kept, agencyId }: NewMerge): Promise<void> {
  await tx.query({
    name: 'party-merge-insert',
    text: 'INSERT INTO app.party_merges (id, duplicate, kept, agency_id) VALUES ($1, $2, $3, $4)',
    values: [id, duplicate, kept, agencyId],
  })
}

export type NewStep = {
  readonly merge: string
  readonly step: MergeStep
  readonly by: string
  readonly at: Date
  readonly reason: string
}

export async function insertMergeStep(tx: Tx, { merge, step, by, at, reason }: NewStep): Promise<void> {
  await tx.query({
    name: 'party-merge-step',
    text: 'INSERT INTO app.party_merge_steps (id, merge_id, step, by, at, reason) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [newId(), merge, step, by, at, reason],
  })
}

/** Every merge in which one of these entries took part, the newest first; only the agency that proposed it decides. */
export async function listMerges(db: Queryable, ids: readonly string[], agencyId: string): Promise<PartyMerge[]> {
  const { rows } = await db.query<PartyMerge>({
    name: 'party-merges',
    text: `SELECT m.id, ${STATE} AS state, json_build_object('id', d.id, 'name', d.name) AS duplicate,
        json_build_object('id', k.id, 'name', k.name) AS kept, a.short_name AS agency, m.agency_id = $2 AS "isOwn",
        (SELECT json_agg(json_build_object('step', s.step, 'by', p.name, 'byId', s.by, 'at', s.at, 'reason', s.reason)
          ORDER BY s.at, s.id) FROM app.party_merge_steps s JOIN app.people p ON p.id = s.by WHERE s.merge_id = m.id) AS steps
      FROM app.party_merges m JOIN app.parties d ON d.id = m.duplicate JOIN app.parties k ON k.id = m.kept
      JOIN app.agencies a ON a.id = m.agency_id
      WHERE m.duplicate = ANY ($1::uuid[]) OR m.kept = ANY ($1::uuid[]) ORDER BY m.id DESC`,
    values: [ids, agencyId],
  })
  return rows
}
