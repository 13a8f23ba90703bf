import { getDocumentProxy } from 'unpdf'

/** A run of letters on a page, in points from its left edge; `height` is the size of the letters. */
export type Run = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly height: number
  readonly endsLine: boolean
}

type Item = {
  readonly str: string
  readonly hasEOL: boolean
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}
type Chosen = (run: Run) => boolean

/** What stands on each page, in the order in which the file says it. */
export async function pdfRuns(pdf: Uint8Array): Promise<readonly (readonly Run[])[]> {
  // A copy: the reader takes the bytes away from whoever hands them in.
  const paper = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 })
  const pages: (readonly Run[])[] = []
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    pages.push((items as readonly Item[]).map(runOf))
  }
  await paper.cleanup()
  return pages
}

/** The text of each page, a line a line. */
export async function pdfPages(pdf: Uint8Array, isChosen: Chosen = () => true): Promise<readonly string[]> {
  const pages = await pdfRuns(pdf)
  return pages.map((runs) =>
    runs
      .filter(isChosen)
      .map(({ text, endsLine }) => (endsLine ? `${text}\n` : text))
      .join(''),
  )
}

/** All that is printed, without any space. */
export async function pdfText(pdf: Uint8Array, isChosen?: Chosen): Promise<string> {
  return (await pdfPages(pdf, isChosen)).join('').replace(/\s/g, '')
}

function runOf({ str, hasEOL, transform: [, , , , left = 0], width, height }: Item): Run {
  return { text: str, left, right: left + width, height, endsLine: hasEOL }
}
