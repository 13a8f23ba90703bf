import type { z } from 'zod'
import type { AccessOptions, AccessOptionsQuery } from '#contract/access.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { accessTerms } from './access-actor.ts'
import { itemOf, itemsOfCase, RECORDING_ITEM } from './request-detail.ts'

type Query = z.output<typeof AccessOptionsQuery>
type Named = Pick<AccessOptions, 'caseId' | 'caseName' | 'unitName' | 'items'>

/** What the form of a request shows: the name of what is asked for, never what it says. */
export async function readOptions(ctx: RequestContext, query: Query): Promise<AccessOptions | Refused> {
  const named = query.case ? await caseNamed(ctx, query.case) : await recordingNamed(ctx, query.recording)
  if (named === undefined) return notFound(query.case ? '案件' : '音像记录')
  if ('kind' in named) return named
  const { usualDays, longestDays } = await accessTerms(ctx)
  const isHead = ctx.actor.roles.includes('unit-head')
  return { ...named, days: usualDays, longestDays, needsEndorsement: !isHead }
}

async function caseNamed(ctx: RequestContext, caseId: string): Promise<Named | undefined> {
  const { rows } = await ctx.db.query<{ caseName: string; unitName: string }>({
    name: 'access-case-named',
    text: `SELECT c.name AS "caseName", u.name AS "unitName" FROM app.cases c JOIN app.units u ON u.id = c.unit_id
      WHERE c.id = $1 AND c.agency_id = $2`,
    values: [caseId, ctx.actor.agencyId],
  })
  return rows[0] && { caseId, ...rows[0], items: await itemsOfCase(ctx.db, caseId) }
}

async function recordingNamed(ctx: RequestContext, recordingId: string | undefined) {
  if (recordingId === undefined) return refused('invalid-input', '请写明要调阅的案件或者音像记录。')
  const { rows } = await ctx.db.query<Parameters<typeof itemOf>[0] & { caseName: string; unitName: string }>({
    name: 'access-recording-named',
    text: `SELECT ${RECORDING_ITEM.replace('NULL::uuid', 'c.id')}, coalesce(c.name, '') AS "caseName", coalesce(u.name, '') AS "unitName"
      FROM app.recordings v LEFT JOIN app.standing_bindings b ON b.recording_id = v.id LEFT JOIN app.cases c ON c.id = b.case_id
      LEFT JOIN app.units u ON u.id = c.unit_id WHERE v.id = $1 AND v.agency_id = $2 ORDER BY b.bound_at DESC NULLS LAST LIMIT 1`,
    values: [recordingId, ctx.actor.agencyId],
  })
  const [row] = rows
  if (!row) return undefined
  const { caseName, unitName, caseId } = row
  return { caseId, caseName, unitName, items: [itemOf(row)] } satisfies Named
}
