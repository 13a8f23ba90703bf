import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { frame, type Page, type View } from './frame.ts'
import { sentencePage } from './pages/sentence-page.ts'
import { notFound } from './portal-pages.ts'
import { sendPage } from './send-page.ts'

const MALFORMED = sentencePage('网址写得不对', ['网址里的 % 后面应当是两位十六进制数字。请检查网址，或者从首页进入。'])
const OTHER_TYPE = sentencePage('送来的不是表单', ['请在核验页里选择文件，按“核验”提交。'])
const TOO_LONG = sentencePage('内容太长', ['送来的内容超过了这个网站的上限。请缩短以后再试。'])
const BUSY = sentencePage('现在查的人太多', ['网站一时答复不过来，请过几秒再试。公示的内容没有受影响。'])
const TOO_MANY = sentencePage('查得太快', [
  '同一个网络地址一分钟内的请求太多，请稍等再试。批量使用请订阅公示或者联系公布机关。',
])
const DOWN = sentencePage('现在查不到', [
  '网站出了问题，已经记下，正在处理。请过几分钟再试。',
  '急用的，请直接联系作出决定的机关：决定书上写有地址和电话。',
])

/** Every failure is a page with a sentence; what is our own fault is logged once and told without detail. */
export function answerPortalError(log: FastifyBaseLogger, viewOf: (request: FastifyRequest) => View) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { status, page } = failureOf(error)
    if (status >= 500) log.error({ err: error, page: request.routeOptions.url }, 'a public page failed')
    if (status === 503) reply.header('retry-after', '5')
    return sendPage(request, reply, frame(viewOf(request), page), status)
  }
}

/** Codes of node and PostgreSQL that say the database cannot be reached, takes nobody more, or stopped what took too long (57014). */
const UNREACHABLE = /^(ECONN\w+|ENOENT|ETIMEDOUT|EPIPE|08\w{3}|53\w{3}|57P\w{2}|57014)$/

type Failure = { readonly status: number; readonly page: Page }

/** What the framework refuses before any of our code runs. */
const BY_CODE: Readonly<Record<string, Failure>> = {
  FST_ERR_BAD_URL: { status: 400, page: MALFORMED },
  FST_ERR_MAX_PARAM_LENGTH: notFound,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, page: OTHER_TYPE },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, page: TOO_LONG },
}

function failureOf({ code = '', statusCode = 500 }: FastifyError): Failure {
  if (BY_CODE[code]) return BY_CODE[code]
  if (statusCode === 429) return { status: 429, page: TOO_MANY }
  if (statusCode === 503) return { status: 503, page: BUSY }
  if (statusCode < 500) return { status: statusCode, page: MALFORMED }
  return { status: UNREACHABLE.test(code) ? 503 : 500, page: DOWN }
}

/** What Node's HTTP parser refuses, before there is a request. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const body = isTooLong ? '网址太长，请缩短要查的内容以后再试。\n' : '请求不合 HTTP 的格式。\n'
  const head = [
    `HTTP/1.1 ${isTooLong ? '431 Too Long' : '400 Malformed'}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
