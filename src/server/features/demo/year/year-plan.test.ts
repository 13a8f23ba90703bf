import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { Chance } from './chance.ts'
import { usualEnd } from './usual-end.ts'
import { storiesOf, YearPlan } from './year-plan.ts'

const CASES = 360
const ALL = [...new Map([...PROCEDURES.values()].map((one) => [one.code, one])).values()].filter(
  ({ opening }) => opening !== undefined,
)
const FIELDS = ['market', 'urban-management', 'health']

function yearOf(seed: number) {
  const chance = new Chance(seed)
  const plan = new YearPlan(chance, ALL)
  return Array.from({ length: CASES }, () => plan.next(ALL, chance.pick(FIELDS)))
}
function counted<T>(items: readonly T[], of: (item: T) => string): Readonly<Record<string, number>> {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(of(item), (sums.get(of(item)) ?? 0) + 1)
  return Object.fromEntries(sums)
}

describe.each([1, 3, 2026])('the plan of a year with seed %i', (seed) => {
  const year = yearOf(seed)
  const penalties = year.filter(({ plot }) => plot.procedure === 'penalty-ordinary')

  test('brings every procedure that can be opened, the summary penalty most often', () => {
    const often = counted(year, ({ plot }) => plot.procedure)
    expect(Object.keys(often).toSorted()).toEqual(ALL.map(({ code }) => code).toSorted())
    expect(often['penalty-summary']).toBe(Math.max(...Object.values(often)))
  })

  test('tells every story of an ordinary penalty and comes to each of its ends', () => {
    const procedure = ALL.find(({ code }) => code === 'penalty-ordinary')
    const stories = procedure ? storiesOf(procedure).map(({ name }) => name) : []
    expect(Object.keys(counted(penalties, ({ plot }) => plot.story.name)).toSorted()).toEqual(stories.toSorted())
  })

  test('comes in every procedure to what it usually comes to', () => {
    const ends = new Set(year.map(({ plot }) => `${plot.procedure} ${plot.goal}`))
    expect(ALL.filter((one) => !ends.has(`${one.code} ${usualEnd(one)}`)).map(({ code }) => code)).toEqual([])
  })

  test('leaves most cases plain, and concerns persons, sole traders and companies', () => {
    const plain = year.filter(({ plot: { story } }) => !story.beats && !story.goal)
    expect(plain.length).toBeGreaterThan(CASES * 0.6)
    const kinds = counted(penalties, ({ party }) => party)
    for (const kind of ['organisation', 'self-employed', 'person'])
      expect(kinds[kind]).toBeGreaterThan(penalties.length / 6)
  })

  test('is the same for the same seed', () => {
    const told = (one: ReturnType<typeof yearOf>) =>
      one.map(({ plot }) => [plot.procedure, plot.story.name, plot.cause])
    expect(told(yearOf(seed))).toEqual(told(year))
  })

  test('begins what takes months in the first months', () => {
    const long = penalties.flatMap(({ plot }, at) => (plot.story.isLong ? [at] : []))
    expect(long.filter((at) => at < penalties.length / 2).length).toBeGreaterThan(long.length / 2)
  })
})
