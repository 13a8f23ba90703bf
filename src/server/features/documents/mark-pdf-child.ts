// A process for one paper: what strangers made is read by a compiler that may abort, and that must not be the office.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { MarkPdfRequest } from './mark-pdf.ts'

/** Nobody has so many pages; asked for it, the compiler says how many there are. */
const BEYOND = 1_000_000
const IN = '/paper/in.pdf'

function mark({ pdf, line, fontFolders }: MarkPdfRequest): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: '/paper', fontArgs: [{ fontPaths: [...fontFolders] }] })
  compiler.mapShadow(IN, Buffer.from(pdf))
  compiler.mapShadow('/paper/line.txt', Buffer.from(line))
  const pages = countPages(compiler)
  const source = `
    #set text(font: "Noto Sans SC")
    #let line = read("line.txt")
    #let across = layout(size => {
      let mark = text(size: calc.max(8pt, size.width / 36), fill: rgb(90, 90, 90, 110), line)
      for row in range(6) { for column in range(2) {
        place(top + left, dx: size.width * (4% + 48% * column), dy: size.height * (8% + 16% * row), rotate(-18deg, mark))
      } }
    })
    #for number in range(1, ${pages} + 1) {
      page(width: auto, height: auto, margin: 0pt, foreground: align(top + left, across), image("in.pdf", page: number))
    }`
  return compiler.pdf({ mainFileContent: source }, {})
}

function countPages(compiler: NodeCompiler): number {
  const { result, takeDiagnostics } = failing(compiler)
  if (result !== null) throw new Error('a page beyond the last was found')
  const diagnostics = takeDiagnostics()
  const said = diagnostics ? JSON.stringify(compiler.fetchDiagnostics(diagnostics)) : ''
  const count = /only has (\d+) page/.exec(said)?.[1]
  if (count === undefined) throw new Error(said)
  return Number(count)
}

function failing(compiler: NodeCompiler) {
  const compiled = compiler.compile({ mainFileContent: `#image("in.pdf", page: ${BEYOND})` })
  return { result: compiled.result, takeDiagnostics: () => compiled.takeDiagnostics() }
}

process.once('message', (request: MarkPdfRequest) => {
  try {
    process.send?.({ pdf: mark(request) }, () => process.exit(0))
  } catch (error) {
    process.send?.({ problem: error instanceof Error ? error.message : String(error) }, () => process.exit(0))
  }
})
