import { getDocumentProxy } from 'unpdf'
import { type Block, joined, type PaperNames, placeOf } from './outline.ts'

type Node = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}
type Item = { readonly type?: string; readonly id?: string | null; readonly str?: string; readonly hasEOL?: boolean }

/** The tagged structure of a sealed paper, page after page; what is on the page and in no tag, such as a seal, is left out. */
export async function readOutline(pdf: Uint8Array, names: PaperNames): Promise<readonly Block[]> {
  const paper = await getDocumentProxy(pdf, { verbosity: 0 })
  const pages: (readonly Block[])[] = []
  for (let number = 1; number <= paper.numPages; number += 1) {
    const page = await paper.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const tree = (await page.getStructTree()) as Node | null
    pages.push(blocksOf(tree, textsById(items as readonly Item[]), { names, isFirst: number === 1 }))
  }
  await paper.cleanup()
  return joined(pages)
}

/** The text of each marked part; lines that were broken for the page are one line again. */
function textsById(items: readonly Item[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  for (const { type = '', id = null, str = '' } of items) {
    if (type.startsWith('beginMarkedContent')) open.push(id)
    if (type === 'endMarkedContent') open.pop()
    const part = open.findLast((one) => one !== null)
    if (part) texts.set(part, (texts.get(part) ?? '') + str)
  }
  return texts
}

type About = { readonly names: PaperNames; readonly isFirst: boolean }

function blocksOf(node: Node | null, texts: ReadonlyMap<string, string>, about: About): readonly Block[] {
  if (!node) return []
  if (node.role === 'Table') return [{ kind: 'table', rows: rowsOf(node, texts) }]
  if (isLeaf(node)) return paragraph(node, texts, about)
  return (node.children ?? []).flatMap((child) => blocksOf(child, texts, about))
}

/** Holds text itself, and not only in parts of its own. */
function isLeaf({ role, children = [] }: Node): boolean {
  return children.some(({ type }) => type === 'content') || role === 'P' || role === 'Lbl' || role === 'LBody'
}

function paragraph(node: Node, texts: ReadonlyMap<string, string>, { names, isFirst }: About): readonly Block[] {
  const text = textOf(node, texts).trim()
  if (text === '') return []
  const isHeading = node.role === 'Span' || /^H\d?$/.test(node.role ?? '')
  return [{ kind: 'paragraph', place: placeOf(text, isHeading, names, isFirst), text }]
}

function rowsOf(table: Node, texts: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const rows = find(table, 'TR').map((row) =>
    [...find(row, 'TH'), ...find(row, 'TD')].map((cell) => textOf(cell, texts).trim()),
  )
  return rows.filter((row) => row.length > 0)
}

function find(node: Node, role: string): readonly Node[] {
  return (node.children ?? []).flatMap((child) => (child.role === role ? [child] : find(child, role)))
}

function textOf(node: Node, texts: ReadonlyMap<string, string>): string {
  if (node.type === 'content') return texts.get(node.id ?? '') ?? ''
  return (node.children ?? []).map((child) => textOf(child, texts)).join(isBlock(node) ? '\n' : '')
}

/** Its parts stand below one another. */
function isBlock({ children = [] }: Node): boolean {
  return children.length > 0 && children.every(({ role }) => role === 'P' || role === 'Div')
}
