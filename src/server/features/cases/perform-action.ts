import type { CaseMoved } from '#contract/case-moved.ts'
import type { ActionInput } from '#contract/cases.ts'
import { decide } from '#domain/case/decide.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type Decider, moveCase } from './move-case.ts'
import { takeAttachments } from './take-attachments.ts'
import { takeEvidence } from './take-evidence.ts'

/** Takes or proposes an action in one run of a case (architecture: one action, from click to proof). */
export async function performAction(
  ctx: RequestContext,
  caseId: string,
  action: string,
  input: ActionInput,
): Promise<CaseMoved> {
  const decider: Decider = async (tx, env, state, actor) => {
    const evidence = await takeEvidence(tx, ctx, caseId, input.evidence)
    const attachments = await takeAttachments(tx, ctx, state, input.attachments)
    const { run, facts, scenes } = input
    return decide(env, state, { type: 'take', run, action, facts, evidence, scenes, attachments }, actor)
  }
  return moveCase(ctx, caseId, input, decider)
}
