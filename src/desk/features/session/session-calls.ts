import type { SessionAnswer } from '#contract/session.ts'
import { isProblemCode } from '../../lib/problem-error.ts'
import { read, send } from '../../lib/request.ts'

const SESSION = '/api/session'

/** Who is signed in, or null. */
export async function readSession(): Promise<SessionAnswer | null> {
  return read<SessionAnswer>(SESSION).catch((error: unknown) => {
    if (isProblemCode(error, 'unauthenticated')) return null
    throw error
  })
}

export function signIn(login: string, password: string): Promise<SessionAnswer> {
  return send<SessionAnswer>('POST', SESSION, { login: login.trim(), password })
}

export async function signOut(): Promise<void> {
  await send('DELETE', SESSION)
}
