import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import { parseSubject, refuseTrail, type TrailSubject } from '#domain/trail/refuse-trail.ts'
import type { Queryable } from '#server/db/database.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { isId } from '#server/ids.ts'

export type NamedSubject = { readonly subject: TrailSubject; readonly title: string }

type Found = { readonly title: string; readonly code: string | null; readonly on: PlainDate | null }

/** Each with the agency in `$2` that must own it; a party is everybody's, a person is looked up by whoever may ask. */
const FIND: Readonly<Record<TrailSubject['kind'], string>> = {
  case: `SELECT name AS title, NULL AS code, NULL::date AS "on" FROM app.cases WHERE id = $1 AND agency_id = $2`,
  document: `SELECT coalesce(number, '') AS title, code, issued_on AS "on" FROM app.documents WHERE id = $1 AND agency_id = $2`,
  recording: `SELECT file_name AS title, NULL AS code, NULL::date AS "on" FROM app.recordings WHERE id = $1 AND agency_id = $2`,
  upload: `SELECT file_name AS title, NULL AS code, NULL::date AS "on" FROM app.uploads WHERE id = $1 AND agency_id = $2`,
  access: `SELECT '调阅申请' AS title, NULL AS code, NULL::date AS "on" FROM app.access_requests WHERE id = $1 AND agency_id = $2`,
  dossier: `SELECT '案卷：' || c.name AS title, NULL AS code, NULL::date AS "on" FROM app.dossiers d
    JOIN app.cases c ON c.id = d.case_id WHERE d.id = $1 AND d.agency_id = $2`,
  party: `SELECT name AS title, NULL AS code, NULL::date AS "on" FROM app.parties WHERE id = $1 AND $2::uuid IS NOT NULL`,
  person: `SELECT p.name || '（' || a.short_name || '）' AS title, NULL AS code, NULL::date AS "on" FROM app.people p
    JOIN app.agencies a ON a.id = p.agency_id WHERE p.id = $1 AND $2::uuid IS NOT NULL`,
}

/** The subject that a text names, where the caller may read its trail; another agency's is not found. */
export async function subjectFor(ctx: RequestContext, db: Queryable, text: string): Promise<NamedSubject | Refused> {
  const subject = parseSubject(text)
  if (!subject || !isId(subject.id)) return wrongSubject
  const refusal = refuseTrail({ id: ctx.actor.personId, roles: ctx.actor.roles }, subject)
  if (refusal) return refused('forbidden', `${refusal.sentence}。`, { basis: refusal.basis })
  const { rows } = await db.query<Found>({
    name: `trail-subject-${subject.kind}`,
    text: FIND[subject.kind],
    values: [subject.id, ctx.actor.agencyId],
  })
  const [found] = rows
  if (!found) return notFound('对象')
  const { title, code, on } = found
  return { subject, title: code && on ? `${documentTitleOf(code, on)} ${title}`.trim() : title }
}

const SENTENCE = '对象应写成 case:编号、document:编号、recording:编号、dossier:编号、party:编号或者 person:编号。'
const wrongSubject = refused('invalid-input', SENTENCE, { errors: [{ pointer: '/subject', sentence: SENTENCE }] })
