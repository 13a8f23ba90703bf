export { approveDevice } from './approve-device.ts'
export { findMonitors } from './find-monitors.ts'
export { reviewRecord } from './review-record.ts'
export { reviewedRecord } from './reviewed-record.ts'
