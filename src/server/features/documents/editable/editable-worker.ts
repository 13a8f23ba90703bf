// A thread of its own: reading a long paper takes longer than the server's loop may wait.
import { parentPort } from 'node:worker_threads'
import type { EditableAnswer, EditableOrder } from './editable-protocol.ts'
import { readOutline } from './read-outline.ts'
import { writeDocx } from './write-docx.ts'

async function answer({ pdf, names, note }: EditableOrder): Promise<EditableAnswer> {
  try {
    const outline = await readOutline(pdf, names)
    return { docx: await writeDocx(outline, names.title, note) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (order: EditableOrder) => void answer(order).then((made) => parentPort?.postMessage(made)))
