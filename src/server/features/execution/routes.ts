import { z } from 'zod'
import { CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readAnswerPack } from './read-answer-pack.ts'
import { readCourtPack } from './read-court-pack.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/cases/:id/court-pack',
    kind: 'stream',
    summary: '申请人民法院强制执行的五项材料（tar，附目录和摘要）',
    permission: CASE_WORKERS,
    audit: 'court-pack-export',
    input: { params: ById },
    handle: (ctx, { params }) => readCourtPack(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/answer-pack',
    kind: 'stream',
    summary: '行政复议答复、行政应诉的材料（tar，附证据目录和摘要）',
    permission: CASE_WORKERS,
    audit: 'answer-pack-export',
    input: { params: ById },
    handle: (ctx, { params }) => readAnswerPack(ctx, params.id),
  }),
]
