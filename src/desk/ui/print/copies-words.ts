import type { PrintablePaper, Printed } from '#contract/prints.ts'
import { copiesInWords } from '#domain/print/copies.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'

/** 当事人 1 份、归档 1 份. */
export const copiesWords = ({ copies }: Pick<PrintablePaper, 'copies'>): string => copiesInWords(copies)

/** How often it was printed on A4 and on narrow paper, by whom last and when; nothing where it never was. */
export function printedWords({ printed, printedNarrow }: PrintablePaper): string | undefined {
  const told = [printed && timesWords(printed, '打印过'), printedNarrow && timesWords(printedNarrow, '窄幅打印过')]
  return told.filter(Boolean).join('；') || undefined
}

function timesWords({ times, copies, by, at, isCurrent }: Printed, did: string): string {
  const often = times === 1 ? `${did} ${copies} 份` : `${did} ${times} 次，共 ${copies} 份`
  return `${often}，最近是${by} ${dayAndTimeOf(at)}${isCurrent ? '' : '，以后又签了名'}`
}
