import { Worker } from 'node:worker_threads'
import type { BindAnswer, BindOrder } from './bind-protocol.ts'

/** A file could not be bound or read; the sentence says why. */
export class BindingError extends Error {
  override readonly name = 'BindingError'
}

export type Binder = {
  ask<K extends BindAnswer['kind']>(order: BindOrder, expected: K): Promise<Extract<BindAnswer, { kind: K }>>
  close(): Promise<void>
}

/** How long one file may take. */
const LIMIT_MS = 60_000
const HEAP_MB = 1_500

/** A thread that reads and binds PDFs, one order after another. */
export function openBinder(limitMs = LIMIT_MS): Binder {
  const worker = new Worker(new URL('./bind-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // The reader of PDFs complains of broken ones on its own; a command's stdout is its answer.
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  return {
    async ask(order, expected) {
      const answer = await answerOf(worker, order, limitMs)
      if (answer.kind === 'problem') throw new BindingError(answer.sentence)
      if (answer.kind !== expected) throw new BindingError('装订线程答非所问')
      return answer as Extract<BindAnswer, { kind: typeof expected }>
    },
    close: async () => void (await worker.terminate()),
  }
}

function answerOf(worker: Worker, order: BindOrder, limitMs: number): Promise<BindAnswer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      settle(() => reject(new BindingError(`${limitMs / 1000} 秒之内没有读完`)))
      void worker.terminate()
    }, limitMs)
    const onMessage = (answer: BindAnswer) => settle(() => resolve(answer))
    const onError = (error: Error) => settle(() => reject(new BindingError(`装订线程出错：${error.message}`)))
    const onExit = () => settle(() => reject(new BindingError('装订线程意外结束')))
    const settle = (tell: () => void) => {
      clearTimeout(late)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      tell()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(order)
  })
}
