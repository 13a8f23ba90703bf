import type { Route } from './route.ts'
import type { Session } from './session.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent; part of the request's digest. */
    bodyText: string
    /** Filled by the route's first hook; undefined on public routes. */
    session: Session | undefined
  }
  interface FastifyContextConfig {
    route?: Route
  }
}
