import type { Arrangement } from '#domain/archive/catalogue.ts'
import type { FoundFile } from '#domain/archive/property-view.ts'
import type { Retention } from '#domain/archive/retention.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { newId } from '#server/ids.ts'

export type DossierRow = {
  readonly id: string
  readonly caseId: string
  readonly agencyId: string
  readonly state: 'handed-over' | 'returned' | 'sealed'
  readonly version: number
  readonly arrangement: Arrangement
  readonly retention: Retention
  readonly retentionReason: string | null
  readonly itemRetentions: readonly { readonly id: string; readonly value: Retention; readonly reason: string }[]
  readonly notes: string
  readonly dueOn: PlainDate
  readonly handedOverBy: string
  readonly handedOverByName: string
  readonly handedOverAt: string
  readonly returnedReason: string | null
  /** By SHA-256; null until every file was read. */
  readonly examination: Readonly<Record<string, FoundFile>> | null
}

const SELECT = `SELECT d.id, d.case_id AS "caseId", d.agency_id AS "agencyId", d.state, d.version, d.arrangement, d.retention,
    d.retention_reason AS "retentionReason", d.item_retentions AS "itemRetentions", d.notes, d.due_on AS "dueOn",
    d.handed_over_by AS "handedOverBy", p.name AS "handedOverByName", d.handed_over_at AS "handedOverAt",
    d.returned_reason AS "returnedReason", d.examination
  FROM app.dossiers d JOIN app.people p ON p.id = d.handed_over_by`

/** The dossier of a case, if it was ever handed over. */
export async function findDossierOfCase(db: Queryable, caseId: string): Promise<DossierRow | undefined> {
  const text = `${SELECT} WHERE d.case_id = $1`
  const { rows } = await db.query<DossierRow>({ name: 'dossier-of-case', text, values: [caseId] })
  return rows[0]
}

/** A dossier of the agency; undefined for another's. */
export async function findDossier(db: Queryable, id: string, agencyId: string): Promise<DossierRow | undefined> {
  const text = `${SELECT} WHERE d.id = $1 AND d.agency_id = $2`
  const { rows } = await db.query<DossierRow>({ name: 'dossier-read', text, values: [id, agencyId] })
  return rows[0]
}

/** The same, and nobody else moves it until the transaction ends. */
export async function lockDossier(tx: Tx, id: string, agencyId: string): Promise<DossierRow | undefined> {
  const text = `${SELECT} WHERE d.id = $1 AND d.agency_id = $2 FOR UPDATE OF d`
  const { rows } = await tx.query<DossierRow>({ name: 'dossier-lock', text, values: [id, agencyId] })
  return rows[0]
}

export type HandedOver = Pick<
  DossierRow,
  'caseId' | 'agencyId' | 'arrangement' | 'retention' | 'retentionReason' | 'itemRetentions' | 'notes' | 'dueOn'
> & { readonly by: string; readonly at: Date }

/** Writes what the handler hands over, anew after a return; what was examined before no longer counts. */
export async function keepHandedOver(
  tx: Tx,
  handed: HandedOver,
): Promise<{ readonly id: string; readonly version: number }> {
  const { rows } = await tx.query<{ id: string; version: number }>({
    name: 'dossier-hand-over',
    text: `INSERT INTO app.dossiers AS d (id, case_id, agency_id, state, arrangement, retention, retention_reason, item_retentions,
        notes, due_on, handed_over_by, handed_over_at)
      VALUES ($1, $2, $3, 'handed-over', $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (case_id) DO UPDATE SET state = 'handed-over', version = d.version + 1, arrangement = $4, retention = $5,
        retention_reason = $6, item_retentions = $7, notes = $8, handed_over_by = $10, handed_over_at = $11,
        returned_reason = NULL, examined_at = NULL, examination = NULL
      RETURNING id, version`,
    values: [
      ...[newId(), handed.caseId, handed.agencyId, handed.arrangement, handed.retention, handed.retentionReason],
      ...[JSON.stringify(handed.itemRetentions), handed.notes, handed.dueOn, handed.by, handed.at],
    ],
  })
  if (!rows[0]) throw new Error('the dossier was not written')
  return rows[0]
}

export async function moveDossier(
  tx: Tx,
  id: string,
  to: { readonly state: 'returned' | 'sealed'; readonly reason?: string },
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>({
    name: 'dossier-move',
    text: `UPDATE app.dossiers SET state = $2, returned_reason = $3, version = version + 1 WHERE id = $1 RETURNING version`,
    values: [id, to.state, to.reason ?? null],
  })
  return rows[0]?.version ?? 0
}

export type Step = {
  readonly dossierId: string
  readonly step: 'handed-over' | 'returned' | 'sealed' | 'supplemented'
  readonly by: string
  readonly at: Date
  readonly remark?: string
}

export async function noteStep(tx: Tx, { dossierId, step, by, at, remark = '' }: Step): Promise<void> {
  await tx.query({
    name: 'dossier-step',
    text: 'INSERT INTO app.dossier_steps (id, dossier_id, step, by, at, remark) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [newId(), dossierId, step, by, at, remark],
  })
}

export type SealedPackage = {
  readonly id: string
  readonly dossierId: string
  readonly agencyId: string
  readonly part: number
  readonly archiveNumber: string
  readonly inventory: string
  readonly inventorySha256: string
  readonly by: string
  readonly at: Date
  readonly eventSeq: number
}

export async function keepPackage(tx: Tx, sealed: SealedPackage): Promise<void> {
  await tx.query({
    name: 'dossier-package',
    text: `WITH kept AS (
        INSERT INTO app.dossier_packages (id, dossier_id, agency_id, part, archive_number, inventory, inventory_sha256,
          sealed_by, sealed_at, event_seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id)
      INSERT INTO app.package_builds (package_id) SELECT id FROM kept`,
    values: [
      ...[sealed.id, sealed.dossierId, sealed.agencyId, sealed.part, sealed.archiveNumber, sealed.inventory],
      ...[sealed.inventorySha256, sealed.by, sealed.at, sealed.eventSeq],
    ],
  })
}
