import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = /(?:^|;\s*)size=large(?:;|$)/
const YEAR_SECONDS = 365 * 24 * 60 * 60

export function isLarge(request: FastifyRequest): boolean {
  return COOKIE.test(request.headers.cookie ?? '')
}

/** This page's address without the switch; always one of ours, so that it leads nowhere else. */
export function withoutSize(url: string): string {
  if (!url.includes('?') && !/^[/\\]{2}/.test(url)) return url
  const [path = '/', query = ''] = url.split('?', 2)
  const kept = query.split('&').filter((pair) => pair !== '' && !/^size(?:=|$)/.test(pair))
  const own = `/${path.replace(/^[/\\]+/, '')}`
  return kept.length > 0 ? `${own}?${kept.join('&')}` : own
}

/** `?size=large` and `?size=normal` are kept in a cookie, and the page is shown under its own address again. */
export function switchSize(request: FastifyRequest, reply: FastifyReply, size: unknown): FastifyReply {
  const life = size === 'large' ? YEAR_SECONDS : 0
  return reply
    .header('set-cookie', `size=large; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly`)
    .header('cache-control', 'no-store')
    .redirect(withoutSize(request.url), 303)
}
