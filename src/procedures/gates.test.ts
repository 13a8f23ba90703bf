import { describe, expect, test } from 'vitest'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { type Procedures, proceduresOf } from '#domain/procedure/procedures.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { SCENARIOS } from '../../tests/support/scenarios/gate-scenarios.ts'
import { PROCEDURES } from './index.ts'

type Keep = (procedure: string, action: string, gate: string) => boolean

/** The procedures with only those gates that `keep` names. */
function withGates(keep: Keep): Procedures {
  const actionOf = (procedure: string, name: string, action: Action): Action => ({
    ...action,
    gates: (action.gates ?? []).filter((gate) => keep(procedure, name, gate.id)),
  })
  const stagesOf = ({ code, stages }: AnyProcedure) =>
    Object.entries(stages).map(([name, stage]) => {
      const actions = Object.entries(stage.actions).map(([id, action]) => [id, actionOf(code, id, action)])
      return [name, { ...stage, actions: Object.fromEntries(actions) }]
    })
  return proceduresOf(
    [...PROCEDURES.values()].map((procedure) => ({ ...procedure, stages: Object.fromEntries(stagesOf(procedure)) })),
  )
}

/** Every gate that an action lists, as procedure/action/gate. */
function listedGates(): string[] {
  const all = [...PROCEDURES.values()].flatMap(({ code, stages }) =>
    Object.values(stages).flatMap(({ actions }) =>
      Object.entries(actions).flatMap(([name, action]) =>
        (action.gates ?? []).map((gate) => `${code}/${name}/${gate.id}`),
      ),
    ),
  )
  return [...new Set(all)].toSorted()
}

const BASIS = /^《.+》第.+条/

describe('every gate of every action', () => {
  test('has a case that only it refuses, and there is no case without its gate', () => {
    expect(Object.keys(SCENARIOS).toSorted()).toEqual(listedGates())
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
