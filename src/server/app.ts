import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyUnderPressure from '@fastify/under-pressure'
import { type FastifyInstance, type FastifyServerOptions, fastify, LogController } from 'fastify'
import type { Context } from './context.ts'
import { routes as access } from './features/access/routes.ts'
import { entrustmentRoutes } from './features/agency/entrustment-routes.ts'
import { postRoutes } from './features/agency/post-routes.ts'
import { routes as agency } from './features/agency/routes.ts'
import { routes as archive } from './features/archive/routes.ts'
import { recordingRoutes as caseRecordings } from './features/cases/recording-routes.ts'
import { routes as cases } from './features/cases/routes.ts'
import { routes as catalogue } from './features/catalogue/routes.ts'
import { routes as clues } from './features/clues/routes.ts'
import { routes as custody } from './features/custody/routes.ts'
import { routes as devices } from './features/devices/routes.ts'
import { routes as disclosure } from './features/disclosure/routes.ts'
import { routes as evidence } from './features/evidence/routes.ts'
import { routes as execution } from './features/execution/routes.ts'
import { routes as licences } from './features/licences/routes.ts'
import { routes as monitoring } from './features/monitoring/routes.ts'
import { routes as notices } from './features/notices/routes.ts'
import { routes as panels } from './features/panels/routes.ts'
import { routes as parties } from './features/parties/routes.ts'
import { routes as payments } from './features/payments/routes.ts'
import { routes as people } from './features/people/routes.ts'
import { routes as sessions } from './features/people/session-routes.ts'
import { routes as prints } from './features/prints/routes.ts'
import { routes as receipts } from './features/receipts/routes.ts'
import { routes as recordingList } from './features/recording-list/routes.ts'
import { photographRoutes } from './features/recordings/photograph-routes.ts'
import { playerRoutes } from './features/recordings/player-routes.ts'
import { routes as recordings } from './features/recordings/routes.ts'
import { routes as reviews } from './features/reviews/routes.ts'
import { routes as signing } from './features/signing/routes.ts'
import { routes as successions } from './features/successions/routes.ts'
import { routes as trails } from './features/trails/routes.ts'
import { routes as transfers } from './features/transfers/routes.ts'
import { answerErrors, sendError } from './http/answer-errors.ts'
import { answerClientError } from './http/client-error.ts'
import { serveDeskPages } from './http/desk-page.ts'
import { RefusedError, refused } from './http/errors.ts'
import { measureAnswers } from './http/measure.ts'
import { readBodies } from './http/read-body.ts'
import { registerRoute } from './http/register-route.ts'
import type { Route } from './http/route.ts'
import { systemRoutes } from './http/system-routes.ts'

/** Every endpoint of every feature; a feature is served because it stands here. */
export const featureRoutes: readonly Route[] = [
  ...sessions,
  ...cases,
  ...caseRecordings,
  ...recordingList,
  ...reviews,
  ...panels,
  ...clues,
  ...notices,
  ...people,
  ...agency,
  ...entrustmentRoutes,
  ...postRoutes,
  ...parties,
  ...payments,
  ...catalogue,
  ...evidence,
  ...devices,
  ...monitoring,
  ...recordings,
  ...disclosure,
  ...custody,
  ...licences,
  ...execution,
  ...signing,
  ...prints,
  ...receipts,
  ...access,
  ...playerRoutes,
  ...photographRoutes,
  ...successions,
  ...trails,
  ...transfers,
  ...archive,
]

export const DESK_FOLDER = join(import.meta.dirname, '../../dist/desk')

/** The pipeline, in the order in which a request meets it. */
export async function buildApp(ctx: Context, deskFolder: string = DESK_FOLDER): Promise<FastifyInstance> {
  const app = fastify(serverOptions(ctx))
  answerErrors(app, ctx.log)
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  const metrics = measureAnswers(app)
  await app.register(fastifyHelmet, headers(ctx.config.publicUrl))
  await app.register(fastifyUnderPressure, pressure)
  await app.register(fastifyRateLimit, { global: false, errorResponseBuilder: tooMany })
  await app.register(fastifyCookie)
  app.decorateRequest('session', undefined)
  readBodies(app)
  for (const route of [...systemRoutes(featureRoutes, metrics, '0.1.0'), ...featureRoutes])
    registerRoute(app, ctx, route)
  await serveDeskPages(app, deskFolder)
  return app
}

function serverOptions(ctx: Context): FastifyServerOptions {
  const isHttps = ctx.config.publicUrl.startsWith('https:')
  return {
    loggerInstance: ctx.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    // Uploads take as long as they take; slow headers are cut by Node's headersTimeout.
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    // An https address means a proxy on this machine; its X-Forwarded-For is believed, nobody else's.
    trustProxy: isHttps ? 'loopback' : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => sendError(ctx.log, error, request, reply),
    clientErrorHandler: answerClientError,
  } as FastifyServerOptions
}

function headers(publicUrl: string) {
  return {
    global: true,
    // For data; the desk's page has a policy of its own, and a document may allow to be framed by the desk.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    xFrameOptions: false,
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 63_072_000, includeSubDomains: false } : false,
  }
}

const pressure = {
  maxEventLoopDelay: 2500,
  pressureHandler: () => {
    throw new RefusedError(refused('busy', '系统正忙，请稍后再试。', { headers: { 'retry-after': '5' } }))
  },
}

const tooMany = () => new RefusedError(refused('too-many-requests', '一分钟内的请求太多，请稍后再试。'))
