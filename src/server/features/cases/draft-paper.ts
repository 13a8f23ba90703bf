import { draftAhead } from '#domain/case/draft-ahead.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import { findRun, type IssuedDocument, type Run } from '#domain/case/state.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { environmentOf } from './case-environment.ts'
import { findCase, type LoadedCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'

export type WantedDraft = { readonly caseId: string; readonly run: string; readonly party?: string | undefined }

/** The decision as the draft would have it printed now, for those who review or discuss it; nothing is numbered or stored. */
export async function readDraftPaper(ctx: RequestContext, wanted: WantedDraft): Promise<StreamAnswer | Refused> {
  const { agencyId, personId } = ctx.actor
  ctx.audit({ subject: `case:${wanted.caseId}`, detail: { run: wanted.run } })
  const [refusal, law, loaded] = await Promise.all([
    groundToWork(ctx, wanted.caseId),
    standingLaw(ctx, agencyId),
    findCase(ctx.db, { caseId: wanted.caseId, agencyId, people: [personId], today: ctx.clock.today() }),
  ])
  if (refusal) return refusal
  const env = loaded && environmentOf(ctx.clock, law, loaded)
  const actor = env?.person(personId)
  if (!loaded || !env || !actor) return notFound('案件')
  const run = findRun(loaded.state, wanted.run)
  if (!run) return notFound('程序')
  return drawDraft(ctx, env, loaded, { run, actor, party: wanted.party })
}

type Drawn = { readonly run: Run; readonly actor: Person; readonly party: string | undefined }

async function drawDraft(ctx: RequestContext, env: Environment, loaded: LoadedCase, drawn: Drawn) {
  const { state, agency } = loaded
  const { run, actor, party = state.parties[0]?.id } = drawn
  if (party !== undefined && !state.parties.some(({ id }) => id === party)) return notFound('当事人')
  const ahead = draftAhead(env, state, run, actor)
  if (!ahead) return refused('not-found', '这个程序现在没有待审核、待讨论的拟稿。')
  const isForParty = findDocumentKind(ahead.document, env.today)?.per === 'party'
  const document: IssuedDocument = {
    id: env.newId(),
    code: ahead.document,
    issuedOn: env.today,
    ...(isForParty && party !== undefined ? { party } : {}),
  }
  const { pdf } = await ctx.typesetter.typeset(fillDocument({ env, state, run, document, agency, isDraft: true }))
  const headers = {
    'content-type': 'application/pdf',
    'x-document-codes': ahead.document,
    'cache-control': 'no-store',
  }
  return { headers, body: Buffer.from(pdf) }
}
