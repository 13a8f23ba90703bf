import type { Socket } from 'node:net'
import { problemOf, REFUSALS, refused } from './errors.ts'

/** Answers what Node's HTTP parser refuses, when no request object exists yet. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const refusal =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? refused('headers-too-large', '请求头最多 16 KiB。')
      : refused('malformed-request', '请求不合 HTTP 的格式。')
  const body = JSON.stringify(problemOf(refusal, 'none'))
  const head = [
    `HTTP/1.1 ${REFUSALS[refusal.code].status} Refused`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
