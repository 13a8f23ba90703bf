import { Worker } from 'node:worker_threads'
import type { Digests } from './blob-store.ts'
import type { DigestAnswer, DigestOrder } from './digest-worker.ts'

/** SHA-256 and SM3 of one run of bytes, computed beside the event loop. */
export type Digest = {
  /** Resolves when the bytes have been counted in; until then they must not be changed. */
  update(bytes: Uint8Array<SharedArrayBuffer>): Promise<void>
  finish(): Promise<Digests>
  drop(): void
}

export type DigestThreads = { begin(): Digest; close(): Promise<void> }

type Waiting = { resolve(answer: DigestAnswer): void; reject(error: Error): void }

type Thread = { ask(order: DigestOrder): Promise<DigestAnswer>; tell(order: DigestOrder): void; end(): Promise<void> }

/** Starts a thread on first use; idle threads do not keep the process alive. */
export function openDigestThreads(count = 2): DigestThreads {
  const threads = Array.from({ length: count }, restartingThread)
  let last = 0
  return {
    begin() {
      last += 1
      const thread = threads[last % count]
      if (!thread) throw new RangeError('a digest needs at least one thread')
      return digestOn(thread, last)
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

function digestOn(thread: Thread, digest: number): Digest {
  return {
    async update(bytes) {
      await thread.ask({ kind: 'update', digest, bytes })
    },
    async finish() {
      const { sha256, sm3 } = await thread.ask({ kind: 'finish', digest })
      if (sha256 === undefined || sm3 === undefined) throw new Error('digest thread answered out of order')
      return { sha256, sm3 }
    },
    drop: () => thread.tell({ kind: 'drop', digest }),
  }
}

/**
 * A thread that dies takes the state of its digests along: whoever waits is told, and who asks later would be
 * answered from an empty state. So every digest of a dead thread must fail, which `born` sees to.
 */
function restartingThread(): Thread {
  let running: { worker: Worker; waiting: Waiting[] } | undefined
  const born = new Map<number, Worker>()
  const start = (): { worker: Worker; waiting: Waiting[] } => {
    const worker = new Worker(new URL('./digest-worker.ts', import.meta.url))
    worker.unref()
    const own = { worker, waiting: [] as Waiting[] }
    const fail = (error: Error): void => {
      if (running === own) running = undefined
      for (const waiting of own.waiting.splice(0)) waiting.reject(error)
    }
    worker.on('message', (answer: DigestAnswer) => settle(own, answer))
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('digest thread ended')))
    running = own
    return own
  }
  const ask = (order: DigestOrder): Promise<DigestAnswer> => {
    const { worker, waiting } = running ?? start()
    const home = born.get(order.digest) ?? worker
    if (home !== worker) return Promise.reject(new Error('digest thread was restarted'))
    if (order.kind === 'finish') born.delete(order.digest)
    else born.set(order.digest, worker)
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      // A waiting digest keeps the process alive; an idle thread does not.
      worker.ref()
      worker.postMessage(order)
    })
  }
  return {
    ask,
    tell(order) {
      born.delete(order.digest)
      running?.worker.postMessage(order)
    },
    async end() {
      await running?.worker.terminate()
    },
  }
}

function settle(own: { worker: Worker; waiting: Waiting[] }, answer: DigestAnswer): void {
  own.waiting.shift()?.resolve(answer)
  if (own.waiting.length === 0) own.worker.unref()
}
