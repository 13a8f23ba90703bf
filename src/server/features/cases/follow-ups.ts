import type { CaseEvent } from '#domain/case/event.ts'
import type { CaseState } from '#domain/case/state.ts'
import { isTelling } from '#domain/notice/notices-of-events.ts'
import type { DocumentRow } from './document-rows.ts'

export type Job = { readonly task: string; readonly payload: unknown; readonly key: string }

/** What is done after the commit: typeset what was issued, tell people, and look whether a decision can be published. */
export function followUps(
  state: CaseState,
  events: readonly CaseEvent[],
  documents: readonly DocumentRow[],
): readonly Job[] {
  const since = (events[0]?.seq ?? 1) - 1
  const typesetting = documents.map(({ id }) => ({
    task: 'typeset-document',
    payload: { documentId: id },
    key: `typeset:${id}`,
  }))
  const publishing = { task: 'publish-due', payload: {}, key: `publish:${state.id}` }
  const hasVoided = events.some(({ type }) => type === 'document-voided')
  const hasDelivered = state.deliveries.some((made) => made.seq > since)
  return [
    ...typesetting,
    ...drawing(events),
    ...telling(state, since, events),
    ...(hasDelivered || hasVoided ? [publishing] : []),
  ]
}

/** The copy that bears the signatures follows each of them. */
function drawing(events: readonly CaseEvent[]): readonly Job[] {
  return events.flatMap((event) => {
    if (event.type !== 'document-signed' && event.type !== 'signature-refused') return []
    const documentId = event.document
    return [{ task: 'draw-signed-paper', payload: { documentId }, key: `draw-signed:${documentId}` }]
  })
}

/** Its key is the command's own: no later one takes its place. */
function telling(state: CaseState, since: number, events: readonly CaseEvent[]): readonly Job[] {
  if (!events.some(isTelling)) return []
  const payload = { caseId: state.id, after: since, until: state.seq }
  return [{ task: 'tell-notices', payload, key: `tell:${state.id}:${state.seq}` }]
}
