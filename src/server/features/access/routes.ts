import { z } from 'zod'
import {
  AccessAnswer,
  AccessDetail,
  AccessOptions,
  AccessOptionsQuery,
  AccessQuery,
  AccessRequestInput,
  AccessStepInput,
  ExternalRequestInput,
  LoanInput,
  LoanReturnInput,
  LoansAnswer,
  LoansQuery,
} from '#contract/access.ts'
import { ARCHIVISTS, CASE_READERS, LOAN_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { printRequest } from './access-form.ts'
import { lend, takeBack } from './lend.ts'
import { listRequests } from './list-requests.ts'
import { listLoans } from './loans-queries.ts'
import { registerExternal, requestAccess } from './request-access.ts'
import { readRequest } from './request-detail.ts'
import { readOptions } from './request-options.ts'
import { takeStep } from './take-access-step.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/access-requests',
    kind: 'json',
    summary: '调阅申请：我的、待签署、待批准、有效的、已结束的',
    permission: CASE_READERS,
    audit: 'access-list',
    input: { query: AccessQuery },
    output: AccessAnswer,
    handle: (ctx, { query }) => listRequests(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/access-requests',
    kind: 'json',
    summary: '申请调阅本机关的案件、文书或者音像记录',
    permission: CASE_READERS,
    audit: 'access-request',
    status: 201,
    input: { body: AccessRequestInput },
    output: AccessDetail,
    handle: (ctx, { body }) => requestAccess(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/api/access-requests/external',
    kind: 'json',
    summary: '登记外部调阅函，查验持函人证件',
    permission: ARCHIVISTS,
    audit: 'access-external',
    status: 201,
    input: { body: ExternalRequestInput },
    output: AccessDetail,
    handle: (ctx, { body }) => registerExternal(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/access-requests/options',
    kind: 'json',
    summary: '申请调阅可以列明的范围和期限',
    permission: CASE_READERS,
    audit: 'access-options',
    input: { query: AccessOptionsQuery },
    output: AccessOptions,
    handle: (ctx, { query }) => readOptions(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/access-requests/:id',
    kind: 'json',
    summary: '一份调阅申请：范围、经过、现在能办的事',
    permission: CASE_READERS,
    audit: 'access-read',
    input: { params: ById },
    output: AccessDetail,
    handle: (ctx, { params }) => readRequest(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/access-requests/:id/form',
    kind: 'stream',
    summary: '案卷调阅审批表（PDF）',
    permission: CASE_READERS,
    audit: 'access-form',
    input: { params: ById },
    handle: (ctx, { params }) => printRequest(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/access-requests/:id/steps',
    kind: 'json',
    summary: '签署、批准、不准、撤回、撤销、归还',
    permission: CASE_READERS,
    audit: 'access-step',
    ifMatch: 'required',
    input: { params: ById, body: AccessStepInput },
    output: AccessDetail,
    handle: (ctx, { params, body }) => takeStep(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/access-requests/:id/loans',
    kind: 'json',
    summary: '登记借出的载体或者副本',
    permission: ARCHIVISTS,
    audit: 'loan-out',
    status: 201,
    input: { params: ById, body: LoanInput },
    output: AccessDetail,
    handle: (ctx, { params, body }) => lend(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/loans',
    kind: 'json',
    summary: '借出登记簿：在外的、逾期的、已归还的',
    permission: LOAN_READERS,
    audit: 'loan-list',
    input: { query: LoansQuery },
    output: LoansAnswer,
    handle: (ctx, { query }) => listLoans(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/loans/:id/return',
    kind: 'json',
    summary: '检查后登记归还',
    permission: ARCHIVISTS,
    audit: 'loan-return',
    input: { params: ById, body: LoanReturnInput },
    output: AccessDetail,
    handle: (ctx, { params, body }) => takeBack(ctx, params.id, body),
  }),
]
