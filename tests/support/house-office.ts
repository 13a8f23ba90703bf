import { randomUUID } from 'node:crypto'
import { dateInShanghai } from '#server/clock.ts'
import { DEMO_PASSWORD } from '#server/features/demo/seed-demo.ts'
import type { RoadCaller, RoadDesk } from './case-road.ts'

/** The office of a running house over its own socket, for the steps of a case that a journey is not about. */
export function officeOf(address: string): RoadDesk {
  return {
    context: { clock: { now: () => new Date(), today: () => dateInShanghai(new Date()) } },
    as: async (login) => callerOf(address, await cookieOf(address, login)),
  }
}

/** The session of somebody of the demo region. */
export async function cookieOf(address: string, login: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  })
  if (!answer.ok) throw new Error(`${login}: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function callerOf(address: string, cookie: string): RoadCaller {
  const call = async (method: string, url: string, init: RequestInit = {}) => {
    const answer = await fetch(address + url, {
      method,
      ...init,
      headers: { cookie, origin: address, ...init.headers },
    })
    const body = await answer.text()
    return { statusCode: answer.status, body, json: <T>() => JSON.parse(body) as T }
  }
  return {
    get: (url) => call('GET', url),
    send: (method, url, body, headers = {}) =>
      call(method, url, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      }),
  }
}
