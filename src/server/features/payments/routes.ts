import { z } from 'zod'
import {
  BankFileInput,
  CandidatesAnswer,
  CandidatesQuery,
  PaymentLine,
  PaymentReport,
  PaymentsAnswer,
  PaymentsQuery,
  SettleInput,
} from '#contract/payments.ts'
import { CASHIERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { importPayments } from './import-payments.ts'
import { findCandidates, listPayments, readReport } from './payments-queries.ts'
import { settleLine } from './settle-line.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/payments',
    kind: 'json',
    summary: '银行告知的缴款：待处理、已入账、不入账，导入过的文件',
    permission: CASHIERS,
    audit: 'payments-listed',
    input: { query: PaymentsQuery },
    output: PaymentsAnswer,
    handle: (ctx, { query }) => listPayments(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/payments/candidates',
    kind: 'json',
    summary: '一笔缴款可能是哪个案件的：按文号、案号、当事人名称找',
    permission: CASHIERS,
    audit: 'payment-candidates-looked-up',
    input: { query: CandidatesQuery },
    output: CandidatesAnswer,
    handle: (ctx, { query }) => findCandidates(ctx, query.q),
  }),
  route({
    method: 'POST',
    path: '/api/payment-files',
    kind: 'json',
    summary: '导入银行对账文件，逐行入账，答复逐行的结果',
    permission: CASHIERS,
    audit: 'payment-file-import',
    status: 201,
    input: { body: BankFileInput },
    output: PaymentReport,
    handle: (ctx, { body }) => importPayments(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/payment-files/:id',
    kind: 'json',
    summary: '一份对账文件逐行的结果',
    permission: CASHIERS,
    audit: 'payment-report-read',
    input: { params: ById },
    output: PaymentReport,
    handle: (ctx, { params }) => readReport(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/payments/:id/settlement',
    kind: 'json',
    summary: '处理一笔没有对上的缴款：入账，或者写明理由不入账',
    permission: CASHIERS,
    audit: 'payment-settled',
    status: 201,
    input: { params: ById, body: SettleInput },
    output: PaymentLine,
    handle: (ctx, { params, body }) => settleLine(ctx, params.id, body),
  }),
]
