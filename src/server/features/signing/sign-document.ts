import type { CaseMoved } from '#contract/case-moved.ts'
import type { RefusalInput, SignatureInput } from '#contract/signing.ts'
import type { Decision } from '#domain/case/command.ts'
import { decideRefusal, decideSignature } from '#domain/case/decide-signature.ts'
import type { Stroke } from '#domain/signing/strokes.ts'
import type { Tx } from '#server/db/database.ts'
import { moveCase } from '#server/features/cases/index.ts'
import { confirmPassword } from '#server/features/people/index.ts'
import { isRefused, notFound, type Refused, RefusedError } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findPaper, keepStrokes } from './signed-papers-store.ts'

type Where = { readonly id: string; readonly document: string }
type Parsed<T> = Required<Pick<T & { strokes?: unknown }, never>> & T

/**
 * Keeps one signature under the paper whose digest the signer was shown: event, leaf, strokes and audit entry in one transaction.
 * An officer proves once more who they are, since the device may have been in other hands. Throws RefusedError.
 */
export async function signDocument(
  ctx: RequestContext,
  where: Where,
  input: Parsed<SignatureInput> & { readonly how: 'drawn' | 'typed'; readonly strokes: readonly Stroke[] },
): Promise<CaseMoved | Refused> {
  ctx.audit({ subject: `document:${where.document}` })
  const { password, ...signature } = input
  if (input.as === 'officer') {
    const unproved = await confirmPassword(ctx, password ?? '')
    if (isRefused(unproved)) return unproved
  }
  return moveCase(ctx, where.id, {}, async (tx, env, state, actor) => {
    const paper = await paperIn(tx, ctx, where)
    const decision = decideSignature({ env, state, paper, input: signature, actor })
    await keep(tx, ctx, where, decision, signature.strokes)
    return decision
  })
}

/** Notes that somebody refused to sign, why, and who or what proves it. */
export async function refuseSignature(
  ctx: RequestContext,
  where: Where,
  input: Parsed<RefusalInput> & {
    readonly reason: string
    readonly witness?: { readonly name: string; readonly strokes: readonly Stroke[] } | undefined
  },
): Promise<CaseMoved> {
  ctx.audit({ subject: `document:${where.document}` })
  return moveCase(ctx, where.id, {}, async (tx, env, state, actor) => {
    const paper = await paperIn(tx, ctx, where)
    const decision = decideRefusal({ env, state, paper, input, actor })
    await keep(tx, ctx, where, decision, input.witness?.strokes ?? [])
    return decision
  })
}

async function paperIn(tx: Tx, ctx: RequestContext, { id, document }: Where) {
  const paper = await findPaper(tx, { caseId: id, document, agencyId: ctx.actor.agencyId })
  if (!paper) throw new RefusedError(notFound('文书'))
  return { id: document, sha256: paper.file?.sha256 }
}

/** The strokes stand beside the event that holds their digest. */
async function keep(tx: Tx, ctx: RequestContext, where: Where, decision: Decision, strokes: readonly Stroke[]) {
  if (!decision.ok || strokes.length === 0) return
  const [event] = decision.events
  const sha256 = event && strokesDigestIn(event)
  if (!event || !('id' in event) || !sha256) throw new Error('a signature without the digest of its strokes')
  const { id: caseId, document } = where
  const at = ctx.clock.now().toISOString()
  const plain = strokes.map(({ d, ms }) => ({ d, ms }))
  await keepStrokes(tx, { id: event.id, caseId, document, agencyId: ctx.actor.agencyId, strokes: plain, sha256, at })
}

function strokesDigestIn(event: Extract<Decision, { ok: true }>['events'][number]): string | undefined {
  if (event.type === 'document-signed') return event.strokes
  return event.type === 'signature-refused' ? event.witness?.strokes : undefined
}
