import { describe, expect, test } from 'vitest'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { actionNames, WHO, wrongAt } from '../../tests/support/stage-table.ts'
import { walkPath } from '../../tests/support/walk-path.ts'
import { walkable } from '../../tests/support/walkable-paths.ts'
import { PROCEDURES } from './index.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'

const STAGES = [...PROCEDURES.values()].flatMap((procedure) =>
  walkable(procedure).map((path) => {
    const end = path.outcome ? `${path.to} as ${path.outcome}` : path.to
    return { procedure, path, name: `${procedure.code}, ${end}` }
  }),
)

describe('at every stage, every action that the procedure knows, by everybody', () => {
  test.each(STAGES)('$name: opens what is offered to whom it is offered, and says why not of the rest', (place) => {
    const { procedure } = place
    const { office, run } = walkPath(procedure, place.path)
    const cells = actionNames(procedure).flatMap((action) =>
      WHO.map((who) => ({ office, run, procedure, action, who })),
    )
    expect(cells.flatMap(wrongAt)).toEqual([])
  })

  test('no stage that a procedure declares is left out of the table', () => {
    const declared = [...PROCEDURES.values()].flatMap(({ code, stages }) =>
      Object.keys(stages).map((name) => code + name),
    )
    const walked = new Set(STAGES.map(({ procedure, path }) => procedure.code + path.to))
    expect(declared.filter((stage) => !walked.has(stage))).toEqual([])
  })
})

describe('the table is no echo of the definition', () => {
  const path = walkable(penaltyOrdinary).find(({ to }) => to === 'investigation')
  const { stages } = penaltyOrdinary
  const changed = (change: Partial<Action>): AnyProcedure => {
    const actions = Object.entries(stages.investigation.actions).map(([name, action]) => [
      name,
      { ...action, ...change },
    ])
    const investigation = { ...stages.investigation, actions: Object.fromEntries(actions) }
    return { ...penaltyOrdinary, stages: { ...stages, investigation } }
  }
  const found = (procedure: AnyProcedure) => {
    if (!path) throw new Error('no penalty comes to its investigation')
    const { office, run } = walkPath(penaltyOrdinary, path)
    return WHO.flatMap((who) => wrongAt({ office, run, procedure, action: 'report', who })).join()
  }

  test('it sees an action that opens to the wrong role', () =>
    expect(found(changed({ by: 'clerk' }))).toContain('lin: the offer says isYours: true'))

  test('it sees an action that is closed to the right role', () =>
    expect(found(changed({ by: 'clerk' }))).toContain('chuang: the offer says isYours: false'))

  test('it sees a refusal by a gate that is not listed', () =>
    expect(found(changed({ gates: [] }))).toContain('which it does not list'))

  test('it sees an action that is offered where the definition has none', () => {
    const investigation = { ...stages.investigation, actions: {} }
    expect(found({ ...penaltyOrdinary, stages: { ...stages, investigation } })).toContain('not not-offered')
  })
})
