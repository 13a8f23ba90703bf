import type { PrintablePaper } from '#contract/prints.ts'
import { copiesInWords } from '#domain/print/copies.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'

/** 当事人 1 份、归档 1 份. */
export const copiesWords = ({ copies }: Pick<PrintablePaper, 'copies'>): string => copiesInWords(copies)

/** How often it was printed, by whom last and when; nothing where it never was. */
export function printedWords({ printed }: Pick<PrintablePaper, 'printed'>): string | undefined {
  if (!printed) return undefined
  const { times, copies, by, at, isCurrent } = printed
  const often = times === 1 ? `打印过 ${copies} 份` : `打印过 ${times} 次，共 ${copies} 份`
  return `${often}，最近是${by} ${dayAndTimeOf(at)}${isCurrent ? '' : '，以后又签了名'}`
}
