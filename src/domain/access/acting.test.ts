import { describe, expect, test } from 'vitest'
import { LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import { fileCase } from '../../../tests/support/penalty-steps.ts'
import type { Role } from '../procedure/definition.ts'
import { refuseActor, refuseAnyRole } from './acting.ts'

function refusalOf(role: Role | readonly Role[], who: Who, unit?: string): string | undefined {
  const office = new LawOffice()
  fileCase(office, { handlers: ['lin', 'duo'] })
  const state = unit === undefined ? office.case : { ...office.case, unit }
  const [run] = state.runs
  if (!run) throw new Error('a case has a run')
  return refuseAnyRole(role, PEOPLE[who], state, run)?.gate
}

describe('who may act', () => {
  test.each<readonly [string, Role, Who, string | undefined]>([
    ['a handler in his own case', 'handler', 'lin', undefined],
    ['not a handler of other cases', 'handler', 'zhou', 'role'],
    ['a head by post', 'agency-head', 'wu', undefined],
    ['not a head of another agency', 'agency-head', 'other', 'other-agency'],
    ['a reviewer who does not handle the case', 'reviewer', 'shen', undefined],
    ['not a reviewer who does', 'reviewer', 'duo', 'reviewer-not-handler'],
    ['not a host who handles the case', 'host', 'duo', 'host-not-handler'],
    ['anybody with the post while no host is named', 'host', 'zhu', undefined],
    ['nobody without the post while no host is named', 'host', 'fu', 'role'],
  ])('%s', (_title, role, who, gate) => expect(refusalOf(role, who)).toBe(gate))

  test('the head of a unit acts in the cases of the own unit only', () => {
    expect(refusalOf('unit-head', 'zheng')).toBeUndefined()
    expect(refusalOf('unit-head', 'zheng', 'unit-elsewhere')).toBe('role')
  })

  test('one of several roles is enough', () => expect(refusalOf(['handler', 'clerk'], 'chuang')).toBeUndefined())

  test('a refusal names its article', () => {
    const office = new LawOffice()
    fileCase(office)
    const [run] = office.case.runs
    const refusal = run && refuseActor('reviewer', PEOPLE.lin, office.case, run)
    expect(refusal?.basis).toBe('《行政处罚法》第五十八条')
  })
})
