import type { CaseState } from '#domain/case/state.ts'
import { ANSWER_PARTS, answerPackOf, type Contested } from '#domain/dispute/answer-pack.ts'
import { type Competence, competenceOf, contestedCaseId } from '#domain/dispute/competence.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { findCase } from '#server/features/cases/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { streamPack } from './stream-pack.ts'

/**
 * What the respondent or defendant hands in (行政复议法第四十八条、行政诉讼法第六十七条第一款) as one tar, from the case of the dispute and the case
 * whose act is contested; whoever may not read that one asks for access to it first.
 */
export async function readAnswerPack(ctx: RequestContext, caseId: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}` })
  const [reading, loaded] = await Promise.all([groundToRead(ctx, caseId), find(ctx, caseId)])
  if (isRefused(reading)) return reading
  if (reading.grant || !loaded) return notFound('答复、应诉材料')
  const originId = contestedCaseId(loaded.state, loaded.origin ?? undefined)
  const origin = originId === undefined ? undefined : await readOrigin(ctx, originId)
  return isRefused(origin) ? origin : streamAnswer(ctx, { dispute: loaded.state, origin })
}

async function streamAnswer(ctx: RequestContext, contested: Contested): Promise<StreamAnswer | Refused> {
  const { dispute, origin } = contested
  const items = answerPackOf(contested)
  if (!items)
    return refused(
      'gate-closed',
      '还没有作出答复书、答辩状，没有可以导出的材料；请先办理“提出书面答复”或者“提交答辩状”。',
    )
  const [competence, pages] = await Promise.all([readCompetence(ctx), readPages(ctx, origin?.id)])
  const make = (code: string, base: DocumentData): DocumentData => {
    const { number: _ofTheAnswer, verifyUrl: _itsOwn, ...document } = base.document
    const title = documentTitleOf(code, document.issuedOn)
    return { ...base, document: { ...document, code, title }, letter: competenceOf(base.agency, competence, origin) }
  }
  return streamPack(ctx, {
    items,
    parts: ANSWER_PARTS,
    catalogue: 'answer-pack-catalogue',
    folder: `答复应诉材料-${dispute.number ?? origin?.number ?? dispute.id}`,
    cases: [dispute.id, ...(origin ? [origin.id] : [])],
    make,
    pages,
  })
}

function find(ctx: RequestContext, caseId: string) {
  return findCase(ctx.db, { caseId, agencyId: ctx.actor.agencyId, people: [], today: ctx.clock.today() })
}

async function readOrigin(ctx: RequestContext, caseId: string): Promise<CaseState | Refused | undefined> {
  const [reading, loaded] = await Promise.all([groundToRead(ctx, caseId), find(ctx, caseId)])
  return isRefused(reading) ? reading : loaded?.state
}

async function readCompetence(ctx: RequestContext): Promise<Competence> {
  const { rows } = await ctx.db.query<Competence>({
    name: 'answer-pack-competence',
    text: `SELECT a.nature, r.name AS "regionName", a.qualified_from_on AS "qualifiedFromOn",
        a.qualified_until_on AS "qualifiedUntilOn"
      FROM app.agencies a JOIN app.regions r ON r.code = a.region_code WHERE a.id = $1`,
    values: [ctx.actor.agencyId],
  })
  const [found] = rows
  if (!found) throw new Error('the agency of the caller is not there')
  return found
}

type Bound = { readonly id: string; readonly from?: number; readonly to?: number }

/** Where papers and evidence stand in the sealed dossier; nothing while it is not sealed. */
async function readPages(ctx: RequestContext, caseId: string | undefined): Promise<ReadonlyMap<string, string>> {
  if (caseId === undefined) return new Map()
  const { rows } = await ctx.db.query<{ items: readonly Bound[] }>({
    name: 'answer-pack-pages',
    text: `SELECT p.inventory::jsonb -> 'items' AS items FROM app.dossiers d
      JOIN app.dossier_packages p ON p.dossier_id = d.id WHERE d.case_id = $1 AND d.agency_id = $2 ORDER BY p.part`,
    values: [caseId, ctx.actor.agencyId],
  })
  const bound = rows.flatMap(({ items }) => items)
  return new Map(bound.flatMap(({ id, from, to }) => (from === undefined ? [] : [[id, pagesSaid(from, to)] as const])))
}

const pagesSaid = (from: number, to = from): string => (from === to ? String(from) : `${from}—${to}`)
