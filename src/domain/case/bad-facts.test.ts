import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import {
  EVERY_ACTION,
  type EveryAction,
  factsWith,
  fieldOf,
  firstRole,
  putAt,
  runOf,
  titleOf,
} from '../../../tests/support/every-action.ts'
import { COMPANY, LawOffice, PEOPLE, VIOLATION, type Who } from '../../../tests/support/law-office.ts'
import { nastyValues } from '../../../tests/support/nasty-values.ts'
import { fileCase } from '../../../tests/support/penalty-steps.ts'
import { ACT_OF_SECOND, TWO_PARTIES } from '../../../tests/support/scenarios/scenario.ts'
import type { Role } from '../procedure/definition.ts'
import type { RawFacts } from './command.ts'
import { decide } from './decide.ts'
import { decideOpening } from './open-case.ts'
import type { Refusal } from './refusal.ts'

const WHO: Readonly<Record<Role, Who>> = {
  handler: 'lin',
  'unit-head': 'zheng',
  reviewer: 'shen',
  'agency-head': 'wu',
  panel: 'fu',
  host: 'zhu',
  clerk: 'chuang',
  storekeeper: 'ku',
}
const office = new LawOffice()
fileCase(office, { parties: TWO_PARTIES, violations: [VIOLATION, ACT_OF_SECOND] })

function refusalsOf(every: EveryAction, facts: RawFacts): readonly Refusal[] {
  const { procedure, stage, name, action } = every
  const state = putAt(office.case, procedure, stage)
  const command = { type: 'take', run: runOf(every), action: name, facts, evidence: [] } as const
  const decision = decide(office.env, state, command, PEOPLE[WHO[firstRole(action)]])
  return decision.ok ? [] : decision.refusals
}

const ASKING = EVERY_ACTION.filter(({ action }) => (action.asks ?? []).length > 0)

describe.each(ASKING.map((every) => [titleOf(every), every] as const))('%s', (_title, every) => {
  const { procedure, action } = every
  const asked = (action.asks ?? []).flatMap((name) => {
    const fact = procedure.facts[name]
    return fact ? [[name, fact] as const] : []
  })

  test.each(asked)('takes nothing nasty as %s, and its sentence names the field', (name, fact) => {
    for (const value of nastyValues(fact)) {
      const refusals = refusalsOf(every, factsWith(office.case, procedure, name, value))
      const own = refusals.filter(({ field }) => field === fieldOf(office.case, procedure, name))
      expect(own, `${JSON.stringify(value)?.slice(0, 80)}`).toHaveLength(1)
      expect(own[0]).toMatchObject({ gate: 'input', sentence: expect.stringContaining(`“${fact.title}”`) })
    }
  })

  test('asks for every field that may not be left out, also when it comes as null or empty', () => {
    const needed = asked.filter(([, { optional }]) => !optional)
    for (const blank of [undefined, null, '']) {
      for (const [name, { title }] of needed) {
        const refusals = refusalsOf(every, factsWith(office.case, procedure, name, blank))
        const own = refusals.find(({ field }) => field === fieldOf(office.case, procedure, name))
        expect(own?.sentence).toContain(`请填写“${title}”`)
      }
    }
  })

  test('refuses what it does not ask for, wherever it stands', () => {
    const [party, violation] = [office.case.parties[0]?.id ?? '', office.case.violations[0]?.id ?? '']
    const strange: readonly [string, RawFacts][] = [
      ['no-such-fact', { case: { 'no-such-fact': '1' } }],
      ['constructor', { case: { constructor: '1' } }],
      ['__proto__', { case: JSON.parse('{"__proto__": "1"}') }],
      [`no-such-fact@${party}`, { party: { [party]: { 'no-such-fact': '1' } } }],
      [`no-such-fact@${violation}`, { violation: { [violation]: { 'no-such-fact': '1' } } }],
      ['nobody', { party: { nobody: {} } }],
      ['constructor', { violation: { constructor: {} } }],
      [violation, { party: { [violation]: { 'no-such-fact': '1' } } }],
      [party, { violation: { [party]: { 'no-such-fact': '1' } } }],
    ]
    for (const [field, facts] of strange) {
      expect(refusalsOf(every, facts).map((refusal) => refusal.field)).toContain(field)
    }
  })
})

const OPENINGS = [...PROCEDURES.values()].filter(({ opening }) => opening !== undefined)

describe.each(OPENINGS.map((procedure) => [procedure.code, procedure] as const))('opening a %s', (_code, procedure) => {
  const who = procedure.opening?.by === 'clerk' ? 'chuang' : 'lin'
  const violations = procedure.opening?.violations ? [VIOLATION] : []
  const opened = (facts: RawFacts, handlers: readonly string[] = ['lin', 'zhou']) => {
    const input = { caseId: 'c', unit: 'u', name: '某某案', parties: [COMPANY], violations, handlers, facts }
    const decision = decideOpening(office.env, procedure, input, PEOPLE[who])
    return decision.ok ? [] : decision.refusals
  }
  const asked = (procedure.opening?.asks ?? []).flatMap((name) => {
    const fact = procedure.facts[name]
    return fact ? [[name, fact] as const] : []
  })

  test.each(asked)('takes nothing nasty as %s, and its sentence names the field', (name, fact) => {
    const blanks = fact.optional ? [] : [null, '']
    for (const value of [...nastyValues(fact), ...blanks]) {
      const own = opened({ case: { [name]: value } }).filter(({ field }) => field === name)
      expect(own, `${JSON.stringify(value)?.slice(0, 80)}`).toHaveLength(1)
      expect(own[0]?.sentence).toContain(`“${fact.title}”`)
    }
  })

  test.each<readonly [string, readonly string[]]>([
    ['nobody', []],
    ['somebody who does not exist', ['lin', 'ghost']],
    ['somebody of another agency', ['lin', 'other']],
    ['one person twice', ['lin', 'lin']],
    ['what every object has', ['constructor', '__proto__']],
  ])('is not done by %s', (_title, handlers) =>
    expect(opened({}, handlers).map(({ field }) => field)).toContain('handlers'),
  )
})

describe('an action that nobody defined', () => {
  test.each(['constructor', '__proto__', 'toString', 'valueOf', 'no-such-action', ''])(
    'as %o is not offered',
    (name) => {
      const command = { type: 'take', run: 'main', action: name, facts: {}, evidence: [] } as const
      const decision = decide(office.env, office.case, command, PEOPLE.lin)
      expect(decision).toMatchObject({ ok: false, refusals: [{ gate: 'not-offered' }] })
      if (!decision.ok) expect(decision.refusals[0]?.sentence).toContain('没有这项操作')
    },
  )
})

test('no field of any procedure is left out: every fact that some action asks is tried', () => {
  const tried = new Set(
    ASKING.flatMap(({ procedure, action }) => (action.asks ?? []).map((name) => `${procedure.code} ${name}`)),
  )
  expect(tried.size).toBeGreaterThan(100)
})
