import { type ReadCase, readingGround } from '#domain/access/reading-ground.ts'
import { SECRECY_BASIS } from '#domain/access-request/basis.ts'
import type { Queryable } from '#server/db/database.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type ActiveGrant, activeGrantsOfCase, activeGrantsOfDocument } from './active-grants.ts'
import { noteUse } from './note-use.ts'

/** On what ground the caller sees a case or one of its documents; `grant` where it is one that was asked for. */
export type Reading = { readonly ok: true; readonly grant: ActiveGrant | undefined }

/**
 * Why the caller may not work on a case, or nothing: who was granted access reads and does nothing else. Inside a transaction `db` is
 * that transaction: whoever waits for a second connection while holding one may wait for somebody who does the same.
 */
export async function groundToWork(
  ctx: RequestContext,
  caseId: string,
  db: Queryable = ctx.db,
): Promise<Refused | undefined> {
  const reading = await judge({ ctx, caseId, db }, async () => [])
  return isRefused(reading) ? reading : undefined
}

type Row = ReadCase & { readonly unitName: string; readonly mergedInto: string | null }

/**
 * The one door to what belongs to a case: another agency's is not found, the own agency's opens to those who take part and to
 * those who were granted access; to the others it says how to ask.
 */
export async function groundToRead(
  ctx: RequestContext,
  caseId: string,
  db: Queryable = ctx.db,
): Promise<Reading | Refused> {
  const wanted = { personId: ctx.actor.personId, now: ctx.clock.now(), caseId }
  return judge({ ctx, caseId, db }, () => activeGrantsOfCase(db, wanted))
}

/** The same for one document, which may have been granted by name. */
export async function groundToReadDocument(
  ctx: RequestContext,
  caseId: string,
  documentId: string,
): Promise<Reading | Refused> {
  const wanted = { personId: ctx.actor.personId, now: ctx.clock.now(), caseId, documentId }
  return judge({ ctx, caseId, db: ctx.db }, () => activeGrantsOfDocument(ctx.db, wanted))
}

type Asked = { readonly ctx: RequestContext; readonly caseId: string; readonly db: Queryable }

async function judge(asked: Asked, grantsOf: () => Promise<readonly ActiveGrant[]>): Promise<Reading | Refused> {
  const { ctx } = asked
  const row = await findReadCase(asked)
  if (!row) return notFound('案件')
  const posts = ctx.actor.posts.map(({ role, unitId }) => ({ role, unit: unitId }))
  if (readingGround({ id: ctx.actor.personId, posts }, row)) return { ok: true, grant: undefined }
  // What has gone over into another case belongs to that one: whoever has a ground there reads it here.
  if (row.mergedInto && !isRefused(await judge({ ...asked, caseId: row.mergedInto }, async () => [])))
    return { ok: true, grant: undefined }
  const [grant] = await grantsOf()
  if (!grant) return refuseReading(row.unitName)
  await noteUse(asked.db, ctx, grant.requestId)
  return { ok: true, grant }
}

function refuseReading(unitName: string): Refused {
  const sentence = `这件案件由${unitName}办理，您没有参与，也没有有效的调阅批准（到期即失效）；工作需要的，请申请调阅。`
  return refused('forbidden', sentence, { basis: SECRECY_BASIS })
}

async function findReadCase({ ctx, caseId, db }: Asked): Promise<Row | undefined> {
  const { rows } = await db.query<Row>({
    name: 'case-reading-ground',
    text: `SELECT c.unit_id AS unit, u.name AS "unitName", c.waits_for AS "waitsFor", c.merged_into AS "mergedInto",
        EXISTS (SELECT FROM app.case_people p WHERE p.case_id = c.id AND p.person_id = $3) AS "tookPart"
      FROM app.cases c JOIN app.units u ON u.id = c.unit_id WHERE c.id = $1 AND c.agency_id = $2`,
    values: [caseId, ctx.actor.agencyId, ctx.actor.personId],
  })
  return rows[0]
}
