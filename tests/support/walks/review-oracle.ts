import type { CaseEvent, EventOf } from '#domain/case/event.ts'

/** By the list that stands where no agency has set its own. */
const ALWAYS_REVIEWED: ReadonlySet<string> = new Set([
  'licence-withdrawal',
  'licence-revocation',
  'requisition-decision',
])

/** Decisions that take something away and were made without a review of this very draft; read from the bare history. */
export function unreviewed(events: readonly CaseEvent[]): readonly string[] {
  const made = events.filter(
    (event): event is EventOf<'document-issued'> =>
      event.type === 'document-issued' && ALWAYS_REVIEWED.has(event.document.code),
  )
  return made.flatMap((event) => {
    const before = events.filter(({ seq }) => seq < event.seq)
    const review = before.findLast(
      (one): one is EventOf<'child-opened'> => one.type === 'child-opened' && one.procedure === 'legal-review',
    )
    const passed = before.some((one) => one.type === 'child-ended' && one.run === review?.run && one.outcome === 'pass')
    const isOfDraft = review?.draft === event.document.draft
    return passed && isOfDraft ? [] : [`${event.document.code} was made and its draft not reviewed`]
  })
}
