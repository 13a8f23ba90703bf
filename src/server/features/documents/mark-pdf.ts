import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { shippedFontFolders } from './font-folders.ts'

export type MarkPdfRequest = {
  readonly pdf: Uint8Array
  readonly line: string
  readonly fontFolders: readonly string[]
}
type Reply = { readonly pdf?: Uint8Array; readonly problem?: string }

const CHILD = fileURLToPath(new URL('./mark-pdf-child.ts', import.meta.url))
/** Enough for some hundred scanned pages. */
const LIMIT_MS = 60_000
const SANS = shippedFontFolders().filter((folder) => folder.includes('noto-sans-sc') && folder.endsWith('400Regular'))

/**
 * The same paper with a line across each page, the text below still text; undefined when it cannot be read: encrypted, damaged,
 * or made to take too long. Each one is read by a process of its own without any of the office's environment.
 */
export async function markPdf(pdf: Uint8Array, line: string, limitMs = LIMIT_MS): Promise<Buffer | undefined> {
  const child = fork(CHILD, { serialization: 'advanced', env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const answered = Promise.withResolvers<Reply>()
  const timer = setTimeout(() => answered.resolve({ problem: 'took too long' }), limitMs)
  child.once('message', (message) => answered.resolve(message as Reply))
  child.once('error', answered.reject)
  child.once('exit', () => answered.resolve({ problem: 'ended without an answer' }))
  const request: MarkPdfRequest = { pdf, line, fontFolders: SANS }
  child.send(request, (error) => error && answered.resolve({ problem: error.message }))
  try {
    const reply = await answered.promise
    return reply.pdf && Buffer.from(reply.pdf)
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
