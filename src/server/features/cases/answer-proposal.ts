import type { CaseMoved } from '#contract/case-moved.ts'
import type { ApprovalInput } from '#contract/cases.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { moveCase } from './move-case.ts'

/** Agrees to a proposal, returns it, hands it over, takes it back or reminds whoever it waits for. */
export async function answerProposal(
  ctx: RequestContext,
  caseId: string,
  proposal: string,
  input: ApprovalInput,
): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (_tx, env, state, actor) =>
    decide(env, state, commandOf(proposal, input), actor),
  )
}

function commandOf(proposal: string, { do: type, ...rest }: ApprovalInput): CaseCommand {
  return { type, proposal, ...rest } as CaseCommand
}
