import { groundToRead } from '#server/features/access/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

type Volume = { readonly sha256: string; readonly size: number; readonly frontPages: number; readonly name: string }

/** The bound volume of a case's dossier, once its package was put together; supplements have volumes of their own. */
export async function findVolume(ctx: RequestContext, caseId: string): Promise<Volume | undefined> {
  const { rows } = await ctx.db.query<Volume>({
    name: 'dossier-volume',
    text: `SELECT v.sha256, v.size::float8 AS size, v.front_pages AS "frontPages", p.archive_number AS name
      FROM app.dossiers d JOIN app.dossier_packages p ON p.dossier_id = d.id AND p.part = 1
      JOIN app.package_volumes v ON v.package_id = p.id WHERE d.case_id = $1 AND d.agency_id = $2`,
    values: [caseId, ctx.actor.agencyId],
  })
  return rows[0]
}

/** The volume for those who read the case by right: it cannot bear the name of who was granted access. */
export async function readVolume(ctx: RequestContext, caseId: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const reading = await groundToRead(ctx, caseId)
  if (isRefused(reading)) return reading
  if (reading.grant) return refused('forbidden', '调阅的请逐份查看文书：装订本上印不了调阅人的姓名。')
  const volume = await findVolume(ctx, caseId)
  if (!volume) return refused('gate-closed', '还没有装订本：案卷封存、归档包装配完以后才有，一般几秒。')
  const headers = { ...contentHeaders('application/pdf', `${volume.name}.pdf`), 'content-length': String(volume.size) }
  return { headers, body: ctx.blobs.openRange(volume.sha256) }
}
