import type { PlainDate } from '../../calendar/plain-date.ts'
import type { CaseState, Delivery } from '../../case/state.ts'
import { findDocumentKind } from '../registry.ts'
import type { Filling } from './filling.ts'

export type CaseDocument = CaseState['documents'][number]

/** Papers by which the case is decided. */
const DECISIONS: ReadonlySet<string> = new Set([
  'penalty-decision',
  'no-penalty-decision',
  'summary-decision',
  'licence-decision',
  'licence-refusal',
  'rejection-notice',
  'licence-change-grant',
  'licence-change-refusal',
  'licence-renewal-grant',
  'licence-renewal-refusal',
  'licence-withdrawal',
  'licence-revocation',
  'licence-cancellation',
  'benefit-decision',
  'benefit-refusal',
  'confirmation-decision',
  'confirmation-refusal',
  'fee-notice',
  'levy-decision',
  'requisition-decision',
])

/** Whether a paper is one by which a case is decided. */
export const isDecision = ({ code }: Pick<CaseDocument, 'code'>): boolean => DECISIONS.has(code)

/** The newest document of a kind that was not voided, for this party where it is made per party. */
export function newestOf(state: CaseState, code: string, party?: string): CaseDocument | undefined {
  return state.documents.findLast((doc) => doc.code === code && !doc.voided && isFor(doc, party))
}

/** All documents of a kind that were not voided, oldest first. */
export function allOf(state: CaseState, code: string): readonly CaseDocument[] {
  return state.documents.filter((doc) => doc.code === code && !doc.voided)
}

function isFor(doc: CaseDocument, party: string | undefined): boolean {
  return party === undefined || doc.party === undefined || doc.party === party
}

/** The newest decision, of whatever kind. */
export function decisionOf(state: CaseState): CaseDocument | undefined {
  return state.documents.findLast((doc) => DECISIONS.has(doc.code) && !doc.voided)
}

export function deliveryOf(state: CaseState, document: CaseDocument, party?: string): Delivery | undefined {
  return state.deliveries.findLast(
    (item) => item.document === document.id && (party === undefined || item.party === party),
  )
}

/** The day on which the case was opened in law: when the paper was issued that gives the case its number. */
export function openedOnOf({ env, state, root }: Filling): PlainDate | undefined {
  const numberedBy = env.procedures.get(`${root.procedure}@${root.version}`)?.numberedBy
  return numberedBy ? newestOf(state, numberedBy)?.issuedOn : undefined
}

/** The title of the kind; with several parties, a letter's title names its addressee. */
export function titleOf(state: CaseState, { code, issuedOn, party }: CaseDocument): string {
  const title = findDocumentKind(code, issuedOn)?.title ?? code
  const name = state.parties.length > 1 ? state.parties.find((item) => item.id === party)?.name : undefined
  return name ? `${title}（${name}）` : title
}

/** 《行政处罚告知书》（南青市监罚告〔2026〕9号). */
export function citation(document: CaseDocument): string {
  const { number } = document
  const title = findDocumentKind(document.code, document.issuedOn)?.title ?? document.code
  return `《${title}》${number ? `（${number}）` : ''}`
}
