import type { Registry } from 'prom-client'
import { z } from 'zod'
import { watchLog } from '../record-log/watch-log.ts'
import { refused } from './errors.ts'
import { openApiDocument } from './openapi.ts'
import { type Route, route } from './route.ts'

const State = z.object({ status: z.literal('ok') })
const Readiness = State.extend({ log: z.string().optional() })

/** What machines ask: alive, ready, figures, and the description of all other endpoints. */
export function systemRoutes(routes: readonly Route[], metrics: Registry, version: string): Route[] {
  const document = openApiDocument(routes, version)
  const problemOfLog = watchLog()
  return [
    route({
      method: 'GET',
      path: '/healthz',
      kind: 'json',
      summary: '进程活着',
      permission: 'public',
      audit: 'none:health probe, holds no data',
      input: {},
      output: State,
      handle: () => ({ status: 'ok' as const }),
    }),
    route({
      method: 'GET',
      path: '/readyz',
      kind: 'json',
      summary: '可以服务：数据库能答复；存证日志停止签名的，log 说明原因',
      permission: 'public',
      audit: 'none:health probe, holds no data',
      input: {},
      output: Readiness,
      handle: async (ctx) => {
        try {
          await ctx.db.query({ text: 'SELECT 1' })
          const problem = await problemOfLog(ctx)
          return { status: 'ok' as const, ...(problem && { log: problem.sentence }) }
        } catch {
          return refused('busy', '数据库现在没有答复。', { headers: { 'retry-after': '5' } })
        }
      },
    }),
    route({
      method: 'GET',
      path: '/metrics',
      kind: 'stream',
      summary: '运行指标（Prometheus）',
      permission: 'public',
      audit: 'none:figures of the process, no data',
      input: {},
      handle: async () => ({ headers: { 'content-type': metrics.contentType }, body: await metrics.metrics() }),
    }),
    route({
      method: 'GET',
      path: '/openapi.json',
      kind: 'json',
      summary: '接口说明（OpenAPI 3.1）',
      permission: 'public',
      audit: 'none:public description',
      input: {},
      output: z.record(z.string(), z.unknown()),
      handle: () => document,
    }),
  ]
}
