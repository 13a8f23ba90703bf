import { z } from 'zod'
import { CASE_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { answerUpload, UPLOADS_PATH } from './answer-upload.ts'
import { readContent } from './read-content.ts'

const UploadParams = z.strictObject({ id: z.string() })
const ContentHeaders = z.object({
  range: z.string().optional(),
  'if-range': z.string().optional(),
  'if-none-match': z.string().optional(),
})

/** tus has no GET: files are served by the content route alone. */
const upload = (method: 'HEAD' | 'PATCH' | 'DELETE', summary: string, audit: string): Route =>
  route({
    kind: 'upload',
    method,
    path: `${UPLOADS_PATH}/:id`,
    summary,
    permission: CASE_READERS,
    audit,
    input: { params: UploadParams },
    handle: (ctx, _input, raw) => answerUpload(ctx, raw),
  })

export const routes: readonly Route[] = [
  route({
    kind: 'upload',
    method: 'POST',
    path: UPLOADS_PATH,
    summary:
      '开始上传一个文件（tus 1.0.0；Upload-Metadata：filename、caseId，可带 sha256；音像记录：purpose=recording、filename、capturedAt，可带 device、officer、place、sha256）',
    permission: CASE_READERS,
    audit: 'upload-begun',
    input: {},
    handle: (ctx, _input, raw) => answerUpload(ctx, raw),
  }),
  upload('HEAD', '查询已收到多少字节', 'none:只问传到了哪里'),
  upload('PATCH', '从已收到处继续上传', 'evidence-stored'),
  upload('DELETE', '撤销尚未传完的上传', 'upload-discarded'),
  route({
    kind: 'stream',
    method: 'GET',
    path: '/api/evidence/:id/content',
    summary: '证据原件，支持按范围读取；编号即上传编号',
    permission: CASE_READERS,
    audit: 'evidence-viewed',
    input: { params: UploadParams, headers: ContentHeaders },
    handle: (ctx, { params, headers }) => readContent(ctx, params.id, headers),
  }),
]
