import { describe, expect, test } from 'vitest'
import type { Action } from '#domain/procedure/definition.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { SCENARIOS } from '../../tests/support/scenarios/gate-scenarios.ts'
import { type Keep, withGates } from '../../tests/support/with-gates.ts'
import { PROCEDURES } from './index.ts'

/** What every action lists, as procedure/action/gate. */
function listed(of: (action: Action) => readonly { readonly id: string }[]): string[] {
  const all = [...PROCEDURES.values()].flatMap(({ code, stages }) =>
    Object.values(stages).flatMap(({ actions }) =>
      Object.entries(actions).flatMap(([name, action]) => of(action).map(({ id }) => `${code}/${name}/${id}`)),
    ),
  )
  return [...new Set(all)].toSorted()
}

const gates = listed((action) => action.gates ?? [])
const concerns = listed(({ concerns: whom }) => (whom ? [whom] : []))
/** Where each party gets its result; what asks and tells beside it is proved by the cases of several parties. */
const settling = listed(({ concerns: whom, outcome }) => (whom && outcome && whom.id !== 'undecided' ? [whom] : []))
const BASIS = /^(《.+》(第.+条|（.+号）)|内部管理：.+)/

describe('every gate of every action', () => {
  test('has a case that only it refuses, and there is no case without its gate', () => {
    const proved = Object.keys(SCENARIOS).toSorted()
    expect(proved.filter((key) => !concerns.includes(key))).toEqual(gates)
    expect(proved).toEqual(expect.arrayContaining(settling))
  })

  test.each(Object.entries(SCENARIOS))(
    '%s refuses by itself, and nothing else stands in its place',
    (key, scenario) => {
      const [code, name, id] = key.split('/')
      const besides = scenario.beside ?? []
      const isIt: Keep = (procedure, action, gate) => procedure === code && action === name && gate === id
      const elsewhere: Keep = (...place) => isIt(...place) || (place[2] !== id && !besides.includes(place[2]))
      const nowhere: Keep = (...place) => !isIt(...place) && elsewhere(...place)

      const decision = scenario.run(new LawOffice({ procedures: withGates(elsewhere) }))
      expect(gatesOf(decision)).toEqual([id])
      const [refusal] = decision.ok ? [] : decision.refusals
      expect(refusal?.sentence).toContain(scenario.says)
      expect(refusal?.basis).toMatch(BASIS)
      done(scenario.run(new LawOffice({ procedures: withGates(nowhere) })))
    },
  )
})
