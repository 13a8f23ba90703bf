import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../log.ts'
import { problemOf, REFUSALS, type Refused, RefusedError, refused } from './errors.ts'

/** What the server itself refuses before any of our code runs, by Fastify's stable code. */
const FRAMEWORK_REFUSALS: Readonly<Record<string, Refused>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: refused('body-too-large', '内容超过这一项的上限，请缩短或者分开提交；大文件请用上传。'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refused('wrong-content-type', '内容类型应当是 application/json。'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refused('malformed-request', '内容的长度与 Content-Length 请求头不一致。'),
  FST_ERR_CTP_EMPTY_JSON_BODY: refused('malformed-json', '请求内容是空的。'),
  FST_ERR_BAD_URL: refused('malformed-address', '网址里的 % 后面应当是两位十六进制数字。'),
  FST_ERR_MAX_PARAM_LENGTH: refused('not-found', '没有这个网址。'),
}
const BY_STATUS: Readonly<Record<number, Refused>> = {
  400: refused('malformed-request', '请求不合 HTTP 的格式。'),
  413: refused('body-too-large'),
  415: refused('wrong-content-type', '内容类型应当是 application/json。'),
  429: refused('too-many-requests', '一分钟内的请求太多，请稍后再试。'),
  503: refused('busy', '系统正忙，请稍后再试。', { headers: { 'retry-after': '5' } }),
}

/** Every failure leaves as a problem with a sentence; what is not a refusal is logged once and answered without detail. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(log, error, request, reply))
}

/** For Fastify's `frameworkErrors`: what fails while the address is still being read. */
export function sendError(log: Logger, error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error)
  if (!refusal)
    log.error({ err: error, requestId: request.id, method: request.method, url: request.url }, 'request failed')
  sendProblem(
    reply,
    refusal ?? refused('internal', '系统出了问题，已经记下；请稍后重试，仍不行时把请求编号告诉管理员。'),
    request.id,
  )
}

function refusalOf(error: FastifyError): Refused | undefined {
  if (error instanceof RefusedError) return error.refusal
  const status = error.statusCode ?? 500
  return FRAMEWORK_REFUSALS[error.code] ?? BY_STATUS[status]
}

export function sendProblem(reply: FastifyReply, refusal: Refused, requestId: string): void {
  for (const [name, value] of Object.entries(refusal.headers ?? {})) reply.header(name, value)
  reply
    .code(REFUSALS[refusal.code].status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, requestId)))
}
