import type { z } from 'zod'
import type { PreviewInput } from '#contract/cases.ts'
import { partiesOf, subjectsOf } from '#domain/case/concerned.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import { readFacts } from '#domain/case/read-facts.ts'
import { type CaseState, type Facts, findRun, type IssuedDocument, type Run } from '#domain/case/state.ts'
import { type CaseView, viewOf } from '#domain/case/view.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import { draftPaper } from '#domain/form/check-paper.ts'
import { findAction } from '#domain/procedure/actions-of.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { asAsked, papersOf } from '#domain/procedure/papers-of.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { environmentOf, idsIn } from './case-environment.ts'
import { findCase, type LoadedCase } from './load-case.ts'
import { standingLaw } from './standing-law.ts'

type Preview = z.output<typeof PreviewInput>

/** The paper that an action would issue with what is typed in so far, marked as a draft; nothing is stored and nothing refused. */
export async function previewDocument(ctx: RequestContext, caseId: string, preview: Preview): Promise<StreamAnswer> {
  const { env, loaded, actor } = await readForPreview(ctx, caseId, preview)
  const { data, codes, isIssued } = drawPaper(env, loaded, actor, preview)
  const { pdf } = await ctx.typesetter.typeset(data)
  const headers = {
    'content-type': 'application/pdf',
    'x-document-codes': codes.join(','),
    'x-document-issued': isIssued ? 'yes' : 'no',
    'cache-control': 'no-store',
  }
  return { headers, body: Buffer.from(pdf) }
}

async function readForPreview(ctx: RequestContext, caseId: string, preview: Preview) {
  const { agencyId, personId } = ctx.actor
  const wanted = { caseId, agencyId, people: [personId, ...idsIn(preview.input)], today: ctx.clock.today() }
  const [refusal, law, loaded] = await Promise.all([
    groundToWork(ctx, caseId),
    standingLaw(ctx, agencyId),
    findCase(ctx.db, wanted),
  ])
  if (refusal) throw new RefusedError(refusal)
  if (!loaded) throw new RefusedError(notFound('案件'))
  const env = environmentOf(ctx.clock, law, loaded)
  const actor = env.person(personId)
  if (!actor) throw new RefusedError(notFound('人员'))
  return { env, loaded, actor }
}

function drawPaper(env: Environment, { state, agency }: LoadedCase, actor: Person, preview: Preview) {
  const { action, input } = preview
  const run = findRun(state, input.run)
  if (!run) throw new RefusedError(notFound('程序'))
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const found = findAction(procedure, run.stage, action)
  if (!found) throw new RefusedError(refused('not-found', '这一步不出文书'))
  const subjects = subjectsOf(found, { state, run })
  const { facts, codes } = readPapers(procedure, found, { preview, run, subjects })
  const code = codes.find((item) => item === preview.document) ?? codes[0]
  if (!code) throw new RefusedError(refused('not-found', found.chooses ? '请先选文书，再看预览' : '这一步不出文书'))
  const view = viewOf({ env, state, run, actor, action, facts, evidence: [] })
  const { party, isIssued } = addressee(view, found, code, preview.party)
  const document: IssuedDocument = { id: env.newId(), code, issuedOn: env.today, ...(party !== undefined && { party }) }
  const paper = { env, state: view.state, run: view.run, document, agency, isDraft: true, action }
  return { codes, isIssued, data: fillDocument(paper) }
}

type Reading = {
  readonly preview: Preview
  readonly run: Run
  readonly subjects: Pick<CaseState, 'parties' | 'violations'>
}

/** What is sound of what was typed in, and the papers that come of it. */
function readPapers(procedure: AnyProcedure, action: Action, { preview, run, subjects }: Reading) {
  const { asks = [], ...issuing } = action
  const typed = preview.input.facts
  const read = readFacts(asAsked(procedure, issuing), asks, typed, run.facts, subjects)
  const facts = withDraft(read.facts, action, typed.case)
  return { facts, codes: papersOf(issuing, facts) }
}

/** A paper that is chosen is shown as far as it is filled in. */
function withDraft(facts: Facts, action: Action, typed: Readonly<Record<string, unknown>>): Facts {
  const { fact, among } = action.chooses ?? { fact: '', among: [] }
  const draft = draftPaper(among, typed[fact])
  return draft ? { ...facts, case: { ...facts.case, [fact]: draft } } : facts
}

/** Whose copy is shown: of whom it was asked, else of the first who gets one; and whether it is made out to them. */
function addressee(view: CaseView, action: Action, code: string, wanted: string | undefined) {
  if (wanted !== undefined && !partiesOf(view).some(({ id }) => id === wanted))
    throw new RefusedError(notFound('当事人'))
  const { party } = view.run
  if (findDocumentKind(code, view.env.today)?.per !== 'party')
    return { party, isIssued: isIssuedTo(view, action, code, undefined) }
  const among = subjectsOf(action, view).parties.map(({ id }) => id)
  const first = among.find((id) => isIssuedTo(view, action, code, id)) ?? among[0]
  const shown = party ?? wanted ?? first
  return { party: shown, isIssued: shown !== undefined && isIssuedTo(view, action, code, shown) }
}

/** Whether the action, done with what is typed in, makes the paper out at all; to this party, where each gets one. */
function isIssuedTo(view: CaseView, { issuesIf }: Action, code: string, party: string | undefined): boolean {
  if (party !== undefined && !view.parties.some(({ id }) => id === party)) return false
  return issuesIf?.[code]?.(view, party ?? '') ?? true
}
