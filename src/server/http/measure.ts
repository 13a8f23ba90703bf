import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Measures every answer by route pattern, so that ids in addresses do not multiply the series. */
export function measureAnswers(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'zhaofa_http_seconds',
    help: '每个接口的答复时间（秒）',
    labelNames: ['method', 'path', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? 'page'
    seconds.observe({ method: request.method, path, status: reply.statusCode }, reply.elapsedTime / 1000)
    request.log.debug({ requestId: request.id, path, status: reply.statusCode, ms: reply.elapsedTime }, 'answered')
  })
  return registry
}
