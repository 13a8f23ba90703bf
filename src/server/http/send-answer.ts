import type { FastifyReply } from 'fastify'
import type { PageAnswer, Route, StreamAnswer } from './route.ts'

/** Sends what a handler returned. JSON passes the output schema: a field that is not declared is never sent. */
export function sendAnswer(route: Route, reply: FastifyReply, result: unknown): FastifyReply {
  reply.code(route.status ?? 200)
  if (route.kind === 'page') return sendPage(reply, result as PageAnswer)
  if (route.kind === 'stream') return sendStream(reply, result as StreamAnswer)
  if (!route.output) throw new Error(`${route.path}: no output schema`)
  const body = route.output.parse(result)
  const version = versionOf(body)
  if (version !== undefined) reply.header('etag', `"${version}"`)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}

/** Anything with a `version` can be edited with `If-Match`. */
function versionOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('version' in body)) return undefined
  return typeof body.version === 'number' ? body.version : undefined
}

function sendPage(reply: FastifyReply, page: PageAnswer): FastifyReply {
  for (const [name, value] of Object.entries(page.headers ?? {})) reply.header(name, value)
  return reply.type('text/html; charset=utf-8').send(page.html)
}

function sendStream(reply: FastifyReply, answer: StreamAnswer): FastifyReply {
  if (answer.status !== undefined) reply.code(answer.status)
  for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value)
  return reply.send(answer.body)
}
