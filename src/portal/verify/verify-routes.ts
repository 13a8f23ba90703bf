import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Page } from '../frame.ts'
import { sentencePage } from '../pages/sentence-page.ts'
import type { PortalContext } from '../portal-context.ts'
import type { Answer } from '../portal-pages.ts'
import { RATES } from '../rate-limits.ts'
import { judgeForm } from './judge-form.ts'
import { type ReadForm, readBody, readForm } from './read-form.ts'
import { keyedPage, type VerifyView, verifyPage } from './verify-page.ts'
import { findByKey } from './verify-queries.ts'

const OFFLINE_PAGE = join(import.meta.dirname, '../../../dist/verifier/verify.html')
/** Files of so many readers are held in memory at once; others are asked to come back. */
const MOST_AT_ONCE = 4
const KEY = /^[A-Za-z0-9_-]{22}$/

type Send = (request: FastifyRequest, reply: FastifyReply, given: Answer) => Promise<FastifyReply>

/** The verify page: a form of files, and the addresses that the QR codes of documents lead to. */
export function serveVerification(ctx: PortalContext, send: Send) {
  return async (app: FastifyInstance): Promise<void> => {
    const view = (more: Partial<VerifyView> = {}): Page =>
      verifyPage({ hasOfflinePage: existsSync(OFFLINE_PAGE), ...more })
    const busy = new Set<string>()
    app.addContentTypeParser(
      'multipart/form-data',
      (_request, payload, done) => void readBody(payload as never).then((body) => done(null, body), done),
    )
    app.get('/verify', { config: RATES['/verify'] ?? {} }, (request, reply) => send(request, reply, view()))
    app.get('/verify/offline', async (_request, reply) => sendOfflinePage(reply))
    app.get<{ Params: { key: string } }>('/verify/:key', { config: RATES['/verify'] ?? {} }, async (request, reply) => {
      const { key } = request.params
      const document = KEY.test(key) ? await findByKey(ctx.db, key) : undefined
      return send(request, reply, document ? keyedPage(document) : noSuchKey)
    })
    app.post('/verify', {
      config: RATES['/verify'] ?? {},
      onRequest: async (request) => {
        if (busy.size >= MOST_AT_ONCE) throw Object.assign(new Error('too many files at once'), { statusCode: 503 })
        busy.add(request.id)
      },
      onResponse: async (request) => {
        busy.delete(request.id)
      },
      handler: async (request, reply) => {
        const form = await readForm(request.body, request.headers['content-type'] ?? '')
        return send(request, reply, await answerOf(ctx, form, view))
      },
    })
  }
}

async function answerOf(
  ctx: PortalContext,
  form: ReadForm,
  view: (more: Partial<VerifyView>) => Page,
): Promise<Answer> {
  if (form === 'too-long') return { status: 413, page: view({ problem: TOO_LONG }) }
  if (form === 'malformed') return { status: 400, page: view({ problem: MALFORMED }) }
  const judgement = await judgeForm(ctx, form)
  return judgement ? view({ judgement }) : { status: 400, page: view({ problem: NOTHING }) }
}

const TOO_LONG = '文件太大：存证回执不超过 1 MB，文书文件不超过 30 MB。更大的文件，请用离线核验页。'
const MALFORMED = '送来的表单不完整，没有能够核验。请重新选择文件再试。'
const NOTHING = '还没有选择文件：请选择存证回执、文书文件，或者两样都选。'
const noSuchKey = {
  status: 404,
  page: sentencePage('没有这个二维码对应的文书', [
    '网址可能抄错了，或者二维码不是本地机关的文书上的。请把文书拿给写在上面的机关核实；不要按文书上的账号缴款。',
  ]),
} as const

/** The page has inline script and is meant for the reader's own disk, never to run under this address. */
async function sendOfflinePage(reply: FastifyReply): Promise<FastifyReply> {
  const page = await readFile(OFFLINE_PAGE).catch(() => undefined)
  if (!page) return reply.callNotFound() as unknown as FastifyReply
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename="verify.html"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=3600',
    })
    .send(page)
}
