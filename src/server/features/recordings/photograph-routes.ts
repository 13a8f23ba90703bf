import { z } from 'zod'
import { CoverInput, PhotographsAnswer } from '#contract/photographs.ts'
import { CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { askedRange, RangeHeaders } from './asked-range.ts'
import { coverPhotograph } from './cover-photograph.ts'
import { readPhotographs } from './read-photographs.ts'
import { streamCovered, streamPreview } from './stream-photograph.ts'

const Id = z.uuid().toLowerCase()
const ById = z.strictObject({ id: Id })
const ByDerivative = z.strictObject({ id: Id, derivative: Id })

export const photographRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/cases/:id/photographs',
    kind: 'json',
    summary: '本案上传的证据照片和它们的遮盖版',
    permission: CASE_READERS,
    audit: 'photographs-read',
    input: { params: ById },
    output: PhotographsAnswer,
    handle: (ctx, { params }) => readPhotographs(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/evidence/:id/derivatives',
    kind: 'json',
    summary: '遮盖一张证据照片；原件不动，同样的做法只做一次',
    permission: CASE_WORKERS,
    audit: 'photograph-cover',
    status: 202,
    input: { params: ById, body: CoverInput },
    output: PhotographsAnswer,
    handle: (ctx, { params, body }) => coverPhotograph(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/evidence/:id/preview',
    kind: 'stream',
    summary: '证据照片显示用的样子；凭调阅查看的带水印',
    permission: CASE_READERS,
    audit: 'evidence-viewed',
    input: { params: ById, headers: RangeHeaders },
    handle: (ctx, { params, headers }) => streamPreview(ctx, params.id, askedRange(headers)),
  }),
  route({
    method: 'GET',
    path: '/api/evidence/:id/derivatives/:derivative',
    kind: 'stream',
    summary: '证据照片的遮盖版；凭调阅查看的带水印',
    permission: CASE_READERS,
    audit: 'photograph-covered-viewed',
    input: { params: ByDerivative, headers: RangeHeaders },
    handle: (ctx, { params, headers }) => streamCovered(ctx, params.id, params.derivative, askedRange(headers)),
  }),
]
