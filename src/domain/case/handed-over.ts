import type { CaseState, Run } from './state.ts'

type CaseDocument = CaseState['documents'][number]

/** Documents of one action to one party: those issued in the same run between the first and the opening of this delivery. */
export function handedOverTogether(state: CaseState, delivery: Run): readonly CaseDocument[] {
  const first = state.documents.find((doc) => doc.id === delivery.document)
  return state.documents
    .filter((doc) => doc.run === first?.run && doc.party === delivery.party && !doc.voided)
    .filter((doc) => doc.seq >= (first?.seq ?? 0) && doc.seq < delivery.openedSeq)
}
