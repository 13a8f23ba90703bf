import type { CaseState } from '#domain/case/state.ts'
import type { DocumentRow } from './document-rows.ts'

export type Job = { readonly task: string; readonly payload: unknown; readonly key: string }

/** What is done after the commit: typeset what was issued, and look whether a decision can be published. */
export function followUps(state: CaseState, since: number, documents: readonly DocumentRow[]): readonly Job[] {
  const typesetting = documents.map(({ id }) => ({
    task: 'typeset-document',
    payload: { documentId: id },
    key: `typeset:${id}`,
  }))
  const publishing = { task: 'publish-due', payload: {}, key: `publish:${state.id}` }
  const hasDelivered = state.deliveries.some((made) => made.seq > since)
  return hasDelivered ? [...typesetting, publishing] : typesetting
}
