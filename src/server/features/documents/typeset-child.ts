// Runs as a process of its own: a panic inside the compiler aborts the whole process, which must not be the server's.
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintData } from '#domain/document/print-data.ts'
import type { SignatureSlot } from '#domain/signing/signed-sheet.ts'
import type { TypesetReply, TypesetRequest, TypesetSetup } from './typeset-protocol.ts'

/** Cached layouts older than this many documents are dropped; without it memory grows with every document. */
const EVICT_EVERY = 20
const setup = JSON.parse(process.argv[2] ?? '{}') as TypesetSetup
const dataPath = join(setup.templates, 'data.json')
const paperPath = join(setup.templates, 'paper.pdf')
const stripPath = join(setup.templates, 'strip.json')
const EMBEDDED = /href="data:image\/svg\+xml;base64,([^"]+)"/
const compiler = NodeCompiler.create({
  workspace: setup.templates,
  fontArgs: [{ fontPaths: [...setup.fontFolders] }],
})
let typeset = 0
// A4, but for a strip: of its own, so that the shared blocks stay laid out from one document to the next.
compiler.mapShadow(stripPath, Buffer.from('null'))

type Drawn = Extract<TypesetRequest, { readonly data: PrintData }>
type Signed = Extract<TypesetRequest, { readonly output: 'signed' }>

function compile({ data }: Pick<Drawn, 'data'>): NodeTypstDocument {
  // A shadow file, not sys.inputs: inputs are part of the library, and changing them would drop every cached layout.
  compiler.mapShadow(dataPath, Buffer.from(JSON.stringify(data)))
  return compiled({ mainFilePath: join(setup.templates, `${data.kind.template}.typ`) })
}

function compiled(main: Parameters<NodeCompiler['compile']>[0]): NodeTypstDocument {
  const answer = compiler.compile(main)
  if (answer.result !== null) return answer.result
  const diagnostics = answer.takeDiagnostics()
  throw new Error(diagnostics === null ? 'unknown error' : JSON.stringify(compiler.fetchDiagnostics(diagnostics)))
}

/** The white ground of each page is drawn at the place of the first, and would hide it. */
function withoutGrounds(svg: string): string {
  return svg.replaceAll(/<path class="typst-shape" fill="#ffffff"[^>]* d="M 0 0v 841[^>]*\/>/g, '')
}

/** A page of a file that is there already: the drawing that the compiler would set into another paper. */
function pageOf(pdf: Uint8Array, page: number): string {
  compiler.mapShadow(paperPath, Buffer.from(pdf))
  const source = `#set page(width: auto, height: auto, margin: 0pt)\n#image("/paper.pdf", page: ${page})`
  const svg = compiler.plainSvg(compiled({ mainFileContent: source }))
  const inner = EMBEDDED.exec(svg)?.[1]
  return inner === undefined ? svg : Buffer.from(inner, 'base64').toString('utf8')
}

const isSealedAs = (document: NodeTypstDocument, pdf: Uint8Array): boolean =>
  compiler.pdf(document, { pdfStandard: 'a-2b' }).equals(pdf)

/** Where the template leaves room; only of the very bytes that were sealed. */
function slotsOf(request: Extract<TypesetRequest, { readonly output: 'slots' }>): readonly SignatureSlot[] {
  const document = compile(request)
  return isSealedAs(document, request.pdf)
    ? compiler.query(document, { selector: '<signature-slot>', field: 'value' })
    : []
}

/** The same template on narrow paper; only of the very bytes that were sealed, so that it says what they say. */
function stripOf(request: Extract<TypesetRequest, { readonly output: 'strip' }>): Uint8Array | undefined {
  if (!isSealedAs(compile(request), request.pdf)) return undefined
  compiler.mapShadow(stripPath, Buffer.from(JSON.stringify(request.strip)))
  try {
    return compiler.pdf(compile(request), { pdfStandard: 'a-2b' })
  } finally {
    compiler.mapShadow(stripPath, Buffer.from('null'))
  }
}

/** Files that are set into another cannot be PDF/A: the sealed original is. */
function signedCopy({ pdf, sheet }: Signed) {
  compiler.mapShadow(paperPath, Buffer.from(pdf))
  compiler.mapShadow(dataPath, Buffer.from(JSON.stringify(sheet)))
  const document = compiled({ mainFilePath: join(setup.templates, 'signed-paper.typ') })
  return { pdf: compiler.pdf(document, {}), pageCount: document.numOfPages }
}

function answer(request: TypesetRequest): TypesetReply {
  const { id, output } = request
  try {
    if (output === 'page') return { id, output, svg: pageOf(request.pdf, request.page) }
    if (output === 'slots') return { id, output, slots: slotsOf(request) }
    if (output === 'signed') return { id, output, ...signedCopy(request) }
    if (output === 'strip') return { id, output, pdf: stripOf(request) }
    const document = compile(request)
    const pageCount = document.numOfPages
    if (output === 'svg') return { id, output, svg: withoutGrounds(compiler.plainSvg(document)), pageCount }
    return { id, output, pdf: compiler.pdf(document, { pdfStandard: 'a-2b' }), pageCount }
  } catch (error) {
    return { id, output: 'error', message: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (request: TypesetRequest) => {
  process.send?.(answer(request))
  typeset += 1
  if (typeset % EVICT_EVERY === 0) compiler.evictCache(2)
})
// The parent drains on Ctrl+C and ends the child itself; when the parent is gone, so is the channel.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit(0))
