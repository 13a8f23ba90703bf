export { findMonitors } from './find-monitors.ts'
export { reviewedRecord } from './reviewed-record.ts'
