import type { Source } from '#domain/procedure/definition.ts'

/** Every act of the agency that may be contested: decisions, measures, executions, orders to correct, and what is done to a licence (行政复议法第十一条、行政诉讼法第十二条). */
export const CONTESTABLE = [
  'penalty-ordinary',
  'penalty-summary',
  'inspection',
  'licence',
  'licence-change',
  'licence-renewal',
  'licence-withdrawal',
  'licence-revocation',
  'licence-cancellation',
  'measure-case',
  'execution-case',
  'levy',
  'fee',
  'requisition',
  'benefit',
  'confirmation',
].map((procedure) => ({ procedure })) satisfies readonly Source[]
