const COMPOUND_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'.split(
    ' ',
  ),
)
const ORDINALS = [...'甲乙丙丁戊己庚辛壬癸']
const BETWEEN_PARTS = /[·•・.．]/u

/** A natural person's name as the public sees it: the surname and 某 for each further character, at most two. */
export function redactName(name: string): string {
  const [first = ''] = name.trim().split(BETWEEN_PARTS)
  const characters = [...first.replaceAll(/\s/gu, '')]
  if (first.trim() !== name.trim()) return `${characters[0] ?? ''}某某`
  const surname = COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
  const given = characters.length - surname
  return `${characters.slice(0, surname).join('')}${given > 1 ? '某某' : '某'}`
}

/**
 * One mark for each person of one case, in the order given; two people whose marks would be the same are told apart by 甲、乙、丙.
 * Never kept from one case to the next, since a mark that lasts is a profile.
 */
export function nameMarks(names: readonly string[]): ReadonlyMap<string, string> {
  const people = [...new Set(names.map((name) => name.trim()).filter((name) => [...name].length > 1))]
  const seen = new Map<string, string[]>()
  for (const name of people) seen.set(redactName(name), [...(seen.get(redactName(name)) ?? []), name])
  return new Map(people.map((name) => [name, markAmong(name, seen.get(redactName(name)) ?? [])]))
}

function markAmong(name: string, alike: readonly string[]): string {
  if (alike.length < 2) return redactName(name)
  const index = alike.indexOf(name)
  return `${redactName(name)}${ORDINALS[index] ?? index + 1}`
}
