import { fileURLToPath } from 'node:url'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { type PrintData, toPrintData } from '#domain/document/print-data.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import { type FontCoverage, missingCharacters, readFontCoverage } from './font-coverage.ts'
import { TypesetQueue, TypesettingError } from './typeset-queue.ts'

export { TypesettingError } from './typeset-queue.ts'

export type TypesetDocument = {
  readonly pdf: Uint8Array
  readonly pageCount: number
  /** Characters that no font of the list can draw; a document with any must not be sealed. */
  readonly missingCharacters: readonly string[]
}

export type Typesetter = {
  /** PDF/A-2b; the same data gives the same bytes on the same fonts. Rejects with TypesettingError. */
  typeset(data: DocumentData): Promise<TypesetDocument>
  /** All pages below one another as one SVG. Rejects with TypesettingError. */
  renderPreview(data: DocumentData): Promise<{ readonly svg: string; readonly pageCount: number }>
  close(): Promise<void>
  /** Process id of the child, while one runs. */
  readonly pid: number | undefined
}

export type TypesetterOptions = {
  readonly fontFolders: readonly string[]
  /** Folder of the templates; the product's own when left out. */
  readonly templates?: string
  /** A document that takes longer is given up and the child replaced. Default 20 s (the first one reads the fonts). */
  readonly timeLimitMs?: number
}

const TEMPLATES = fileURLToPath(new URL('../../../../templates', import.meta.url))

/** Opens the typesetter; its child process starts with the first document and is replaced after a crash. */
export function openTypesetter({
  fontFolders,
  templates = TEMPLATES,
  timeLimitMs = 20_000,
}: TypesetterOptions): Typesetter {
  const queue = new TypesetQueue({ templates, fontFolders }, timeLimitMs)
  let coverage: FontCoverage | undefined
  return {
    async typeset(data) {
      const reply = await queue.ask('pdf', printDataOf(data))
      if (reply.output !== 'pdf') throw new TypesettingError('排版进程答非所问')
      coverage ??= readFontCoverage(fontFolders)
      const missing = missingCharacters(coverage, JSON.stringify(data))
      return { pdf: reply.pdf, pageCount: reply.pageCount, missingCharacters: missing }
    },
    async renderPreview(data) {
      const reply = await queue.ask('svg', printDataOf(data))
      if (reply.output !== 'svg') throw new TypesettingError('排版进程答非所问')
      return { svg: reply.svg, pageCount: reply.pageCount }
    },
    close: () => queue.close(),
    get pid() {
      return queue.pid
    },
  }
}

function printDataOf(data: DocumentData): PrintData {
  const { code, issuedOn } = data.document
  const kind = findDocumentKind(code, issuedOn)
  if (kind === undefined) throw new TypesettingError(`${issuedOn}没有代码为“${code}”的文书格式`)
  return toPrintData(data, kind)
}
