import type { FastifyRequest } from 'fastify'
import { isPermitted } from '#domain/access/permissions.ts'
import type { Context } from '../context.ts'
import { RefusedError, refused } from './errors.ts'
import { refuseForeignOrigin } from './origin.ts'
import type { Route } from './route.ts'
import { findSession } from './session.ts'
import { sessionCookieName } from './session-cookie.ts'

const KEY = /^[\x21-\x7e]{8,100}$/

export const isCommand = (route: Route): boolean => route.method !== 'GET' && route.method !== 'HEAD'

/** A command of the JSON kind that answers a repeated key with its first answer. */
export const hasKey = (route: Route): boolean =>
  isCommand(route) && route.kind !== 'upload' && !route.idempotency?.startsWith('exempt')

/** Before the body is read: origin, session, permission, key. Throws what refuses; otherwise sets `request.session`. */
export async function admit(ctx: Context, route: Route, request: FastifyRequest): Promise<void> {
  if (isCommand(route)) refuseIf(refuseForeignOrigin(request, ctx.config.publicUrl))
  if (route.permission !== 'public') await requireSession(ctx, route, request)
  if (hasKey(route)) requireKey(request)
}

async function requireSession(ctx: Context, route: Route, request: FastifyRequest): Promise<void> {
  const token = request.cookies[sessionCookieName(ctx.config.publicUrl)]
  const key = request.headers['idempotency-key']
  const asked = hasKey(route) && typeof key === 'string' && KEY.test(key) ? key : undefined
  request.session = token === undefined ? undefined : await findSession(ctx, token, asked)
  const roles = request.session?.actor.roles
  if (isPermitted(route.permission, roles)) return
  if (roles === undefined)
    throw new RefusedError(refused('unauthenticated', '请先登录；登录过的，可能是太久没有操作。'))
  throw new RefusedError(refused('forbidden', '您的岗位不能办这一项；需要时请联系本机关的系统管理员。'))
}

function requireKey(request: FastifyRequest): void {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && KEY.test(key)) return
  const sentence = '请求头 Idempotency-Key 应当是 8 到 100 个可见的英文字符；同一次操作重发时用同一个。'
  throw new RefusedError(refused('idempotency-key-missing', sentence))
}

function refuseIf(refusal: ReturnType<typeof refuseForeignOrigin>): void {
  if (refusal) throw new RefusedError(refusal)
}
