import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Html } from './html.ts'

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // The size of the letters is kept in a cookie.
  vary: 'Cookie',
}
const SHARED = 'public, max-age=60'

/** Answers a page, or 304 when the reader has it already. Pages of errors and answers to forms are not kept. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Html, status = 200): FastifyReply {
  // Encoded once, for the digest and for the wire.
  const body = Buffer.from(page.toString())
  reply.headers(HEADERS)
  const isKept = status === 200 && request.method !== 'POST'
  if (!isKept) return reply.code(status).header('cache-control', 'no-store').send(body)
  const tag = `"${hash('sha1', body, 'base64url')}"`
  reply.header('etag', tag).header('cache-control', SHARED)
  return hasTag(request, tag) ? reply.code(304).send() : reply.send(body)
}

/** Whether the reader has this very content; proxies that compress mark the tag as weak. */
export function hasTag({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match'] ?? ''
  return known === tag || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}
