import { SessionAnswer, SignedOut, SignIn } from '#contract/session.ts'
import { isRefused } from '#server/http/errors.ts'
import { writeAudit } from '#server/http/idempotency.ts'
import type { Actor, RequestContext } from '#server/http/request-context.ts'
import { type Route, route } from '#server/http/route.ts'
import { closeSession, findSession } from '#server/http/session.ts'
import { endedSessionCookie, sessionCookie } from '#server/http/session-cookie.ts'
import { signIn } from './sign-in.ts'

const answerOf = (actor: Actor): SessionAnswer => ({
  person: { id: actor.personId, name: actor.name, login: actor.login },
  agency: {
    id: actor.agencyId,
    name: actor.agencyName,
    shortName: actor.agencyShortName,
    regionCode: actor.regionCode,
  },
  posts: [...actor.posts],
  roles: [...actor.roles],
})

export const routes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/session',
    kind: 'json',
    summary: '登录',
    permission: 'public',
    audit: 'sign-in',
    idempotency: 'exempt:a second sign-in opens a session of its own',
    perMinute: 120,
    bodyLimit: 4096,
    input: { body: SignIn },
    output: SessionAnswer,
    handle: async (ctx, { body }) => {
      const opened = await signIn(ctx, body)
      if (isRefused(opened)) return opened
      const session = await findSession(ctx, opened.token)
      if (!session) throw new Error('a session just opened is not there')
      ctx.header('set-cookie', sessionCookie(ctx.config.publicUrl, opened.token))
      return answerOf(session.actor)
    },
  }),
  route({
    method: 'GET',
    path: '/api/session',
    kind: 'json',
    summary: '我是谁',
    permission: 'signed-in',
    audit: 'none:reads nothing but the caller',
    input: {},
    output: SessionAnswer,
    handle: (ctx) => answerOf(ctx.actor),
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    kind: 'json',
    summary: '退出',
    permission: 'signed-in',
    audit: 'sign-out',
    idempotency: 'exempt:signing out twice is signed out',
    input: {},
    output: SignedOut,
    handle: signOut,
  }),
]

async function signOut(ctx: RequestContext): Promise<{ isSignedOut: true }> {
  await ctx.db.transaction(async (tx) => {
    if (ctx.sessionToken) await closeSession(tx, ctx.sessionToken)
    await writeAudit(tx, ctx)
  })
  ctx.header('set-cookie', endedSessionCookie(ctx.config.publicUrl))
  return { isSignedOut: true }
}
