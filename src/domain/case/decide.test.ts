import { describe, expect, test } from 'vitest'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { done, gatesOf, LawOffice, PEOPLE } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { offersOf } from './offers.ts'

describe('an action', () => {
  test('that is not offered here changes nothing and says where it belongs', () => {
    const office = steps.reach(new LawOffice(), 'investigation')
    const before = structuredClone(office.case)
    const decision = office.take('lin', 'decide')
    expect(decision.ok ? '' : decision.refusals[0]?.sentence).toBe(
      '“作出处罚决定”在“决定”环节办理，本案现在在“调查取证”环节',
    )
    expect(office.case).toEqual(before)
  })

  test('that no stage has is named as such', () => {
    const decision = steps.reach(new LawOffice(), 'investigation').take('lin', 'pardon')
    expect(decision.ok ? '' : decision.refusals[0]?.sentence).toBe('“行政处罚（普通程序）”没有这项操作')
  })

  test('is not taken in a case that has ended', () => {
    const office = steps.reach(new LawOffice(), 'delivery')
    steps.finish(office)
    expect(office.case.runs[0]?.outcome).toBe('penalty')
    expect(gatesOf(office.take('lin', 'add-evidence'))).toEqual(['stale'])
  })

  test('is not taken by a colleague who does not handle the case, nor from another agency', () => {
    const office = steps.reach(new LawOffice(), 'investigation')
    expect(gatesOf(office.take('chuang', 'add-evidence', {}, [steps.EVIDENCE]))).toEqual(['role'])
    expect(gatesOf(office.take('other', 'add-evidence', {}, [steps.EVIDENCE]))).toEqual(['other-agency'])
  })

  test('takes evidence only where evidence is added', () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    expect(gatesOf(office.take('lin', 'draft', { case: steps.DRAFT }, [steps.EVIDENCE]))).toEqual(['input'])
  })

  test('believes no fact that it did not ask for, and none of a party that the case does not have', () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    expect(gatesOf(office.take('lin', 'draft', { case: { ...steps.DRAFT, proposal: '给予行政处罚' } }))).toEqual([
      'input',
    ])
    const stranger = { case: steps.DRAFT, party: { 'party-9': { statement: '某' } } }
    expect(gatesOf(office.take('lin', 'draft', stranger))).toEqual(['input'])
  })

  test('names every field that is missing or was emptied, at its place', () => {
    const office = steps.reach(new LawOffice(), 'notice')
    const decision = office.take('lin', 'issue-notice', {
      case: { 'facts-found': '' },
      violation: { 'violation-1': { fine: '-0' } },
    })
    const fields = decision.ok ? [] : decision.refusals.map((refusal) => refusal.field)
    expect(fields).toEqual(['facts-found', 'fine@violation-1'])
  })

  test('that asks nothing is offered with every reason against it', () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    done(office.take('lin', 'draft', { case: { 'decision-reasons': '裁量适当，理由充分。' } }))
    done(office.take('lin', 'go-to-decision'))
    const offer = offersOf(office.env, office.case, PEOPLE.lin).find((item) => item.action === 'decide')
    expect(offer?.refusals.map((refusal) => refusal.gate)).toEqual(['correction-ordered'])
  })
})

describe('opening a case', () => {
  const open = (more: Parameters<LawOffice['open']>[3]) =>
    gatesOf(new LawOffice().open('penalty-ordinary', 'lin', steps.OPENING, more))

  test.each<readonly [string, Parameters<LawOffice['open']>[3], readonly string[]]>([
    ['needs a party', { parties: [], violations: [] }, ['parties', 'violations']],
    ['needs a handler', { handlers: [] }, ['handlers']],
    ['needs an act that is judged', { violations: [] }, ['violations']],
  ])('%s', (_title, more, gates) => expect(open(more)).toEqual(gates))

  test('is not possible under a procedure that only runs inside others', () => {
    const inner = currentProcedure(PROCEDURES, 'hearing', '2026-06-01')
    expect(inner?.opening).toBeUndefined()
    expect(gatesOf(new LawOffice().open('hearing', 'lin', {}))).toEqual(['opening'])
  })
})
