import type { AccessRequestInput } from '#contract/access.ts'
import type { WantedCase } from '#domain/access-request/refuse-request.ts'
import type { Queryable, Tx } from '#server/db/database.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'

export async function findWantedCase(db: Queryable, caseId: string, agencyId: string): Promise<WantedCase | undefined> {
  const { rows } = await db.query<WantedCase>({
    name: 'access-wanted-case',
    text: `SELECT unit_id AS unit, ARRAY(SELECT person_id FROM app.case_people WHERE case_id = c.id AND is_handler) AS handlers
      FROM app.cases c WHERE id = $1 AND agency_id = $2`,
    values: [caseId, agencyId],
  })
  return rows[0]
}

type Scope = Pick<AccessRequestInput, 'caseId' | 'scope' | 'documents' | 'recordings' | 'follows'>

const wrong = (field: string, sentence: string): Refused =>
  refused('invalid-input', sentence, { errors: [{ pointer: `/${field}`, sentence }] })

/** What is asked for exists in the caller's agency and belongs together; another agency's is not found. */
export async function refuseItems(tx: Tx, ctx: RequestContext, wanted: Scope): Promise<Refused | undefined> {
  const { caseId, scope, documents, recordings } = wanted
  if (caseId !== undefined && !(await findWantedCase(tx, caseId, ctx.actor.agencyId))) return notFound('案件')
  if (scope === 'case') return refuseWhole(wanted)
  if (documents.length + recordings.length === 0)
    return wrong('documents', '请列明要调阅的文书或者音像记录；要看全部的，请选择整件案件。')
  if (documents.length > 0 && caseId === undefined) return wrong('caseId', '调阅文书的，请写明是哪件案件的。')
  return (await refuseStrangers(tx, ctx, wanted)) ?? (await refuseFollows(tx, ctx, wanted))
}

function refuseWhole({ caseId, documents, recordings }: Scope): Refused | undefined {
  if (caseId === undefined) return wrong('caseId', '调阅整件案件的，请写明是哪件案件。')
  if (documents.length + recordings.length === 0) return undefined
  return wrong('scope', '选择了整件案件，不用再列明文书和音像记录；只看其中几份的，请改选。')
}

async function refuseStrangers(tx: Tx, ctx: RequestContext, wanted: Scope): Promise<Refused | undefined> {
  const { caseId = null } = wanted
  const [documents, recordings] = [[...new Set(wanted.documents)], [...new Set(wanted.recordings)]]
  const { rows } = await tx.query<{ documents: number; recordings: number }>({
    name: 'access-known-items',
    text: `SELECT (SELECT count(*)::int FROM app.documents WHERE id = ANY ($1::uuid[]) AND case_id = $3 AND agency_id = $4) AS documents,
      (SELECT count(*)::int FROM app.recordings r WHERE id = ANY ($2::uuid[]) AND agency_id = $4 AND ($3::uuid IS NULL
        OR EXISTS (SELECT FROM app.recordings_of_cases b WHERE b.recording_id = r.id AND b.case_id = $3))) AS recordings`,
    values: [documents, recordings, caseId, ctx.actor.agencyId],
  })
  if (rows[0]?.documents !== documents.length) return wrong('documents', '列明的文书里有不属于这件案件的，请重新选择。')
  if (rows[0].recordings !== recordings.length)
    return wrong('recordings', '列明的音像记录里有不属于这件案件或者本机关的，请重新选择。')
  return undefined
}

async function refuseFollows(tx: Tx, ctx: RequestContext, { follows }: Scope): Promise<Refused | undefined> {
  if (follows === undefined) return undefined
  const { rowCount } = await tx.query({
    name: 'access-follows',
    text: 'SELECT FROM app.access_requests WHERE id = $1 AND requested_by = $2',
    values: [follows, ctx.actor.personId],
  })
  return rowCount === 1 ? undefined : notFound('原来的调阅申请')
}
