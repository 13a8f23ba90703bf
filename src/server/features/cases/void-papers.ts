import type { CaseMoved } from '#contract/case-moved.ts'
import type { VoidAnswerInput, VoidInput } from '#contract/cases.ts'
import { decideVoidAnswer, decideVoiding } from '#domain/case/void-paper.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { moveCase } from './move-case.ts'

type Where = { readonly id: string; readonly document: string }

/** A paper that was made out in error and that nobody has been given yet: void at once, or once its approver agrees. Throws RefusedError. */
export async function askVoid(ctx: RequestContext, { id, document }: Where, { reason }: VoidInput): Promise<CaseMoved> {
  return moveCase(ctx, id, {}, async (_tx, env, state, actor) => decideVoiding(env, state, { document, reason }, actor))
}

/** Whoever agreed to the paper agrees that it is void, or not. Throws RefusedError. */
export async function answerVoid(
  ctx: RequestContext,
  { id, document }: Where,
  { granted, opinion }: VoidAnswerInput,
): Promise<CaseMoved> {
  const answer = { document, granted, opinion }
  return moveCase(ctx, id, {}, async (_tx, env, state, actor) => decideVoidAnswer(env, state, answer, actor))
}
