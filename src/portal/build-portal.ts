import fastifyUnderPressure from '@fastify/under-pressure'
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  fastify,
} from 'fastify'
import { answerPortalError, refuseConnection } from './answer-portal-error.ts'
import { serveFeeds } from './feed-routes.ts'
import { frame, type View } from './frame.ts'
import { serveLog } from './log-routes.ts'
import { placeName } from './place-name.ts'
import type { PortalContext } from './portal-context.ts'
import { type Answer, type Ask, notFound, PAGES } from './portal-pages.ts'
import { readStyles } from './portal-styles.ts'
import { serveProofs } from './proof-routes.ts'
import { limitRates, RATES } from './rate-limits.ts'
import { sendPage } from './send-page.ts'
import { isLarge, switchSize, withoutSize } from './text-size.ts'
import { serveVerification } from './verify/verify-routes.ts'

/** The public site: pages for reading, nothing that writes. */
export async function buildPortal(ctx: PortalContext): Promise<FastifyInstance> {
  const styles = readStyles()
  const readPlace = placeName(ctx)
  const viewOf = (request: FastifyRequest, place: string): View => ({
    place,
    isLarge: isLarge(request),
    stylesPath: styles.path,
    here: withoutSize(request.url),
  })
  const answer = async (request: FastifyRequest, reply: FastifyReply, given: Answer) => {
    const { status, page } = 'page' in given ? given : { status: 200, page: given }
    return sendPage(request, reply, frame(viewOf(request, await readPlace()), page), status)
  }
  const whenFailed = answerPortalError(ctx.log, (request) => viewOf(request, ''))
  const app = fastify({ ...OPTIONS, frameworkErrors: whenFailed } as FastifyServerOptions)
  app.setErrorHandler(whenFailed)
  await app.register(fastifyUnderPressure, { maxEventLoopDelay: 1000, pressureHandler: tooBusy })
  await limitRates(app)
  for (const [path, show] of Object.entries(PAGES)) {
    app.get(path, { config: RATES[path] ?? {} }, async (request, reply) => {
      const { size } = request.query as { size?: unknown }
      if (size !== undefined) return switchSize(request, reply, size)
      return answer(request, reply, await show(ctx, askOf(request)))
    })
  }
  app.setNotFoundHandler({ preHandler: onlyReading }, (request, reply) => answer(request, reply, notFound))
  app.get(styles.path, (_request, reply) => sendStyles(reply, styles.css))
  serveLog(app, ctx)
  serveProofs(app, ctx)
  serveFeeds(app, ctx)
  await app.register(serveVerification(ctx, answer))
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => readiness(ctx, reply))
  return app
}

const OPTIONS: FastifyServerOptions = {
  bodyLimit: 1024,
  // A proxy on this machine tells whom it asks for; nobody else is believed.
  trustProxy: 'loopback',
  // A document of 30 MB on a slow line.
  requestTimeout: 120_000,
  forceCloseConnections: 'idle',
  routerOptions: { maxParamLength: 200 },
  clientErrorHandler: refuseConnection,
} as FastifyServerOptions

function askOf(request: FastifyRequest): Ask {
  const query = Object.entries(request.query as Record<string, string | readonly string[]>)
  const one = query.map(([name, value]) => [name, typeof value === 'string' ? value : (value[0] ?? '')])
  return { params: request.params as Ask['params'], query: Object.fromEntries(one) }
}

async function onlyReading(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  return reply.code(405).header('allow', 'GET, HEAD').type('text/plain; charset=utf-8').send('这个网址只供阅读。\n')
}

function tooBusy(): never {
  throw Object.assign(new Error('the event loop is late'), { statusCode: 503 })
}

function sendStyles(reply: FastifyReply, css: string): FastifyReply {
  return reply
    .type('text/css; charset=utf-8')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('x-content-type-options', 'nosniff')
    .send(css)
}

async function readiness({ db }: PortalContext, reply: FastifyReply): Promise<{ status: string }> {
  try {
    await db.query({ text: 'SELECT FROM published.decisions LIMIT 1' })
    return { status: 'ok' }
  } catch {
    reply.code(503).header('retry-after', '5')
    return { status: 'database does not answer' }
  }
}
