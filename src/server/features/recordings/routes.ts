import { z } from 'zod'
import {
  ArrivalsAnswer,
  RecordingDetail,
  RecordingsAnswer,
  RecordingsQuery,
  StoredRecordings,
  StoreRecordingsInput,
} from '#contract/recordings.ts'
import { CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { listArrivals } from './arrivals-queries.ts'
import { answerPoster } from './poster.ts'
import { listRecordings, readRecording } from './recordings-queries.ts'
import { storeRecordings } from './store-recordings.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/recordings',
    kind: 'json',
    summary: '本机关的音像记录，新的在前',
    permission: CASE_READERS,
    audit: 'recordings-listed',
    input: { query: RecordingsQuery },
    output: RecordingsAnswer,
    handle: (ctx, { query }) => listRecordings(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/recordings',
    kind: 'json',
    summary: '把传完的文件登记为音像记录；同样的文件只登记一次',
    permission: CASE_WORKERS,
    audit: 'recordings-stored',
    status: 201,
    input: { body: StoreRecordingsInput },
    output: StoredRecordings,
    handle: (ctx, { body }) => storeRecordings(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/recordings/arrivals',
    kind: 'json',
    summary: '本人传完而还没有登记的文件',
    permission: CASE_WORKERS,
    audit: 'none:只问自己传过什么',
    input: {},
    output: ArrivalsAnswer,
    handle: async (ctx) => ({ arrivals: await listArrivals(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/api/recordings/:id',
    kind: 'json',
    summary: '一条音像记录的来历、摘要和播放材料；看内容另行登记',
    permission: CASE_READERS,
    audit: 'recording-read',
    input: { params: ById },
    output: RecordingDetail,
    handle: (ctx, { params }) => readRecording(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/recordings/:id/poster',
    kind: 'stream',
    summary: '清单上的小图',
    permission: CASE_READERS,
    audit: 'recording-poster-seen',
    input: { params: ById, headers: z.object({ 'if-none-match': z.string().optional() }) },
    handle: (ctx, { params, headers }) => answerPoster(ctx, params.id, headers['if-none-match']),
  }),
]
