import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = /(?:^|;\s*)size=large(?:;|$)/
const LONGEST_ADDRESS = 4000
const YEAR_SECONDS = 365 * 24 * 60 * 60

export function isLarge(request: FastifyRequest): boolean {
  return COOKIE.test(request.headers.cookie ?? '')
}

/** This page's address without the switch; always one of ours, so that it leads nowhere else. */
export function withoutSize(url: string): string {
  // Nobody needs an address as long as that back, and the page repeats it.
  if (url.length > LONGEST_ADDRESS) return url.indexOf('?') > LONGEST_ADDRESS ? '/' : withoutSize(pathOf(url))
  if (!url.includes('?') && !/^[/\\]{2}/.test(url)) return url
  const [path = '/', query = ''] = url.split('?', 2)
  const kept = query.split('&').filter((pair) => pair !== '' && !/^size(?:=|$)/.test(pair))
  const own = `/${path.replace(/^[/\\]+/, '')}`
  return kept.length > 0 ? `${own}?${kept.join('&')}` : own
}

const pathOf = (url: string): string => (url.includes('?') ? url.slice(0, url.indexOf('?')) : '/')

/** `?size=large` and `?size=normal` are kept in a cookie, and the page is shown under its own address again. */
export function switchSize(request: FastifyRequest, reply: FastifyReply, size: unknown): FastifyReply {
  const life = size === 'large' ? YEAR_SECONDS : 0
  return reply
    .header('set-cookie', `size=large; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly`)
    .header('cache-control', 'no-store')
    .redirect(withoutSize(request.url), 303)
}
