import type { Person } from '#contract/people.ts'
import type { SuccessionPerson } from '#contract/successions.ts'
import type { Candidate } from './work-row.tsx'

const TAKING = new Set(['handler', 'unit-head', 'agency-head'])

/** Who could take something over, with the unit and with how much they have already; whether they may is judged case by case. */
export function candidatesOf(
  people: readonly Person[],
  known: readonly SuccessionPerson[],
  from: string,
): readonly Candidate[] {
  const open = new Map(known.map((person) => [person.id, person.open]))
  return people
    .filter(({ id, posts }) => id !== from && posts.some(({ role }) => TAKING.has(role)))
    .map(({ id, name, posts, isOfficerToday }) => {
      const units = [...new Set(posts.map(({ unitName }) => unitName))].join('、')
      const load = open.get(id)
      const words = [name, units, load === undefined ? '' : `在办 ${load} 件`, isOfficerToday ? '' : '没有执法资格']
      return { id, words: words.filter(Boolean).join(' · ') }
    })
}
