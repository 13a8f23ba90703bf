import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RefusedError, refused } from './errors.ts'

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>昭法</title>
<p>办案台还没有构建。请在项目目录运行 npm start，或者先运行 vite build。</p></html>`

/** Serves the built desk: hashed assets for ever, `index.html` for every other page address with a nonce of its own. */
export async function serveDeskPages(app: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html')
  const isBuilt = existsSync(index)
  const template = isBuilt ? readFileSync(index, 'utf8') : NOT_BUILT
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
      dotfiles: 'ignore',
      // The build writes .br and .gz beside each file.
      preCompressed: true,
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isPageAddress(request)) throw new RefusedError(refused('not-found', '没有这个网址。'))
    return sendIndex(reply, template)
  })
}

/** An address that a person may have typed or bookmarked; a missing file or API path stays a 404. */
function isPageAddress(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? ''
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead && !path.startsWith('/api') && !path.startsWith('/assets/') && !/\.\w+$/.test(path)
}

function sendIndex(reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(withNonce(template, nonce))
}

const NONCE_META = /<meta name="csp-nonce" content="[^"]*"\s*\/?>/

/** The desk's first script reads the nonce from this element. */
function withNonce(template: string, nonce: string): string {
  const meta = `<meta name="csp-nonce" content="${nonce}">`
  return NONCE_META.test(template) ? template.replace(NONCE_META, meta) : template.replace('<head>', `<head>${meta}`)
}

/** The desk's policy; antd writes its styles at run time and gives them this nonce. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
