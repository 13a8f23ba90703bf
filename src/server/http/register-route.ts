import './request-types.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { admit, hasKey } from './admit.ts'
import { isRefused, RefusedError, refused } from './errors.ts'
import { writeAudit } from './idempotency.ts'
import { makeContext } from './make-context.ts'
import { parseInput } from './parse-input.ts'
import { replay } from './replay.ts'
import type { PublicContext } from './request-context.ts'
import type { Route } from './route.ts'
import { sendAnswer } from './send-answer.ts'
import { findStoredAnswer } from './session.ts'

const DEFAULT_BODY_LIMIT = 1024 * 1024

/** Puts a declared route into the server with everything its declaration promises. */
export function registerRoute(app: FastifyInstance, ctx: Context, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyLimit ?? DEFAULT_BODY_LIMIT,
    config: {
      route,
      ...(route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute, timeWindow: 60_000 } }),
    },
    onRequest: (request) => admit(ctx, route, request),
    handler: (request, reply) => answer(ctx, route, request, reply),
  })
}

async function answer(ctx: Context, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const input = readInput(route, request)
  const own = makeContext(ctx, route, request, reply)
  const stored = request.session?.stored
  if (stored && own.idempotency) return replay(route, reply, stored, own.idempotency.digest)
  if (route.kind === 'upload') return upload(route, own, input, request, reply)
  const result = await replayLostRace(own, route, reply, () => route.handle(own, input, rawOf(request, reply)))
  if (result === reply) return reply
  if (isRefused(result)) throw new RefusedError(result)
  await requireRecord(route, own)
  return sendAnswer(route, reply, result)
}

function readInput(route: Route, request: FastifyRequest): never {
  if (route.kind !== 'upload') refuseUploadBody(request)
  const { params, query, headers } = request
  const parsed = parseInput(route.input, { params, query, headers, body: request.body })
  if (isRefused(parsed)) throw new RefusedError(parsed)
  return parsed.input as never
}

function refuseUploadBody(request: FastifyRequest): void {
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/offset+octet-stream')) throw new RefusedError(refused('wrong-content-type'))
}

const rawOf = (request: FastifyRequest, reply: FastifyReply) => ({ request: request.raw, response: reply.raw })

async function upload(route: Route, own: PublicContext, input: never, request: FastifyRequest, reply: FastifyReply) {
  reply.raw.setHeader('x-request-id', request.id)
  reply.hijack()
  await route.handle(own, input, rawOf(request, reply))
  return reply
}

/** Two requests with one key at once: the loser's change was rolled back or found a newer version, and gets the winner's answer. */
async function replayLostRace(
  own: PublicContext,
  route: Route,
  reply: FastifyReply,
  handle: () => unknown,
): Promise<unknown> {
  let outcome: { result: unknown } | { error: unknown }
  try {
    outcome = { result: await handle() }
  } catch (error) {
    outcome = { error }
  }
  const isLost = 'error' in outcome ? isLostRace(outcome.error) : isRefused(outcome.result)
  if (isLost && own.actor && own.idempotency) {
    const stored = await findStoredAnswer(own.db, own.actor.personId, own.idempotency.key)
    if (stored) return replay(route, reply, stored, own.idempotency.digest)
  }
  if ('error' in outcome) throw outcome.error
  return outcome.result
}

/** The winner has taken the key, or has moved on what the loser still saw. */
function isLostRace(error: unknown): boolean {
  if (error instanceof RefusedError) return true
  return error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_keys_pkey'
}

/**
 * Failure to record is failure to act: a command that wrote no answer is a fault, and what is not a command is answered once its
 * audit entry is written.
 */
async function requireRecord(route: Route, own: PublicContext): Promise<void> {
  if (own.record.isRecorded) return
  if (hasKey(route)) throw new Error(`${route.method} ${route.path} changed something without a record`)
  await writeAudit(own.db, own)
}
