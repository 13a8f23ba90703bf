import type { TrailSubject } from '#domain/trail/refuse-trail.ts'
import { subjectText } from '#domain/trail/refuse-trail.ts'
import type { Queryable } from '#server/db/database.ts'

/** Where the lines of a trail are looked for; an empty part has no lines. */
export type TrailScope = {
  readonly subjects: readonly string[]
  readonly recordings: readonly string[]
  readonly caseId: string | null
  readonly personId: string | null
  /** Of a party, which all agencies share, only what people of this agency did. */
  readonly agencyId: string | null
}

const NOWHERE: TrailScope = { subjects: [], recordings: [], caseId: null, personId: null, agencyId: null }

/** A case brings what belongs to it: papers, evidence, recordings, publications, requests. */
export async function scopeOf(db: Queryable, subject: TrailSubject, agencyId: string): Promise<TrailScope> {
  const { kind, id } = subject
  if (kind === 'person') return { ...NOWHERE, personId: id }
  if (kind === 'recording') return { ...NOWHERE, subjects: [subjectText(subject)], recordings: [id] }
  if (kind === 'party') return { ...NOWHERE, subjects: await partySubjects(db, id), agencyId }
  if (kind === 'dossier') return { ...NOWHERE, subjects: await dossierSubjects(db, id) }
  if (kind !== 'case') return { ...NOWHERE, subjects: [subjectText(subject)] }
  const { rows } = await db.query<Pick<TrailScope, 'subjects' | 'recordings'>>({
    name: 'trail-case-parts',
    text: `SELECT ARRAY['case:' || $1::text]
        || ARRAY(SELECT 'document:' || id FROM app.documents WHERE case_id = $1::uuid)
        || ARRAY(SELECT 'upload:' || id FROM app.uploads WHERE case_id = $1::uuid)
        || ARRAY(SELECT 'disclosure:' || id FROM app.disclosures WHERE case_id = $1::uuid)
        || ARRAY(SELECT 'dossier:' || id FROM app.dossiers WHERE case_id = $1::uuid)
        || ARRAY(SELECT 'package:' || p.id FROM app.dossier_packages p JOIN app.dossiers d ON d.id = p.dossier_id WHERE d.case_id = $1::uuid)
        || ARRAY(SELECT 'access:' || id FROM app.access_requests WHERE case_id = $1::uuid)
        || ARRAY(SELECT DISTINCT 'recording:' || recording_id FROM app.recording_bindings WHERE case_id = $1::uuid) AS subjects,
      ARRAY(SELECT DISTINCT recording_id FROM app.recording_bindings WHERE case_id = $1::uuid) AS recordings`,
    values: [id],
  })
  return { ...NOWHERE, ...rows[0], caseId: id }
}

/** A merge stands on the trail of both: with an entry come those with which it was ever proposed to be one. */
async function partySubjects(db: Queryable, id: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ other: string }>({
    name: 'trail-merged-parties',
    text: `SELECT CASE WHEN duplicate = $1 THEN kept ELSE duplicate END AS other FROM app.party_merges
      WHERE $1::uuid IN (duplicate, kept)`,
    values: [id],
  })
  return [id, ...new Set(rows.map(({ other }) => other))].map((each) => subjectText({ kind: 'party', id: each }))
}

/** A dossier brings its packages. */
async function dossierSubjects(db: Queryable, id: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'trail-dossier-packages',
    text: 'SELECT id FROM app.dossier_packages WHERE dossier_id = $1',
    values: [id],
  })
  return [`dossier:${id}`, ...rows.map((row) => `package:${row.id}`)]
}
