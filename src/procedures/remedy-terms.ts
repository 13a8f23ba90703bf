import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import type { AnyProcedure, Clock, DocumentCode } from '#domain/procedure/definition.ts'

/** Papers against which there is a remedy, by the procedure that makes them out; the decisions of penalties have terms of their own, which lead to the court. */
const CONTESTED: Readonly<Record<string, readonly DocumentCode[]>> = {
  'penalty-ordinary': ['no-penalty-decision', 'surcharge-decision'],
  'penalty-summary': ['surcharge-decision'],
  'penalty-revision': ['decision-change'],
  licence: ['rejection-notice', 'licence-refusal'],
  'licence-change': ['licence-change-refusal'],
  'licence-renewal': ['licence-renewal-refusal'],
  'licence-withdrawal': ['licence-withdrawal'],
  'licence-revocation': ['licence-revocation'],
  'licence-cancellation': ['licence-cancellation'],
  levy: ['levy-decision'],
  requisition: ['requisition-decision', 'compensation-decision'],
  fee: ['fee-notice'],
  benefit: ['request-rejection', 'benefit-refusal'],
  confirmation: ['request-rejection', 'confirmation-refusal'],
  seizure: ['seizure-decision', 'seizure-extension', 'seizure-disposal'],
  freeze: ['freeze-decision', 'freeze-extension'],
  inspection: ['correction-order'],
  'coercive-execution': ['execution-decision', 'substitute-decision'],
}

/** Contestable by others perhaps, but they give whoever gets them what was asked, or take a burden away, or only secure evidence. */
export const NOT_AGAINST_THE_PARTY: readonly DocumentCode[] = [
  'licence-decision',
  'licence-change-grant',
  'licence-renewal-grant',
  'benefit-decision',
  'confirmation-decision',
  'seizure-lift',
  'preservation-decision',
]

/** Until when the party may ask for review, or sue without one, counted from the delivery of each paper; what is reviewed first is not sued about directly. */
export function withRemedyTerms(procedure: AnyProcedure): AnyProcedure {
  const papers = CONTESTED[procedure.code] ?? []
  const clocks = papers.flatMap((code) => {
    const of = papers.length > 1 || procedure.clocks['review-application'] ? `（${titleOf(code)}）` : ''
    return [
      [`review-of-${code}`, { ...REVIEW, title: `${REVIEW.title}${of}`, fromDelivery: code }],
      [`suit-of-${code}`, { ...SUIT, title: `${SUIT.title}${of}`, fromDelivery: code }],
    ] as const
  })
  return { ...procedure, clocks: { ...procedure.clocks, ...Object.fromEntries(clocks) } }
}

const titleOf = (code: DocumentCode): string => DOCUMENT_KINDS.find((kind) => kind.code === code)?.title ?? ''

/** 行政复议法第二十条. */
export const REVIEW = {
  title: '申请行政复议',
  binds: 'party',
  term: { parameter: 'remedy.review-term' },
  rolls: true,
  missed: 'warning',
  consequence: '逾期申请的，行政复议机关不予受理（行政复议法第三十条）',
  basis: '《行政复议法》第二十条第一款',
} as const satisfies Clock

/** 行政诉讼法第四十六条. */
export const SUIT = {
  title: '直接提起行政诉讼',
  binds: 'party',
  onlyByChoice: true,
  term: { parameter: 'remedy.litigation-term' },
  rolls: true,
  missed: 'warning',
  basis: '《行政诉讼法》第四十六条第一款',
} as const satisfies Clock
