import { parentPort, workerData } from 'node:worker_threads'
import { PDFDocument } from 'pdf-lib'
import type { JoinAnswer, JoinOrder } from './join-papers.ts'

const A4: [number, number] = [595.28, 841.89]

async function join({ papers, sides, at }: JoinOrder): Promise<Uint8Array> {
  const all = await PDFDocument.create()
  for (const { bytes, copies } of papers) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false })
    const indices = source.getPageIndices()
    // Copied in one go: the copies share their fonts.
    const pages = await all.copyPages(source, Array.from({ length: copies }, () => indices).flat())
    pages.forEach((page, index) => {
      const isNewCopy = index % indices.length === 0
      if (sides === 'two' && isNewCopy && all.getPageCount() % 2 === 1) all.addPage(A4)
      all.addPage(page)
    })
  }
  all.setTitle('打印件')
  all.setCreationDate(new Date(at))
  all.setModificationDate(new Date(at))
  return all.save({ updateFieldAppearances: false })
}

join(workerData as JoinOrder).then(
  (pdf) => parentPort?.postMessage({ pdf } satisfies JoinAnswer),
  (error: unknown) => parentPort?.postMessage({ problem: String(error) } satisfies JoinAnswer),
)
