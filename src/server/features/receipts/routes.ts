import { z } from 'zod'
import { CASE_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readDocumentReceipt, readEventContent, readEventReceipt } from './read-receipt.ts'

const Seq = z.coerce.number<string>().int().positive().max(1_000_000)
const Id = z.uuid().toLowerCase()
const ByEvent = z.strictObject({ id: Id, seq: Seq })
const ByDocument = z.strictObject({ id: Id, document: Id })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/cases/:id/receipts/:seq',
    kind: 'stream',
    summary: '一条办案记录的存证回执（.tlog-proof）',
    permission: CASE_READERS,
    audit: 'receipt-download',
    input: { params: ByEvent },
    handle: (ctx, { params }) => readEventReceipt(ctx, params.id, params.seq),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/receipts/:seq/content',
    kind: 'stream',
    summary: '一条办案记录的规范 JSON，与回执一起交给核验程序',
    permission: CASE_READERS,
    audit: 'receipt-content-download',
    input: { params: ByEvent },
    handle: (ctx, { params }) => readEventContent(ctx, params.id, params.seq),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/documents/:document/receipt',
    kind: 'stream',
    summary: '一份文书的存证回执（.tlog-proof）',
    permission: CASE_READERS,
    audit: 'receipt-download',
    input: { params: ByDocument },
    handle: (ctx, { params }) => readDocumentReceipt(ctx, params.id, params.document),
  }),
]
