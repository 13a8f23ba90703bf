import { z } from 'zod'
import {
  Entrustment,
  EntrustmentChange,
  EntrustmentEnd,
  EntrustmentInput,
  EntrustmentsAnswer,
} from '#contract/entrustments.ts'
import { AGENCY_KEEPERS, AGENCY_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { endEntrustment } from './end-entrustment.ts'
import { printEntrustment } from './entrustment-paper.ts'
import { listEntrustments } from './entrustment-queries.ts'
import { changeEntrustment, registerEntrustment } from './write-entrustment.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const entrustmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/entrustments',
    kind: 'json',
    summary: '本机关委托了哪些组织执法：委托书的各版、期限和终止',
    permission: AGENCY_READERS,
    audit: 'none:委托书是向社会公布的',
    input: {},
    output: EntrustmentsAnswer,
    handle: (ctx) => listEntrustments(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/entrustments',
    kind: 'json',
    summary: '登记一份委托书，向社会公布',
    permission: AGENCY_KEEPERS,
    audit: 'entrustment-registered',
    status: 201,
    input: { body: EntrustmentInput },
    output: Entrustment,
    handle: (ctx, { body }) => registerEntrustment(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/entrustments/:id/paper',
    kind: 'stream',
    summary: '行政处罚委托书（PDF），按现在的一版',
    permission: AGENCY_READERS,
    audit: 'entrustment-paper',
    input: { params: ById },
    handle: (ctx, { params }) => printEntrustment(ctx, params.id),
  }),
  route({
    method: 'PUT',
    path: '/api/entrustments/:id',
    kind: 'json',
    summary: '登记委托书的变更，写明为什么；以前的各版都在',
    permission: AGENCY_KEEPERS,
    audit: 'entrustment-changed',
    ifMatch: 'required',
    input: { params: ById, body: EntrustmentChange },
    output: Entrustment,
    handle: (ctx, { params, body }) => changeEntrustment(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/entrustments/:id/end',
    kind: 'json',
    summary: '期满以前终止委托，写明为什么',
    permission: AGENCY_KEEPERS,
    audit: 'entrustment-ended',
    ifMatch: 'required',
    input: { params: ById, body: EntrustmentEnd },
    output: Entrustment,
    handle: (ctx, { params, body }) => endEntrustment(ctx, params.id, body),
  }),
]
