import { chineseNumeral, parseNumeral } from '../discretion/numeral.ts'

/** A place in a statute; 0 stands for a part that is not written. `title` is without 《》 and without 中华人民共和国. */
export type BasisPlace = {
  readonly title: string
  readonly article: number
  /** 第二百七十六条之一 is 1. */
  readonly articleSub: number
  readonly paragraph: number
  readonly item: number
}

const NUMERAL = '([〇零一二三四五六七八九十百千两\\d]{1,12})'
const PLACE = new RegExp(
  `^《([^《》]{1,100})》(?:\\d{0,4})?第${NUMERAL}条(?:之${NUMERAL})?(?:第${NUMERAL}款)?(?:第[(]?${NUMERAL}[)]?项)?$`,
)

/** Reads 《…》第…条第…款第（…）项 in its usual spellings; undefined when it is not one citation. */
export function parseBasis(text: string): BasisPlace | undefined {
  const plain = text.replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')')
  const found = PLACE.exec(plain)
  if (found === null) return undefined
  const [, title = '', ...numerals] = found
  const [article, articleSub, paragraph, item] = numerals.map((numeral) => numberOf(numeral))
  if (article === undefined || article < 1) return undefined
  return {
    title: title.replace(/^中华人民共和国(?=.)/, ''),
    article,
    articleSub: articleSub ?? 0,
    paragraph: paragraph ?? 0,
    item: item ?? 0,
  }
}

function numberOf(numeral: string | undefined): number | undefined {
  const value = numeral === undefined ? undefined : parseNumeral(numeral)
  return value !== undefined && Number.isInteger(value) && value < 10_000 ? value : undefined
}

/** Writes a citation the way decisions do: 《食品安全法》第一百二十四条第一款第（五）项. */
export function formatBasis({ title, article, articleSub, paragraph, item }: BasisPlace): string {
  const sub = articleSub === 0 ? '' : `之${chineseNumeral(articleSub)}`
  const deeper = paragraph === 0 ? '' : `第${chineseNumeral(paragraph)}款`
  const deepest = item === 0 ? '' : `第（${chineseNumeral(item)}）项`
  return `《${title}》第${chineseNumeral(article)}条${sub}${deeper}${deepest}`
}
