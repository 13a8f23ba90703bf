import { COMPOUND_SURNAMES } from './surnames.ts'

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

/** Without a surname: minors, victims, informers and witnesses. */
const WHOLLY_HIDDEN = '某某'

/**
 * One mark for each person of one case, in the order given; two people whose marks would be the same are told apart by 甲、乙、丙.
 * Never kept from one case to the next, since a mark that lasts is a profile.
 */
export function nameMarks(names: readonly string[], hidden: readonly string[] = []): ReadonlyMap<string, string> {
  const people = [...new Set(names.map((name) => name.trim()).filter((name) => [...name].length > 1))]
  const withoutSurname = new Set(hidden.map((name) => name.trim()))
  const markOf = (name: string) => (withoutSurname.has(name) ? WHOLLY_HIDDEN : redactName(name))
  const alike = Map.groupBy(people, markOf)
  return new Map(people.map((name) => [name, markAmong(name, markOf(name), alike.get(markOf(name)) ?? [])]))
}

function markAmong(name: string, mark: string, alike: readonly string[]): string {
  if (alike.length < 2) return mark
  const index = alike.indexOf(name)
  return `${mark}${ORDINALS[index] ?? index + 1}`
}
