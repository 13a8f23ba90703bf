export { findAgencyId, listAgencyCodes } from './intake-queries.ts'
export { type IntakeReport, reportText } from './intake-report.ts'
export { type BatchOrder, takeBatch } from './take-batch.ts'
export { type Watch, watchFolder } from './watch-folder.ts'
