/** What a word processor gets of a paper: its text in order, and its tables. */
export type Paragraph = { readonly kind: 'paragraph'; readonly place: Place; readonly text: string }
export type Block = Paragraph | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
export type Place = 'title' | 'heading' | 'centre' | 'end' | 'body'

/** How a paper names itself, so that its head and its close are known again among its paragraphs. */
export type PaperNames = { readonly agency: string; readonly title: string; readonly number: string | undefined }

const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$|^[二〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$/

/** Characters that were spread over the line are one word again; a sentence that the page broke goes on. */
export function joined(pages: readonly (readonly Block[])[]): readonly Block[] {
  const whole: Block[] = []
  for (const page of pages) {
    const [last, first] = [whole.at(-1), page[0]]
    const goesOn = isBody(last) && isBody(first) && !ENDS.test(last.text)
    if (goesOn) whole[whole.length - 1] = { ...last, text: last.text + first.text }
    whole.push(...(goesOn ? page.slice(1) : page))
  }
  return whole.map(unspread)
}

const ENDS = /[。；：！？）”]$/
const SPREAD = /(?<=\p{Script=Han}|[，。；：、]) (?=\p{Script=Han}|[，。；：、])/gu

function isBody(block: Block | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && block.place === 'body'
}

function unspread(block: Block): Block {
  return isBody(block) ? { ...block, text: block.text.replaceAll(SPREAD, '') } : block
}

/** Where a paragraph belongs; titles are printed with spaces between their characters. */
export function placeOf(text: string, isHeading: boolean, names: PaperNames, isFirst: boolean): Place {
  const bare = withoutBlanks(text)
  if (isTitle(bare, names)) return 'title'
  if (bare === names.agency) return isFirst ? 'title' : 'end'
  if (bare === withoutBlanks(names.number ?? '')) return 'centre'
  if (DATE.test(bare.replace(names.agency, ''))) return 'end'
  return isHeading ? 'heading' : 'body'
}

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '')

function isTitle(bare: string, { agency, title }: PaperNames): boolean {
  return bare === title || bare === agency + title
}
