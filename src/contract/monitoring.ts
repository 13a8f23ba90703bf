import { z } from 'zod'
import { Day } from './calendar-day.ts'
import { typedText } from './typed-text.ts'

/** 法制审核、技术审核、标准、标志 and the published place of a device, from a day on. */
export const DeviceApprovalInput = z.strictObject({
  legalNumber: typedText('法制审核文号', { max: 100 }).min(1, '请写明法制审核的文号'),
  technicalNumber: typedText('技术审核文号', { max: 100 }).min(1, '请写明技术审核的文号'),
  standard: typedText('符合的标准', { max: 200 }).min(1, '请写明设备符合的标准'),
  sign: typedText('标志', { max: 200 }).min(1, '请写明设置的标志和位置'),
  place: typedText('设置地点', { max: 200 }).min(1, '请写明公布的设置地点'),
  publishedOn: Day,
  publishedWhere: typedText('公布在哪里', { max: 300 }).min(1, '请写明公布的网址或者公告'),
  fromOn: Day,
  untilOn: Day.nullable().default(null),
})
export type DeviceApprovalInput = z.infer<typeof DeviceApprovalInput>

export const DeviceApproval = DeviceApprovalInput.extend({ id: z.string(), notedBy: z.string(), notedAt: z.string() })
export type DeviceApproval = z.infer<typeof DeviceApproval>
export const DeviceApprovalsAnswer = z.object({ approvals: z.array(DeviceApproval) })
export type DeviceApprovalsAnswer = z.infer<typeof DeviceApprovalsAnswer>

export const MONITORING_FILTERS = ['waiting', 'passed', 'failed', 'all'] as const
export const MonitoringQuery = z.strictObject({
  only: z.enum(MONITORING_FILTERS).default('waiting'),
  after: z.uuid().toLowerCase().optional(),
})
export type MonitoringQuery = z.infer<typeof MonitoringQuery>

export const ReviewRecordInput = z.strictObject({
  isTrue: z.boolean(),
  isClear: z.boolean(),
  isComplete: z.boolean(),
  isAccurate: z.boolean(),
  words: typedText('审核意见', { max: 1000 }).min(1, '请写明审核意见：看到什么，凭什么认定'),
})
export type ReviewRecordInput = z.infer<typeof ReviewRecordInput>

/** A record of a device, with what its review has come to, and why it cannot pass where it cannot. */
export const MonitoringRecord = z.object({
  id: z.string(),
  device: z.object({ id: z.string(), code: z.string(), place: z.string() }),
  fileName: z.string(),
  mediaType: z.string(),
  capturedAt: z.string(),
  place: z.string(),
  deviceProblem: z.string().nullable(),
  review: z
    .object({
      passed: z.boolean(),
      isTrue: z.boolean(),
      isClear: z.boolean(),
      isComplete: z.boolean(),
      isAccurate: z.boolean(),
      words: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
})
export type MonitoringRecord = z.infer<typeof MonitoringRecord>
export const MonitoringAnswer = z.object({
  records: z.array(MonitoringRecord),
  counts: z.object({ waiting: z.number().int(), passed: z.number().int(), failed: z.number().int() }),
  next: z.string().nullable(),
})
export type MonitoringAnswer = z.infer<typeof MonitoringAnswer>
