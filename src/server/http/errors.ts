import type { FieldError, Problem } from '#contract/problem.ts'

/** The one table from a refusal to its HTTP status; the codes are public and stable. */
export const REFUSALS = {
  'malformed-request': { status: 400, title: '请求的格式不对' },
  'malformed-json': { status: 400, title: '请求内容不是合格的 JSON' },
  'malformed-address': { status: 400, title: '网址里有不合格的编码' },
  'idempotency-key-missing': { status: 400, title: '缺少请求编号' },
  'login-failed': { status: 401, title: '登录没有成功' },
  unauthenticated: { status: 401, title: '还没有登录' },
  forbidden: { status: 403, title: '没有权限' },
  'foreign-origin': { status: 403, title: '请求不是从本系统的页面发出的' },
  'not-found': { status: 404, title: '找不到' },
  conflict: { status: 409, title: '与现有记录冲突' },
  'not-offered': { status: 409, title: '现在不能办这一步' },
  'gate-closed': { status: 409, title: '法定条件还没有满足' },
  'stale-version': { status: 412, title: '内容已经被别人改过' },
  'body-too-large': { status: 413, title: '内容太大' },
  'address-too-long': { status: 414, title: '网址太长' },
  'wrong-content-type': { status: 415, title: '内容类型不对' },
  'range-not-satisfiable': { status: 416, title: '所要的范围不存在' },
  'invalid-input': { status: 422, title: '填写的内容有误' },
  'idempotency-key-reused': { status: 422, title: '请求编号已经用过' },
  'upload-busy': { status: 423, title: '文件正在另一处上传' },
  'version-missing': { status: 428, title: '缺少版本号' },
  'too-many-requests': { status: 429, title: '请求太频繁' },
  'headers-too-large': { status: 431, title: '请求头太大' },
  internal: { status: 500, title: '系统出了问题' },
  busy: { status: 503, title: '系统正忙' },
  'storage-full': { status: 507, title: '存储空间不足' },
} as const satisfies Record<string, { status: number; title: string }>

export type RefusalCode = keyof typeof REFUSALS

/** A refusal is a value that a command returns; `refused()` makes it, the route answers it. */
export type Refused = {
  readonly kind: 'refused'
  readonly code: RefusalCode
  readonly detail?: string
  readonly basis?: string
  readonly errors?: readonly FieldError[]
  readonly current?: { readonly version: number; readonly values: unknown }
  readonly headers?: Readonly<Record<string, string>>
}
type RefusedMore = Omit<Refused, 'kind' | 'code' | 'detail'>

/** Refuses with a stable code and a sentence that says what is wrong and what would be right. */
export const refused = (code: RefusalCode, detail?: string, more: RefusedMore = {}): Refused => ({
  kind: 'refused',
  code,
  ...(detail === undefined ? {} : { detail }),
  ...more,
})

/** The same answer for what does not exist and for what belongs to another agency. */
export const notFound = (what: string): Refused => refused('not-found', `没有这个${what}，或者它不属于本机关。`)

/** An edit on an old version: answers the current one, so that the desk can show both. */
export const stale = (current: { version: number; values: unknown }): Refused =>
  refused('stale-version', `您看到的内容已经过时，现在是第 ${current.version} 版；请对照后再提交。`, {
    current,
    headers: { etag: `"${current.version}"` },
  })

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused' && 'code' in value
}

/** Carries a refusal out of code that cannot return one (hooks, parsers); it is never logged as a failure. */
export class RefusedError extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export function problemOf(refusal: Refused, requestId: string): Problem {
  const { kind: _kind, headers: _headers, code, errors, ...rest } = refusal
  const { status, title } = REFUSALS[code]
  return { code, status, title, ...rest, ...(errors ? { errors: [...errors] } : {}), requestId }
}
