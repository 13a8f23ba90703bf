import { storageFaultOf } from '#server/blobs/storage-fault.ts'
import { type Refused, RefusedError, refused } from '#server/http/errors.ts'

/** What the tus server refuses by itself, by its status; its own texts are English. */
const BY_STATUS: Readonly<Record<number, Refused>> = {
  400: refused('malformed-request', '上传请求的格式不对，或者这次上传已经完成、不能再撤销。'),
  403: refused(
    'malformed-request',
    '续传请求要有 Upload-Offset，Content-Type 应当是 application/offset+octet-stream。',
  ),
  404: refused('not-found', '没有这次上传，或者它不是您的。'),
  409: refused('conflict', '续传的位置与已收到的不一致；请先查询（HEAD）已收到多少，再从那里继续。'),
  410: refused('not-found', '这次上传已经过期，请重新上传。'),
  412: refused('malformed-request', '缺少请求头 Tus-Resumable: 1.0.0。'),
  413: refused('body-too-large', '文件超过允许的大小，或者送来的字节比声明的多。'),
  501: refused('malformed-request', '创建上传时要写明文件的长度（Upload-Length）。'),
}

const LOCK_TIMEOUT = 'failed to acquire lock'

/** The sentence for what went wrong in an upload; undefined for what must be logged. */
export function uploadRefusalOf(error: unknown): Refused | undefined {
  if (error instanceof RefusedError) return error.refusal
  const fault = storageFaultOf(error)
  if (fault) return refused('storage-full', fault.sentence)
  const { status, body } = tusErrorOf(error)
  if (body.startsWith(LOCK_TIMEOUT)) return refused('upload-busy', '这个文件正在另一处上传；请稍后继续。')
  return refusalByStatus(status)
}

export const refusalByStatus = (status: number): Refused | undefined => BY_STATUS[status]

/** tus throws plain objects and errors alike, both with `status_code` and `body`. */
function tusErrorOf(error: unknown): { status: number; body: string } {
  if (typeof error !== 'object' || error === null || !('status_code' in error)) return { status: 500, body: '' }
  const body = 'body' in error ? String(error.body) : ''
  return { status: Number(error.status_code), body }
}
