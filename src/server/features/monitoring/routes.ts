import { z } from 'zod'
import {
  DeviceApprovalInput,
  DeviceApprovalsAnswer,
  MonitoringAnswer,
  MonitoringQuery,
  MonitoringRecord,
  ReviewRecordInput,
} from '#contract/monitoring.ts'
import { anyRole, CASE_READERS, EQUIPMENT } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { approveDevice, readApprovals } from './approve-device.ts'
import { listRecords } from './monitoring-queries.ts'
import { reviewRecord } from './review-record.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/devices/:id/approvals',
    kind: 'json',
    summary: '监控设备的法制审核、技术审核和设置地点的公布',
    permission: CASE_READERS,
    audit: 'none:审核和公布本来就是公开的',
    input: { params: ById },
    output: DeviceApprovalsAnswer,
    handle: (ctx, { params }) => readApprovals(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/devices/:id/approvals',
    kind: 'json',
    summary: '登记监控设备的审核和公布，自哪天起',
    permission: EQUIPMENT,
    audit: 'device-approval-noted',
    status: 201,
    input: { params: ById, body: DeviceApprovalInput },
    output: DeviceApprovalsAnswer,
    handle: (ctx, { params, body }) => approveDevice(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/monitoring',
    kind: 'json',
    summary: '监控设备的记录，连同逐条审核的结果',
    permission: CASE_READERS,
    audit: 'monitoring-records-listed',
    input: { query: MonitoringQuery },
    output: MonitoringAnswer,
    handle: (ctx, { query }) => listRecords(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/:id/review',
    kind: 'json',
    summary: '审核一条监控记录：真实、清晰、完整、准确',
    permission: anyRole('handler'),
    audit: 'monitoring-record-reviewed',
    status: 201,
    input: { params: ById, body: ReviewRecordInput },
    output: MonitoringRecord,
    handle: (ctx, { params, body }) => reviewRecord(ctx, params.id, body),
  }),
]
