import { fileURLToPath } from 'node:url'
import { renderSVG } from 'uqr'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { type PrintData, toPrintData } from '#domain/document/print-data.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import type { StripSheet } from '#domain/print/strip-sheet.ts'
import type { SignatureSlot, SignedSheet } from '#domain/signing/signed-sheet.ts'
import { type FontCoverage, missingCharacters, readFontCoverage } from './font-coverage.ts'
import { TypesetQueue, TypesettingError } from './typeset-queue.ts'

export { TypesettingError } from './typeset-queue.ts'

export type TypesetDocument = {
  readonly pdf: Uint8Array
  readonly pageCount: number
}

export type Typesetter = {
  /**
   * PDF/A-2b; the same data gives the same bytes on the same fonts. Rejects with TypesettingError, also when a character that is
   * printed is in no font: a box in a name is never let through.
   */
  typeset(data: DocumentData): Promise<TypesetDocument>
  /** All pages below one another as one SVG. Rejects with TypesettingError. */
  renderPreview(data: DocumentData): Promise<{ readonly svg: string; readonly pageCount: number }>
  /** One page of a finished file as SVG. Rejects with TypesettingError. */
  drawPage(pdf: Uint8Array, page: number): Promise<string>
  /** Where the paper leaves room for signatures; none when today's templates draw it otherwise than the file. */
  findSlots(data: DocumentData, pdf: Uint8Array): Promise<readonly SignatureSlot[]>
  /** The file with the signatures drawn over its pages and a sheet of signatures at the end; same input, same bytes. */
  drawSigned(pdf: Uint8Array, sheet: SignedSheet): Promise<TypesetDocument>
  /**
   * The sealed paper once more on one page of narrow paper; same input, same bytes. Nothing when today's templates draw the paper
   * otherwise than the file, since the strip would then not say what was sealed. Rejects with TypesettingError.
   */
  typesetStrip(data: DocumentData, pdf: Uint8Array, strip: StripSheet): Promise<Uint8Array | undefined>
  /** Characters of a text that no font can draw, each once; to be told when the text is entered. */
  missingCharacters(text: string): readonly string[]
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
  /** A child that typesets nothing for so long is let go. Default 60 s. */
  readonly idleMs?: number
}

const TEMPLATES = fileURLToPath(new URL('../../../../templates', import.meta.url))

/** Opens the typesetter; its child process starts with the first document and is replaced after a crash. */
export function openTypesetter({
  fontFolders,
  templates = TEMPLATES,
  timeLimitMs = 20_000,
  idleMs = 60_000,
}: TypesetterOptions): Typesetter {
  const queue = new TypesetQueue({ templates, fontFolders }, { documentMs: timeLimitMs, idleMs })
  let coverage: FontCoverage | undefined
  const missing = (text: string): readonly string[] => {
    coverage ??= readFontCoverage(fontFolders)
    return missingCharacters(coverage, text)
  }
  return {
    async typeset(data) {
      const reply = await queue.ask({ output: 'pdf', data: printDataOf(data) }).catch((error: unknown) => {
        throw explained(error, missing(JSON.stringify(data)))
      })
      return { pdf: reply.pdf, pageCount: reply.pageCount }
    },
    async renderPreview(data) {
      const reply = await queue.ask({ output: 'svg', data: printDataOf(data) })
      return { svg: reply.svg, pageCount: reply.pageCount }
    },
    drawPage: async (pdf, page) => (await queue.ask({ output: 'page', pdf, page })).svg,
    findSlots: async (data, pdf) => (await queue.ask({ output: 'slots', data: printDataOf(data), pdf })).slots,
    async drawSigned(pdf, sheet) {
      const reply = await queue.ask({ output: 'signed', pdf, sheet })
      return { pdf: reply.pdf, pageCount: reply.pageCount }
    },
    typesetStrip: async (data, pdf, strip) =>
      (await queue.ask({ output: 'strip', data: printDataOf(data), pdf, strip })).pdf,
    missingCharacters: missing,
    close: () => queue.close(),
    get pid() {
      return queue.pid
    },
  }
}

// PDF/A forbids the glyph .notdef, so the compiler refuses what would be a box; it does not say which of the data it was.
function explained(error: unknown, missing: readonly string[]): unknown {
  const isMissing = error instanceof TypesettingError && error.message.includes('could not be displayed with font')
  if (!isMissing || missing.length === 0) return error
  return new TypesettingError(
    `没有字体能印出“${missing.join('、')}”；请把收有这些字的字体文件放入数据文件夹的 fonts 目录，重新启动后再排版`,
  )
}

function printDataOf(data: DocumentData): PrintData {
  const { code, issuedOn } = data.document
  const kind = findDocumentKind(code, issuedOn)
  if (kind === undefined) throw new TypesettingError(`${issuedOn}没有代码为“${code}”的文书格式`)
  const print = toPrintData(data, kind)
  const { verifyUrl } = data.document
  if (verifyUrl === undefined) return print
  return { ...print, print: { ...print.print, qr: renderSVG(verifyUrl, { border: 0, ecc: 'M' }) } }
}
