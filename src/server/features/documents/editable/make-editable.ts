import { Worker } from 'node:worker_threads'
import { TypesettingError } from '../typeset-queue.ts'
import type { EditableAnswer, EditableOrder } from './editable-protocol.ts'

const LIMIT_MS = 30_000
const LIMIT_MB = 384
const UNREADABLE = '这份文书转不成 Word：文件的结构读不出来'

/** A sealed paper as a word-processor file; throws TypesettingError when it cannot be read in half a minute. */
export async function makeEditable(order: EditableOrder): Promise<Uint8Array> {
  const worker = new Worker(new URL('editable-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
  })
  try {
    const made = await answerOf(worker, order)
    if ('fault' in made) throw new TypesettingError(UNREADABLE, { cause: made.fault })
    return made.docx
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, order: EditableOrder): Promise<EditableAnswer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new TypesettingError('这份文书转 Word 超过三十秒，已经放弃')), LIMIT_MS)
    const settle = (work: () => void) => {
      clearTimeout(late)
      work()
    }
    worker.once('message', (made: EditableAnswer) => settle(() => resolve(made)))
    worker.once('error', (cause) => settle(() => reject(new TypesettingError(UNREADABLE, { cause }))))
    worker.postMessage(order)
  })
}
