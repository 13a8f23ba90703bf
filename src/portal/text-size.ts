import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = /(?:^|;\s*)size=large(?:;|$)/
const YEAR_SECONDS = 365 * 24 * 60 * 60

export function isLarge(request: FastifyRequest): boolean {
  return COOKIE.test(request.headers.cookie ?? '')
}

/** This page's address without the switch; always one of ours, so that it leads nowhere else. */
export function withoutSize(url: string): string {
  const [path = '/', query = ''] = url.split('?', 2)
  const kept = query.split('&').filter((pair) => pair !== '' && !/^size(?:=|$)/.test(pair))
  const own = `/${path.replace(/^[/\\]+/, '')}`
  return kept.length > 0 ? `${own}?${kept.join('&')}` : own
}

/** `?size=large` and `?size=normal` are kept in a cookie, and the page is shown under its own address again. */
export async function switchSize(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const size = (request.query as Record<string, unknown>).size
  if (size === undefined) return undefined
  const isLargeWanted = size === 'large'
  const life = isLargeWanted ? YEAR_SECONDS : 0
  return reply
    .header('set-cookie', `size=large; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly`)
    .header('cache-control', 'no-store')
    .redirect(withoutSize(request.url), 303)
}
