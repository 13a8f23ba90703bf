import {
  AlignmentType,
  Document,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Place } from './outline.ts'

// Half points and twentieths of a point: 三号 body and 二号 title of GB/T 9704, on A4 with its margins.
const BODY = 32
const TABLE = 24
const TITLE = 44
const TWO_CHARACTERS = 640
const MARGINS = { top: 2098, bottom: 1985, left: 1588, right: 1474 }
const A4 = { width: 11_906, height: 16_838 }
const FONTS = { body: '仿宋', title: '方正小标宋简体', heading: '黑体' } as const

/** A paper as Office Open XML: for editing, and therefore never the paper itself, which it says on each page. */
export async function writeDocx(blocks: readonly Block[], title: string, note: string): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    block.kind === 'table' ? tableOf(block.rows) : paragraphOf(block.text, block.place),
  )
  const header = new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(note, { size: 18, font: FONTS.body })] }),
    ],
  })
  const paper = new Document({
    title,
    description: note,
    sections: [{ properties: { page: { size: A4, margin: MARGINS } }, headers: { default: header }, children }],
  })
  return new Uint8Array(await Packer.toBuffer(paper))
}

type Look = { readonly size: number; readonly font: string; readonly bold?: boolean }

function run(text: string, { size, font, bold = false }: Look): TextRun {
  return new TextRun({ text, size, bold, font: { name: font, eastAsia: font, ascii: font, hAnsi: font } })
}

const LOOKS: Readonly<Record<Place, Look & { readonly align: (typeof AlignmentType)[keyof typeof AlignmentType] }>> = {
  title: { size: TITLE, font: FONTS.title, align: AlignmentType.CENTER },
  centre: { size: BODY, font: FONTS.body, align: AlignmentType.CENTER },
  heading: { size: BODY, font: FONTS.heading, align: AlignmentType.LEFT },
  body: { size: BODY, font: FONTS.body, align: AlignmentType.BOTH },
  end: { size: BODY, font: FONTS.body, align: AlignmentType.RIGHT },
}

function paragraphOf(text: string, place: Place): Paragraph {
  const { align, ...look } = LOOKS[place]
  const isIndented = place === 'body' || place === 'heading'
  return new Paragraph({
    alignment: align,
    spacing: { line: 560, lineRule: 'exact' },
    ...(isIndented ? { indent: { firstLine: TWO_CHARACTERS } } : {}),
    children: [run(text, look)],
  })
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const width = Math.max(...rows.map((row) => row.length))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((text, at) => cellOf(text, spanOf(row, at, width))) })),
  })
}

/** A short row is filled by its last cell. */
function spanOf(row: readonly string[], at: number, width: number): number {
  return at === row.length - 1 ? width - row.length + 1 : 1
}

function cellOf(text: string, columnSpan: number): TableCell {
  const lines = text
    .split('\n')
    .map((line) => new Paragraph({ children: [run(line, { size: TABLE, font: FONTS.body })] }))
  return new TableCell({ columnSpan, children: lines, margins: { top: 80, bottom: 80, left: 100, right: 100 } })
}
