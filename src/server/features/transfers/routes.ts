import { z } from 'zod'
import { CaseMoved } from '#contract/case-moved.ts'
import { ReplyInput, TransferDetail, TransfersAnswer } from '#contract/transfers.ts'
import { LIAISONS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { listTransfers } from './list-transfers.ts'
import { readTransfer } from './read-transfer.ts'
import { readTransferPaper } from './read-transfer-paper.ts'
import { replyToTransfer } from './reply-to-transfer.ts'

const Id = z.uuid().toLowerCase()
const ByRun = z.strictObject({ case: Id, run: Id })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/transfers',
    kind: 'json',
    summary: '两法衔接：本地区移送公安机关的案件，公安机关、检察院、监察机关各看应看的',
    permission: LIAISONS,
    audit: 'transfer-list',
    input: { query: z.strictObject({}) },
    output: TransfersAnswer,
    handle: (ctx) => listTransfers(ctx),
  }),
  route({
    method: 'GET',
    path: '/api/transfers/:case/:run',
    kind: 'json',
    summary: '一次移送：事实、期限、文书、各方的答复',
    permission: LIAISONS,
    audit: 'transfer-read',
    input: { params: ByRun },
    output: TransferDetail,
    handle: (ctx, { params }) => readTransfer(ctx, params.case, params.run),
  }),
  route({
    method: 'GET',
    path: '/api/transfers/:case/:run/documents/:document/file',
    kind: 'stream',
    summary: '移送的文书',
    permission: LIAISONS,
    audit: 'transfer-paper-read',
    input: { params: ByRun.extend({ document: Id }) },
    handle: (ctx, { params }) => readTransferPaper(ctx, params),
  }),
  route({
    method: 'POST',
    path: '/api/transfers/:case/:run/replies',
    kind: 'json',
    summary: '签收回执、答复立案或者不予立案、提出监督意见；记入案件',
    permission: LIAISONS,
    audit: 'transfer-reply',
    idempotency: 'own',
    input: { params: ByRun, body: ReplyInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => replyToTransfer(ctx, params, body),
  }),
]
