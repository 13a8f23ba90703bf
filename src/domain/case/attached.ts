import type { Attachment } from './state.ts'

/** Files, where there are any. */
export function attached(attachments: readonly Attachment[] = []): { readonly attachments?: readonly Attachment[] } {
  return attachments.length === 0 ? {} : { attachments }
}
