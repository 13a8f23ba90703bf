import { z } from 'zod'
import { DerivativesAnswer, DeriveInput } from '#contract/derivatives.ts'
import { MarkInput, MarksAnswer, WithdrawMarkInput } from '#contract/marks.ts'
import { FixityAnswer, TrailAnswer, ViewingAnswer, ViewingInput } from '#contract/viewings.ts'
import { CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { askedRange, RangeHeaders } from './asked-range.ts'
import { beginViewing } from './begin-viewing.ts'
import { checkFixity } from './check-fixity.ts'
import { deriveRecording, readDerivatives } from './derive-recording.ts'
import { markRecording, readMarks, withdrawMark } from './mark-recording.ts'
import { readRecordingReceipt, readSealedContent } from './read-receipt.ts'
import { readTrail } from './read-trail.ts'
import { readViewing } from './read-viewing.ts'
import { streamDerivative, streamViewing, VIEWING_PARTS } from './stream-viewing.ts'

const Id = z.uuid().toLowerCase()
const ById = z.strictObject({ id: Id })
const ByPart = z.strictObject({ id: Id, part: z.enum(VIEWING_PARTS) })
const ByDerivative = z.strictObject({ id: Id, derivative: Id })
const RECORDED = 'none:查看在开始时已经记下，按范围读取不再逐次记'

const viewings: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/recordings/:id/viewings',
    kind: 'json',
    summary: '开始查看或者下载一份音像记录：先记下谁、凭什么、到何时，再放行',
    permission: CASE_READERS,
    audit: 'recording-view',
    status: 201,
    input: { params: ById, body: ViewingInput },
    output: ViewingAnswer,
    handle: (ctx, { params, body }) => beginViewing(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/viewings/:id',
    kind: 'json',
    summary: '本人的一次查看：有效到何时，下载的副本做成没有',
    permission: CASE_READERS,
    audit: RECORDED,
    input: { params: ById },
    output: ViewingAnswer,
    handle: (ctx, { params }) => readViewing(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/viewings/:id/:part',
    kind: 'stream',
    summary: '本人这次查看的原件、网页版、封面、缩略图条或者波形，支持按范围读取；下载的只有带水印的副本',
    permission: CASE_READERS,
    audit: RECORDED,
    input: { params: ByPart, headers: RangeHeaders },
    handle: (ctx, { params, headers }) => streamViewing(ctx, params.id, params.part, askedRange(headers)),
  }),
  route({
    method: 'GET',
    path: '/api/viewings/:id/derivatives/:derivative',
    kind: 'stream',
    summary: '本人这次查看的音像记录的片段或者遮盖版，支持按范围读取',
    permission: CASE_READERS,
    audit: RECORDED,
    input: { params: ByDerivative, headers: RangeHeaders },
    handle: (ctx, { params, headers }) => streamDerivative(ctx, params.id, params.derivative, askedRange(headers)),
  }),
]

const work: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/recordings/:id/marks',
    kind: 'json',
    summary: '音像记录上的标记',
    permission: CASE_READERS,
    audit: 'recording-marks-read',
    input: { params: ById },
    output: MarksAnswer,
    handle: (ctx, { params }) => readMarks(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/recordings/:id/marks',
    kind: 'json',
    summary: '在音像记录的一刻或者一段上作标记',
    permission: CASE_WORKERS,
    audit: 'recording-mark',
    status: 201,
    input: { params: ById, body: MarkInput },
    output: MarksAnswer,
    handle: (ctx, { params, body }) => markRecording(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/marks/:id/withdrawal',
    kind: 'json',
    summary: '撤回自己作的标记；标记和撤回都留着',
    permission: CASE_WORKERS,
    audit: 'mark-withdraw',
    status: 201,
    input: { params: ById, body: WithdrawMarkInput },
    output: MarksAnswer,
    handle: (ctx, { params, body }) => withdrawMark(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/recordings/:id/derivatives',
    kind: 'json',
    summary: '由音像记录做出的片段和遮盖版，各自的做法、理由和摘要',
    permission: CASE_READERS,
    audit: 'recording-derivatives-read',
    input: { params: ById },
    output: DerivativesAnswer,
    handle: (ctx, { params }) => readDerivatives(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/recordings/:id/derivatives',
    kind: 'json',
    summary: '制作片段或者遮盖版；原件不动，同样的做法只做一次',
    permission: CASE_WORKERS,
    audit: 'recording-derive',
    status: 202,
    input: { params: ById, body: DeriveInput },
    output: DerivativesAnswer,
    handle: (ctx, { params, body }) => deriveRecording(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/recordings/:id/fixity',
    kind: 'json',
    summary: '重新计算原件的摘要，与登记的比对',
    permission: CASE_READERS,
    audit: 'recording-fixity',
    perMinute: 30,
    input: { params: ById },
    output: FixityAnswer,
    handle: (ctx, { params }) => checkFixity(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/recordings/:id/trail',
    kind: 'json',
    summary: '谁在何时凭什么看过这份音像记录，作过什么',
    permission: CASE_READERS,
    audit: 'recording-trail-read',
    input: { params: ById },
    output: TrailAnswer,
    handle: (ctx, { params }) => readTrail(ctx, params.id),
  }),
]

const proofs: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/recordings/:id/receipt',
    kind: 'stream',
    summary: '音像记录存入时的存证回执（.tlog-proof）',
    permission: CASE_READERS,
    audit: 'receipt-download',
    input: { params: ById },
    handle: (ctx, { params }) => readRecordingReceipt(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/recordings/:id/receipt/content',
    kind: 'stream',
    summary: '存证的内容（规范 JSON）：原件摘要、拍摄和存入的时间，与回执一起交给核验程序',
    permission: CASE_READERS,
    audit: 'receipt-content-download',
    input: { params: ById },
    handle: (ctx, { params }) => readSealedContent(ctx, params.id),
  }),
]

export const playerRoutes: readonly Route[] = [...viewings, ...work, ...proofs]
