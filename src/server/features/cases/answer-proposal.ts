import type { CaseMoved } from '#contract/case-moved.ts'
import type { ApprovalInput } from '#contract/cases.ts'
import { attached } from '#domain/case/attached.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { Attachment } from '#domain/case/state.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { moveCase } from './move-case.ts'
import { takeAttachments } from './take-attachments.ts'

/** Agrees to a proposal, returns it, hands it over, takes it back, reminds whoever it waits for, or hears others on it. */
export async function answerProposal(
  ctx: RequestContext,
  caseId: string,
  proposal: string,
  input: ApprovalInput,
): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (tx, env, state, actor) => {
    const files = 'attachments' in input ? await takeAttachments(tx, ctx, state, input.attachments) : []
    return decide(env, state, commandOf(proposal, input, files), actor)
  })
}

function commandOf(
  proposal: string,
  { do: type, ...rest }: ApprovalInput,
  attachments: readonly Attachment[],
): CaseCommand {
  return { ...rest, type, proposal, ...attached(attachments) } as CaseCommand
}
