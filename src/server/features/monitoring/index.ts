export { approveDevice } from './approve-device.ts'
export { findMonitors } from './find-monitors.ts'
export { reviewedRecord } from './reviewed-record.ts'
