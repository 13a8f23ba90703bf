import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Requests that one address may make in a minute, where an answer costs more than a page. */
const limit = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })
export const RATES: Readonly<Record<string, ReturnType<typeof limit>>> = {
  '/search': limit(300),
  '/parties/:code': limit(300),
  '/officers': limit(60),
  '/monitors': limit(300),
  '/verify': limit(30),
}

/** Counts each address apart and tells it in headers how much is left; what comes from this machine itself is not counted. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: false,
    enableDraftSpec: true,
    allowList: (request: FastifyRequest) => isOwnMachine(request.ip),
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  })
}

function isOwnMachine(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}
