import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { type Told, tellStory } from '../../../../../tests/support/told-story.ts'
import { openBeats } from './beats.ts'
import { STORIES } from './other-stories.ts'
import type { Story } from './story.ts'

const TOLD = Object.entries(STORIES).flatMap(([code, stories]) =>
  stories.map((story) => ({ name: `${code}: ${story.name}`, code, story })),
)
const procedureOf = (code: string) => {
  const procedure = [...PROCEDURES.values()].findLast((one) => one.code === code)
  if (!procedure) throw new Error(`no procedure ${code}`)
  return procedure
}
const tell = (code: string, story: Story): Told => tellStory(procedureOf(code), story)
const named = (name: string): Told => {
  const found = TOLD.find(({ story }) => story.name === name)
  if (!found) throw new Error(`no story ${name}`)
  return tell(found.code, found.story)
}
const papers = ({ office }: Told) => office.case.documents.map(({ code }) => code)

describe('a story of the year', () => {
  test.each(TOLD)('is told to its end, with everything that it wants: $name', ({ code, story }) => {
    const { office, plot } = tell(code, story)
    const { runs } = office.case
    const left = runs.flatMap((run) => openBeats({ state: office.case, plot }, run))
    expect(left).toEqual([])
    expect(runs[0]?.outcome).toBe(plot.goal)
    for (const [child, end] of Object.entries(story.ends ?? {}))
      expect(runs.filter(({ procedure }) => procedure === child).map(({ outcome }) => outcome)).toContain(end)
  })

  test('of a party that says nothing waits until its days are over', () => {
    const { office } = named('silent')
    const [root] = office.case.runs
    expect(root?.taken.map(({ action }) => action)).not.toContain('hear-party')
    expect(office.case.parties.map(({ id }) => root?.facts.party[id]?.['waives-statement'])).toEqual([undefined])
  })

  test('of a hearing comes to less than was notified', () => {
    const told = named('hearing')
    const [act] = Object.values(told.office.case.runs[0]?.facts.violation ?? {})
    expect(papers(told)).toContain('hearing-record')
    expect(Number(act?.['final-fine'])).toBeLessThan(Number(act?.fine))
  })

  test('of a record that a device made tells the party first and hears what it says, and drops what is not clear', () => {
    const [silent] = named('recorded').office.case.runs
    expect(silent?.taken.map(({ action }) => action)).toEqual(['add-record', 'tell', 'punish'])
    const [stated] = named('recorded-stated').office.case.runs
    expect(stated?.taken.map(({ action }) => action)).toEqual(['add-record', 'tell', 'hear', 'punish'])
    const unclear = named('unclear')
    expect([unclear.office.case.evidence, papers(unclear)]).toEqual([[], []])
    expect(unclear.office.case.runs[0]?.facts.case['drop-reason']).toContain('不符合清晰的要求')
  })

  test('of instalments is paid in three parts, and one of a court with the surcharge', () => {
    expect(named('instalments').office.case.payments).toHaveLength(3)
    const [act] = Object.values(named('court').office.case.runs[0]?.facts.violation ?? {})
    const [paid] = named('court').office.case.payments ?? []
    expect(paid?.amountFen).toBeGreaterThan(Number(act?.fine))
  })
})
