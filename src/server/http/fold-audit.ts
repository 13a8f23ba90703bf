import type { PublicContext } from './request-context.ts'

/** This request goes on with something whose entry was written when it began, such as the next part of a file. */
export function foldAudit(ctx: PublicContext): void {
  ctx.record.isRecorded = true
}
