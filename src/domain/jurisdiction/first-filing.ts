import type { PlainDate } from '../calendar/plain-date.ts'
import { formatDate } from '../form/format-fact.ts'

/** That another agency has filed the same act of the same party: which agency and when, and nothing else of its case. */
export type FilingElsewhere = { readonly agency: string; readonly filedOn: PlainDate }

export const FIRST_FILING_BASIS = '《行政处罚法》第二十五条'

/** Who filed first has jurisdiction; said before this agency files, and after it. */
export function firstFilingSentence(theirs: readonly FilingElsewhere[], filedOn: PlainDate | null): string | undefined {
  const [first] = theirs.toSorted((a, b) => a.filedOn.localeCompare(b.filedOn))
  if (!first) return undefined
  const known = `${theirs.map((one) => `${one.agency}已于${formatDate(one.filedOn)}`).join('，')}对同一当事人的同一违法行为立案。`
  const dispute = '有争议的，协商解决；协商不成的，报请共同的上一级行政机关指定管辖。'
  if (filedOn !== null && filedOn < first.filedOn) return `${known}本机关立案在先（${formatDate(filedOn)}）。${dispute}`
  if (filedOn === first.filedOn) return `${known}与本机关同日立案，请先核对时刻。${dispute}`
  return `${known}两个以上机关都有管辖权的，由最先立案的机关管辖，请先与该机关联系。${dispute}`
}
