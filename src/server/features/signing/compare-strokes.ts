import type { Context } from '#server/context.ts'

export type StrokesReport = { readonly compared: number; readonly differing: readonly string[] }

/** Every hand that is kept against the digest in the event of its signature, and every digest against the hand; ids of what differs. */
export async function compareStrokes({ db }: Pick<Context, 'db'>): Promise<StrokesReport> {
  const { rows } = await db.query<{ compared: number; differing: string[] }>({
    name: 'compare-strokes',
    text: `SELECT count(*)::int AS compared, coalesce(array_agg(id ORDER BY id) FILTER (WHERE NOT is_same), '{}') AS differing
      FROM (SELECT coalesce(e.id, s.id::text) AS id, coalesce(e.digest = encode(sha256(convert_to(s.strokes, 'UTF8')), 'hex')
          AND e.digest = s.strokes_sha256 AND e.document = s.document_id::text AND e.case_id = s.case_id, false) AS is_same
        FROM (SELECT case_id, body->>'id' AS id, body->>'document' AS document,
            coalesce(body->>'strokes', body->'witness'->>'strokes') AS digest
          FROM app.events WHERE type IN ('document-signed', 'signature-refused')) e
        FULL JOIN app.signatures s ON s.id::text = e.id
        WHERE s.id IS NOT NULL OR e.digest IS NOT NULL) both_sides`,
  })
  return rows[0] ?? { compared: 0, differing: [] }
}
