import type { SigningAnswer } from '#contract/signing.ts'
import type { CaseState } from '#domain/case/state.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { KindSigners } from '#domain/document/kinds/kind-signers.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import type { Refused as Refusing, Signed, SignerRole } from '#domain/signing/signature.ts'
import { signersOf, signingStateOf } from '#domain/signing/signers-of.ts'
import { pathOf, type Stroke } from '#domain/signing/strokes.ts'
import { groundToReadDocument } from '#server/features/access/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findPaper, findSignedPaper, type Paper, type SignedPaper, strokesOf } from './signed-papers-store.ts'

export type PaperOf = { readonly id: string; readonly document: string }

/** What stands under a paper and whose word is wanting; for those who work on the case. */
export async function readSigning(ctx: RequestContext, where: PaperOf): Promise<SigningAnswer | Refused> {
  const paper = await openPaper(ctx, where)
  if (isRefused(paper)) return paper
  const [state, drawn, copy] = await Promise.all([
    findState(ctx, where.id),
    strokesOf(ctx.db, where.document),
    findSignedPaper(ctx.db, where.document),
  ])
  const wants = signersOf(paper.code)
  const signing = state && signingStateOf(state, where.document)
  if (!state || !wants || !signing) return refused('not-offered', '这种文书不用在屏幕上签名。')
  const given = (item: Signed | Refusing) => givenOf(wants, item, drawn.get(item.id))
  return {
    version: state.seq,
    caseName: state.name,
    ...namesOf(signing.document),
    file: paper.file && { sha256: paper.file.sha256, pages: paper.file.pages },
    wants: wantsOf(wants),
    parties: partiesOf(state, signing.document.party),
    named: paper.data.record?.subject?.name || paper.data.delivery?.recipient || null,
    given: [...signing.signed, ...signing.refused].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(given),
    wanting: [...signing.wanting],
    recordings: (state.recordings ?? []).map(({ recording, scene, capturedAt }) => ({
      id: recording,
      title: `${sceneOf(scene).title}，${capturedAt.slice(0, 10)}`,
    })),
    copy: copyOf(copy),
  }
}

/** The paper for somebody who may hold it out; a granted request lets read and not sign. */
export async function openPaper(ctx: RequestContext, { id, document }: PaperOf): Promise<Paper | Refused> {
  ctx.audit({ subject: `document:${document}` })
  const reading = await groundToReadDocument(ctx, id, document)
  if (isRefused(reading)) return reading
  if (reading.grant) return refused('forbidden', '凭调阅只能查看文书，不能办理签名。')
  return (await findPaper(ctx.db, { caseId: id, document, agencyId: ctx.actor.agencyId })) ?? notFound('文书')
}

function namesOf({ code, issuedOn, number, voided }: CaseState['documents'][number]) {
  return { title: documentTitleOf(code, issuedOn), number: number ?? null, voided: voided ?? null }
}

function wantsOf({ party, officers, witness, basis }: KindSigners): SigningAnswer['wants'] {
  return { party: party ?? null, officers: officers ? { ...officers } : null, witness: witness ?? null, basis }
}

/** What the newest copy says of itself. */
function copyOf(copy: SignedPaper | undefined): SigningAnswer['copy'] {
  if (!copy) return null
  const { sha256, pages, recipe } = copy
  return { sha256, pages, signatures: recipe.signatures.length + recipe.refusals.length }
}

/** Who of the case may sign for a party, and whom one would expect: the person, or who represents it. */
function partiesOf({ parties }: CaseState, addressee: string | undefined): SigningAnswer['parties'] {
  return parties
    .filter(({ id }) => addressee === undefined || id === addressee)
    .map(({ id, name, kind, legalRepresentative }) => ({
      id,
      name,
      signer: kind === 'person' ? name : legalRepresentative,
    }))
}

/** What the paper calls somebody in this quality. */
export function calledBy(wants: KindSigners, as: SignerRole): string {
  const called = { party: wants.party, officer: wants.officers?.called, witness: wants.witness }
  return called[as] ?? ''
}

/** What proves a refusal, in words. */
export function proofOf({ witness, recording }: Pick<Refusing, 'witness' | 'recording'>): string {
  return [witness && `见证人${witness.name}`, recording && '音像记录'].filter(Boolean).join('，')
}

function givenOf(
  wants: KindSigners,
  item: Signed | Refusing,
  strokes: readonly Stroke[] | undefined,
): SigningAnswer['given'][number] {
  const { id, as, name, at } = item
  const path = strokes && strokes.length > 0 ? pathOf(strokes) : null
  const isRefusal = 'reason' in item
  return {
    ...{ id, as, name, at, path, called: calledBy(wants, as) },
    how: isRefusal ? null : item.how,
    refusal: isRefusal ? { reason: item.reason, proof: proofOf(item) } : null,
  }
}

async function findState(ctx: RequestContext, caseId: string): Promise<CaseState | undefined> {
  const { rows } = await ctx.db.query<{ state: CaseState }>({
    name: 'state-to-sign',
    text: 'SELECT state FROM app.cases WHERE id = $1 AND agency_id = $2',
    values: [caseId, ctx.actor.agencyId],
  })
  return rows[0]?.state
}
