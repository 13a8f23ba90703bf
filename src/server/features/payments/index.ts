export { importPaymentsFor } from './import-payments.ts'
export { reportText } from './report-text.ts'
