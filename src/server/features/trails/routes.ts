import { z } from 'zod'
import { TrailAnswer, TrailFileRow, TrailFilesAnswer, TrailInput, TrailQuery } from '#contract/trails.ts'
import { type Route, route } from '#server/http/route.ts'
import { askTrail } from './ask-trail.ts'
import { readTrail } from './read-trail.ts'
import { listTrailFiles, readTrailFile } from './trail-files.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/trail',
    kind: 'json',
    summary: '一个对象或者一个人的操作记录',
    permission: 'signed-in',
    audit: 'trail-read',
    input: { query: TrailQuery },
    output: TrailAnswer,
    handle: (ctx, { query }) => readTrail(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/trails',
    kind: 'json',
    summary: '制作一段期间的操作记录（PDF 或者 CSV），在后台进行',
    permission: 'signed-in',
    audit: 'trail-make',
    status: 202,
    input: { body: TrailInput },
    output: TrailFileRow,
    handle: (ctx, { body }) => askTrail(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/trails',
    kind: 'json',
    summary: '本人制作过的操作记录文件',
    permission: 'signed-in',
    audit: 'trail-list',
    input: {},
    output: TrailFilesAnswer,
    handle: (ctx) => listTrailFiles(ctx),
  }),
  route({
    method: 'GET',
    path: '/api/trails/:id/file',
    kind: 'stream',
    summary: '做成的操作记录文件',
    permission: 'signed-in',
    audit: 'trail-download',
    input: { params: ById },
    handle: (ctx, { params }) => readTrailFile(ctx, params.id),
  }),
]
