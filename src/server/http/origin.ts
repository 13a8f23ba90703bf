import type { FastifyRequest } from 'fastify'
import { type Refused, refused } from './errors.ts'

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Refuses a change that was not asked for by a page of the desk. Desk and portal differ only by port, and ports share a site,
 * so that SameSite cookies alone do not keep them apart: `Origin` is compared exactly.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): Refused | undefined {
  const fetchSite = request.headers['sec-fetch-site']
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return foreign()
  const { origin } = request.headers
  if (origin === undefined || !allowedOrigins(request, publicUrl).includes(origin)) return foreign()
  return undefined
}

const foreign = (): Refused =>
  refused('foreign-origin', '请在本系统的页面里操作；程序调用时，Origin 请求头应当是本系统的地址。')

function allowedOrigins(request: FastifyRequest, publicUrl: string): string[] {
  const { localAddress, localPort } = request.socket
  const isLoopback = localAddress === '127.0.0.1' || localAddress === '::1' || localAddress === '::ffff:127.0.0.1'
  const loopback = isLoopback ? LOOPBACK_HOSTS.map((host) => `http://${host}:${localPort}`) : []
  return [new URL(publicUrl).origin, ...loopback]
}
