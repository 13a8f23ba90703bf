import type { PlainDate } from '../calendar/plain-date.ts'
import type { Hint } from './hint.ts'

/** One item of a list of matters that may go without a penalty (免罚清单, 处罚法第三十三条). */
export type LeniencyItem = {
  readonly id: string
  /** 轻微不罚 must not be punished; a first offence need not be. */
  readonly kind: 'minor' | 'first'
  readonly list: string
  readonly itemNo: string
  readonly conditions: string
  readonly issuedBy: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

const KINDS = {
  minor: {
    title: '轻微不罚清单',
    sentence: '列在轻微不罚清单里：符合条件的，不予行政处罚',
    basis: '《行政处罚法》第三十三条第一款前段',
  },
  first: {
    title: '首违不罚清单',
    sentence: '列在首违不罚清单里：初次违法且符合条件的，可以不予行政处罚',
    basis: '《行政处罚法》第三十三条第一款后段',
  },
} as const

/** How an item is cited in a decision. */
export function citeItem({ list, itemNo }: Pick<LeniencyItem, 'list' | 'itemNo'>): string {
  return `《${list}》第${itemNo}项`
}

export function leniencyHints(cause: string, items: readonly LeniencyItem[]): readonly Hint[] {
  return items.map((item) => {
    const { title, sentence, basis } = KINDS[item.kind]
    return {
      code: 'leniency',
      tone: 'care',
      title,
      sentence: `“${cause}”${sentence}`,
      basis,
      lines: [{ text: `${citeItem(item)}（${item.issuedBy}）：${item.conditions}`, cite: citeItem(item) }],
    }
  })
}
