import { type BasisPlace, formatBasis } from '#domain/violation/basis.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import type { ViolationRow } from './violation-row.ts'

export type SourcedRow = { readonly row: ViolationRow; readonly source: string; readonly sourceRow: number }

/** Inserts what is not there yet and answers the ids of the new rows by digest; the same content twice is one row. */
export async function insertViolations(
  tx: Tx,
  rows: readonly SourcedRow[],
  importedAt: Date | null,
): Promise<ReadonlyMap<string, string>> {
  const { rows: inserted } = await tx.query<{ id: string; digest: string }>({
    name: 'insert-violations',
    text: `INSERT INTO app.violations (id, domain, category, title, cause, basis_violated, basis_penalty, kinds, range_text,
        range, is_parsed, range_problem, criminal_risk, criminal_basis, source, source_row, imported_at, content_digest, in_force_from)
      SELECT r.id, r.domain, r.category, r.title, r.cause, r.basis_violated, r.basis_penalty, r.kinds, r.range_text,
        r.range, r.range IS NOT NULL, r.range_problem, r.criminal_risk, r.criminal_basis, r.source, r.source_row, coalesce($2, now()), r.digest, r.in_force_from
      FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, domain text, category text, title text, cause text,
        basis_violated text, basis_penalty text, kinds text[], range_text text, range jsonb, range_problem text,
        criminal_risk text, criminal_basis text, source text, source_row int, digest text, in_force_from date)
      ON CONFLICT (content_digest) DO NOTHING RETURNING id, content_digest AS digest`,
    values: [JSON.stringify(rows.map(toRecord)), importedAt],
  })
  const ids = new Map(inserted.map(({ id, digest }) => [digest, id]))
  const fresh = rows.map(({ row }) => row).filter((row) => ids.has(row.digest))
  await insertBases(tx, new Map(fresh.map((row) => [row.digest, row])), ids)
  return ids
}

function toRecord({ row, source, sourceRow }: SourcedRow): Readonly<Record<string, unknown>> {
  return {
    id: newId(),
    domain: row.domain,
    category: row.category,
    title: row.title,
    cause: row.cause,
    basis_violated: row.basisViolated,
    basis_penalty: row.basisPenalty,
    kinds: row.kinds,
    range_text: row.rangeText,
    range: row.range,
    range_problem: row.rangeProblem,
    criminal_risk: row.criminalRisk,
    criminal_basis: row.criminalBasis,
    source,
    source_row: sourceRow,
    digest: row.digest,
    in_force_from: row.inForceFrom ?? null,
  }
}

type BasisRecord = { readonly id: string; readonly title: string; readonly article: number } & Readonly<
  Record<'article_sub' | 'paragraph' | 'item', number>
>
const BASIS_COLUMNS = 'id uuid, title text, article int, article_sub int, paragraph int, item int'

async function insertBases(
  tx: Tx,
  rows: ReadonlyMap<string, ViolationRow>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const places = new Map<string, BasisPlace>()
  for (const { bases } of rows.values()) for (const { place } of bases) places.set(formatBasis(place), place)
  if (places.size === 0) return
  const known = await basisIds(tx, [...places.values()].map(basisRecord))
  const links = [...rows.values()].flatMap(({ digest, bases }) =>
    bases.map(({ role, place }, ordinal) => ({
      violation_id: ids.get(digest),
      basis_id: known.get(formatBasis(place)),
      role,
      ordinal,
    })),
  )
  await tx.query({
    name: 'insert-violation-bases',
    text: `INSERT INTO app.violation_bases (violation_id, basis_id, role, ordinal)
      SELECT violation_id, basis_id, role, ordinal
      FROM jsonb_to_recordset($1::jsonb) AS r (violation_id uuid, basis_id uuid, role text, ordinal int)`,
    values: [JSON.stringify(links)],
  })
}

function basisRecord({ articleSub, ...place }: BasisPlace): BasisRecord {
  return { id: newId(), article_sub: articleSub, ...place }
}

async function basisIds(tx: Tx, records: readonly BasisRecord[]): Promise<ReadonlyMap<string, string>> {
  const values = [JSON.stringify(records)]
  await tx.query({
    name: 'insert-bases',
    text: `INSERT INTO app.bases (id, title, article, article_sub, paragraph, item)
      SELECT id, title, article, article_sub, paragraph, item FROM jsonb_to_recordset($1::jsonb) AS r (${BASIS_COLUMNS})
      ON CONFLICT DO NOTHING`,
    values,
  })
  const { rows } = await tx.query<BasisRecord>({
    name: 'find-bases',
    text: `SELECT b.id, b.title, b.article, b.article_sub, b.paragraph, b.item
      FROM jsonb_to_recordset($1::jsonb) AS r (${BASIS_COLUMNS})
      JOIN app.bases b USING (title, article, article_sub, paragraph, item)`,
    values,
  })
  return new Map(rows.map(({ id, article_sub, ...rest }) => [formatBasis({ ...rest, articleSub: article_sub }), id]))
}
