import { Worker } from 'node:worker_threads'

export type JoinOrder = {
  readonly papers: readonly { readonly bytes: Uint8Array; readonly copies: number }[]
  /** On both sides each copy begins on a sheet of its own. */
  readonly sides: 'one' | 'two'
  readonly at: string
}
export type JoinAnswer = { readonly pdf: Uint8Array } | { readonly problem: string }

const LIMIT_MS = 60_000
const HEAP_MB = 1_000

/** All copies of all papers one after another as one PDF; a thread of its own does it, so that nobody waits for it. */
export async function joinPapers(order: JoinOrder): Promise<Buffer> {
  const worker = new Worker(new URL('./join-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const answered = Promise.withResolvers<JoinAnswer>()
  const late = setTimeout(() => answered.reject(new Error(`joining papers took over ${LIMIT_MS} ms`)), LIMIT_MS)
  worker.once('message', answered.resolve).once('error', answered.reject)
  worker.once('exit', () => answered.reject(new Error('the thread that joins papers ended without an answer')))
  try {
    const answer = await answered.promise
    if ('problem' in answer) throw new Error(answer.problem)
    return Buffer.from(answer.pdf)
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
