import { ListAnswer, ListEntryInput, ListQuery, SetEntryAnswer } from '#contract/recording-list.ts'
import { CASE_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { listAsCsv } from './list-as-csv.ts'
import { MAY_SET } from './may-set.ts'
import { readRecordingList } from './read-list.ts'
import { setListEntry } from './set-entry.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/recording-list',
    kind: 'json',
    summary: '本机关的音像记录事项清单',
    permission: CASE_READERS,
    audit: 'none: 清单是公开的制度文件',
    input: { query: ListQuery },
    output: ListAnswer,
    handle: (ctx, { query }) => readRecordingList(ctx, query.on),
  }),
  route({
    method: 'GET',
    path: '/api/recording-list/csv',
    kind: 'stream',
    summary: '音像记录事项清单（CSV）',
    permission: CASE_READERS,
    audit: 'none: 清单是公开的制度文件',
    input: { query: ListQuery },
    async handle(ctx, { query }) {
      const list = await readRecordingList(ctx, query.on)
      const name = encodeURIComponent(`音像记录事项清单-${list.on}.csv`)
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      }
      return { headers, body: listAsCsv(list) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/recording-list/entries',
    kind: 'json',
    summary: '设定清单的一个环节，自生效日起',
    permission: MAY_SET,
    audit: 'recording-list-set',
    status: 201,
    input: { body: ListEntryInput },
    output: SetEntryAnswer,
    handle: (ctx, { body }) => setListEntry(ctx, body),
  }),
]
