import { type PrintPaper, stripWidthOf, whyNoStrip } from './print-paper.ts'

/** A paper as it stands when it is to be printed. */
export type Printable = {
  readonly code: string
  readonly title: string
  readonly isVoid: boolean
  readonly isTypeset: boolean
  /** The newest print of it on such paper, A4 or narrow: the party has the strip, the dossier the A4. */
  readonly last?: { readonly by: string; readonly at: string; readonly copies: number } | undefined
}

export type PrintRefusal = { readonly field?: 'reason'; readonly sentence: string }

export const REASON_LENGTH = { least: 2, most: 200 } as const

/** Why a paper is not printed: who takes it out once more says why, so that each copy is accounted for. */
export function refusePrint(
  paper: Printable,
  reason: string | undefined,
  on: PrintPaper = 'A4',
): PrintRefusal | undefined {
  const { title, last } = paper
  if (paper.isVoid) return { sentence: `《${title}》已经作废，不能打印。` }
  const noStrip = stripWidthOf(on) && whyNoStrip(paper)
  if (noStrip) return { sentence: noStrip }
  if (!paper.isTypeset) return { sentence: `《${title}》正在排版，排好以后再打印。` }
  const isSaid = [...(reason ?? '')].length >= REASON_LENGTH.least
  if (last && !isSaid)
    return {
      field: 'reason',
      sentence: `${last.by} ${dateAndTime(last.at)} 已经打印过 ${last.copies} 份；再打印请写明理由，至少两个字。`,
    }
  return undefined
}

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** An instant in the office's zone (Asia/Shanghai): 3月10日 10:05. */
function dateAndTime(at: string): string {
  const there = new Date(Date.parse(at) + AHEAD_OF_UTC_MS)
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日 ${there.toISOString().slice(11, 16)}`
}
