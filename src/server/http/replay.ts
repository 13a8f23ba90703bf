import type { FastifyReply } from 'fastify'
import { RefusedError, refused } from './errors.ts'
import type { Route } from './route.ts'
import { sendAnswer } from './send-answer.ts'
import type { StoredAnswer } from './session.ts'

/** Answers a repeated key: the stored answer for the same content, a refusal for other content. */
export function replay(route: Route, reply: FastifyReply, stored: StoredAnswer, digest: string): FastifyReply {
  if (stored.digest !== digest) {
    const sentence = '这个请求编号（Idempotency-Key）已经用于另一份内容；内容改了，请换一个新的编号。'
    throw new RefusedError(refused('idempotency-key-reused', sentence))
  }
  reply.header('idempotency-replayed', 'true')
  return sendAnswer(route, reply, stored.answer)
}
