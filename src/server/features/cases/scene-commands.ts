import type { CaseMoved } from '#contract/case-moved.ts'
import type {
  AskExceptionInput,
  DecideExceptionInput,
  ExplainSceneInput,
  UnbindRecordingInput,
} from '#contract/case-recordings.ts'
import { decideExplanation } from '#domain/case/explain-scene.ts'
import { decideAsking, decideException } from '#domain/case/scene-exception.ts'
import { decideUnbinding } from '#domain/case/unbind-recording.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { moveCase } from './move-case.ts'

/** A recording that was promised does not come: the reason stands with the act. */
export async function explainScene(ctx: RequestContext, caseId: string, input: ExplainSceneInput): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (_tx, env, state, actor) => decideExplanation(env, state, input, actor))
}

/** A binding that was a mistake is taken back; throws RefusedError. */
export async function unbindRecording(
  ctx: RequestContext,
  caseId: string,
  input: UnbindRecordingInput,
): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (_tx, env, state, actor) => decideUnbinding(env, state, input, actor))
}

/** What must be recorded is lost or could not be recorded: explained in writing. */
export async function askException(ctx: RequestContext, caseId: string, input: AskExceptionInput): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (_tx, env, state, actor) => decideAsking(env, state, input, actor))
}

/** The head of the agency lets that stand, or not. */
export async function excuseScene(
  ctx: RequestContext,
  caseId: string,
  input: DecideExceptionInput,
): Promise<CaseMoved> {
  return moveCase(ctx, caseId, input, async (_tx, env, state, actor) => decideException(env, state, input, actor))
}
