import { STRIP_KINDS } from '../document/kinds/strip-kinds.ts'
import type { StripWidth } from './strip-sheet.ts'

/** What a paper is printed on: the sealed file on A4, or the roll of a portable printer. */
export const PRINT_PAPERS = ['A4', '80mm', '57mm'] as const
export type PrintPaper = (typeof PRINT_PAPERS)[number]

/** The width of the roll; none for A4. */
export function stripWidthOf(paper: PrintPaper): StripWidth | undefined {
  return ({ A4: undefined, '80mm': 80, '57mm': 57 } as const)[paper]
}

type Named = { readonly code: string; readonly title: string }

/** Why papers are on A4 only; nothing where all have a strip. */
export function whyNoStrip(...papers: readonly Named[]): string | undefined {
  const titles = papers.filter(({ code }) => !Object.hasOwn(STRIP_KINDS, code)).map(({ title }) => `《${title}》`)
  if (titles.length === 0) return undefined
  return `${[...new Set(titles)].join('')}不是在现场交付的文书，没有窄幅打印件，请用 A4 打印。`
}

/** The newest print on such paper, A4 or narrow. */
export function lastPrintOn<Print>(
  { printed, printedNarrow }: { readonly printed: Print | null; readonly printedNarrow: Print | null },
  on: PrintPaper,
): Print | undefined {
  return (stripWidthOf(on) ? printedNarrow : printed) ?? undefined
}
