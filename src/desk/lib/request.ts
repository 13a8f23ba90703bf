import { newKey } from './new-key.ts'
import { offline, problemOf } from './problem-error.ts'
import { reportSessionLost } from './session-lost.ts'

export type SendOptions = {
  /** The version that this edit was made on. */
  readonly version?: number
  /** The same for every try of one submission, so that a lost answer never acts twice. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** Is sent to its end although the page is being closed. */
  readonly outlivesPage?: boolean
}

/** Browsers refuse longer bodies to requests that outlive their page (64 KiB in all). */
const OUTLIVING_BYTES = 60_000

/** Reads JSON; throws a ProblemError with the server's sentence. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await reach(path, { ...(signal ? { signal } : {}) })
  return (await response.json()) as T
}

/** Sends a command; throws a ProblemError with the server's sentences. */
export async function send<T>(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<T> {
  const response = await reach(path, initOf(method, body, options))
  return (await response.json()) as T
}

/** Sends input and answers a file made from it, such as a preview, with what its headers say of it. */
export async function sendForFile(
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<{ readonly file: Blob; readonly headers: Headers }> {
  const response = await reach(path, initOf('POST', body, { signal }))
  return { file: await response.blob(), headers: response.headers }
}

export async function readFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await reach(path, { ...(signal ? { signal } : {}) })
  return response.blob()
}

function initOf(
  method: string,
  body: unknown,
  { version, key, signal, outlivesPage = false }: SendOptions,
): RequestInit {
  const headers: Record<string, string> = { 'idempotency-key': key ?? newKey() }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (version !== undefined) headers['if-match'] = `"${version}"`
  const text = body === undefined ? undefined : JSON.stringify(body)
  return {
    method,
    headers,
    keepalive: outlivesPage && new Blob([text ?? '']).size < OUTLIVING_BYTES,
    ...(text === undefined ? {} : { body: text }),
    ...(signal ? { signal } : {}),
  }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw offline()
  })
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.problem.code === 'unauthenticated') reportSessionLost()
  throw problem
}
