import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { hasKey } from './admit.ts'
import { RefusedError, refused } from './errors.ts'
import type { PublicContext, RequestRecord } from './request-context.ts'
import type { Route } from './route.ts'
import { sessionCookieName } from './session-cookie.ts'

/** The request's own context; throws a refusal when a needed `If-Match` is missing or no version. */
export function makeContext(ctx: Context, route: Route, request: FastifyRequest, reply: FastifyReply): PublicContext {
  const record: RequestRecord = { note: {}, isRecorded: false }
  return {
    ...ctx,
    actor: request.session?.actor,
    requestId: request.id,
    address: request.ip,
    ifMatch: readIfMatch(route, request),
    idempotency: hasKey(route)
      ? { key: String(request.headers['idempotency-key']), digest: digestOf(request) }
      : undefined,
    auditName: route.audit,
    status: route.status ?? 200,
    record,
    sessionToken: request.cookies[sessionCookieName(ctx.config.publicUrl)],
    header: (name, value) => {
      reply.header(name, value)
    },
    audit: (note) => {
      record.note = note
    },
  }
}

/** What "the same content" means for a repeated key: method, address, expected version and the body to the letter. */
function digestOf(request: FastifyRequest): string {
  const parts = [request.method, request.url, request.headers['if-match'] ?? '', request.bodyText]
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

function readIfMatch(route: Route, request: FastifyRequest): number | undefined {
  const header = request.headers['if-match']
  if (header === undefined) {
    if (route.ifMatch !== 'required') return undefined
    throw new RefusedError(refused('version-missing', '修改时要用 If-Match 请求头写明所看到的版本，例如 "3"。'))
  }
  // 0: nothing had been stored yet when it was looked at, as with a first draft.
  const version = /^"(0|[1-9]\d{0,8})"$/.exec(header)?.[1]
  if (version) return Number(version)
  throw new RefusedError(refused('malformed-request', 'If-Match 请求头应当是带引号的版本号，例如 "3"。'))
}
