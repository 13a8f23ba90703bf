// Runs as a process of its own: a panic inside the compiler aborts the whole process, which must not be the server's.
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypesetReply, TypesetRequest, TypesetSetup } from './typeset-protocol.ts'

/** Cached layouts older than this many documents are dropped; without it memory grows with every document. */
const EVICT_EVERY = 20
const setup = JSON.parse(process.argv[2] ?? '{}') as TypesetSetup
const dataPath = join(setup.templates, 'data.json')
const compiler = NodeCompiler.create({
  workspace: setup.templates,
  fontArgs: [{ fontPaths: [...setup.fontFolders] }],
})
let typeset = 0

function compile({ data }: TypesetRequest): NodeTypstDocument {
  // A shadow file, not sys.inputs: inputs are part of the library, and changing them would drop every cached layout.
  compiler.mapShadow(dataPath, Buffer.from(JSON.stringify(data)))
  const compiled = compiler.compile({ mainFilePath: join(setup.templates, `${data.kind.template}.typ`) })
  if (compiled.result !== null) return compiled.result
  const diagnostics = compiled.takeDiagnostics()
  throw new Error(diagnostics === null ? 'unknown error' : JSON.stringify(compiler.fetchDiagnostics(diagnostics)))
}

/** The white ground of each page is drawn at the place of the first, and would hide it. */
function withoutGrounds(svg: string): string {
  return svg.replaceAll(/<path class="typst-shape" fill="#ffffff"[^>]* d="M 0 0v 841[^>]*\/>/g, '')
}

function answer(request: TypesetRequest): TypesetReply {
  try {
    const document = compile(request)
    const pageCount = document.numOfPages
    const { id, output } = request
    if (output === 'svg') return { id, output, svg: withoutGrounds(compiler.plainSvg(document)), pageCount }
    return { id, output, pdf: compiler.pdf(document, { pdfStandard: 'a-2b' }), pageCount }
  } catch (error) {
    return { id: request.id, output: 'error', message: error instanceof Error ? error.message : String(error) }
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
