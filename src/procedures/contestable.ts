import type { Source } from '#domain/procedure/definition.ts'

/** Every act of the agency that may be contested: decisions, measures, executions, and what is done to a licence (行政复议法第十一条、行政诉讼法第十二条). */
export const CONTESTABLE = [
  'penalty-ordinary',
  'penalty-summary',
  'licence',
  'licence-change',
  'licence-renewal',
  'licence-withdrawal',
  'licence-revocation',
  'measure-case',
  'execution-case',
  'levy',
  'fee',
  'requisition',
  'benefit',
  'confirmation',
].map((procedure) => ({ procedure })) satisfies readonly Source[]
