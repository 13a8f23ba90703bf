import { z } from 'zod'
import { PrintAnswer, PrintablePaper, PrintInput, PrintsAnswer, PrintsQuery } from '#contract/prints.ts'
import { CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { printPapers } from './print-papers.ts'
import { readPrintFile } from './read-print-file.ts'
import { readPrintable, readPrints } from './read-prints.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/prints',
    kind: 'json',
    summary: '待打印和打印过的文书',
    permission: CASE_WORKERS,
    audit: 'print-list',
    input: { query: PrintsQuery },
    output: PrintsAnswer,
    handle: (ctx, { query }) => readPrints(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/prints/papers/:id',
    kind: 'json',
    summary: '一份文书要几份、打印过几次',
    permission: CASE_WORKERS,
    audit: 'print-look',
    input: { params: ById },
    output: PrintablePaper,
    handle: (ctx, { params }) => readPrintable(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/prints',
    kind: 'json',
    summary: '打印选中的文书：记下每份印的是哪个文件、几份，补印的理由',
    permission: CASE_WORKERS,
    audit: 'paper-print',
    status: 201,
    input: { body: PrintInput },
    output: PrintAnswer,
    handle: (ctx, { body }) => printPapers(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/prints/:id/file',
    kind: 'stream',
    summary: '打印件：选中的文书按顺序合成的一个 PDF',
    permission: CASE_WORKERS,
    audit: 'print-file-view',
    input: { params: ById },
    handle: (ctx, { params }) => readPrintFile(ctx, params.id),
  }),
]
