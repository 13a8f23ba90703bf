import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { listEntry } from '../../tests/support/recording-lists.ts'
import { RECORDING_SCENARIOS, sceneIn } from '../../tests/support/scenarios/recording-scenarios.ts'
import { PROCEDURES } from './index.ts'

/** Every scene that an action lists, as procedure/action/scene. */
function listedScenes(): string[] {
  const all = [...PROCEDURES.values()].flatMap(({ code, stages }) =>
    Object.values(stages).flatMap(({ actions }) =>
      Object.entries(actions).flatMap(([name, { records = [] }]) =>
        records.map(({ scene }) => `${code}/${name}/${scene}`),
      ),
    ),
  )
  return [...new Set(all)].toSorted()
}

/** A waiver that was only spoken and a seizure must be recorded in the whole country. */
const ALWAYS = ['rights-waiver', 'seizure', 'forced-demolition']
const AS_NEEDED = Object.entries(RECORDING_SCENARIOS).filter(([key]) => !ALWAYS.includes(sceneIn(key)))

describe('every scene of every action', () => {
  test('has a road on which it is shown, and there is no road without its scene', () => {
    expect(Object.keys(RECORDING_SCENARIOS).toSorted()).toEqual(listedScenes())
  })

  test.each(Object.entries(RECORDING_SCENARIOS))(
    '%s holds back the next step, by itself, where the agency records it from beginning to end; a recording lets it go',
    (key, { act, next }) => {
      const office = new LawOffice({ recordingList: [listEntry(sceneIn(key))] })
      const run = act(office)
      const refused = next(office)
      expect(gatesOf(refused)).toEqual(['recording-bound'])
      expect(refused.ok ? '' : refused.refusals[0]?.basis).toMatch(/^《.+》/)
      const medium = listEntry(sceneIn(key)).media[0] ?? 'video'
      done(office.bind('lin', run, sceneIn(key), { medium }))
      done(next(office))
      expect(office.refold()).toEqual(office.case)
    },
  )

  test.each(AS_NEEDED)(
    '%s holds nothing back where it is recorded as needed and a reason was given',
    (_key, { act, next }) => {
      const office = new LawOffice()
      act(office)
      done(next(office))
    },
  )

  test.each(AS_NEEDED)(
    '%s holds nothing back in a case whose act was done before the list came into effect',
    (key, { act, next }) => {
      const later = listEntry(sceneIn(key), { effectiveOn: plainDate('2027-01-01') })
      const office = new LawOffice({ recordingList: [later] })
      act(office)
      done(next(office.on('2027-02-01')))
    },
  )
})
