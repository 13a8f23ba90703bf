import { describe, expect, test } from 'vitest'
import { gatesOf, LawOffice, VIOLATION } from '../../../../tests/support/law-office.ts'
import { FILING, fileCase, filing, OPENING, openPenalty, reach } from '../../../../tests/support/penalty-steps.ts'
import { SECOND_ACT, TWO_PARTIES } from '../../../../tests/support/scenarios/scenario.ts'

type Dates = readonly [endedOn: string, foundOn: string, isLong: boolean]

function file([endedOn, foundOn, isLong]: Dates, today = '2026-06-01') {
  const office = new LawOffice({ on: today })
  openPenalty(office, {}, { 'found-on': foundOn })
  const facts = filing(office, { [VIOLATION.id]: endedOn })
  return office.take('lin', 'file', { ...facts, case: { ...facts.case, 'endangers-life-or-finance': isLong } })
}

describe('limitation', () => {
  test.each<readonly [string, Dates]>([
    ['two years to the day after the end of the act it is found in time', ['2024-05-28', '2026-05-28', false]],
    ['an act of the leap day is found in time until the end of February', ['2024-02-29', '2026-02-28', false]],
    ['five years where life or finance is endangered', ['2021-05-28', '2026-05-28', true]],
  ])('%s', (_title, dates) => expect(gatesOf(file(dates))).toEqual([]))

  test.each<readonly [string, Dates]>([
    ['two years and a day is too late', ['2024-05-27', '2026-05-28', false]],
    ['five years and a day is too late also where life is endangered', ['2021-05-27', '2026-05-28', true]],
    ['the long term is not for everybody', ['2023-05-28', '2026-05-28', false]],
  ])('%s', (_title, dates) => expect(gatesOf(file(dates))).toEqual(['limitation']))

  test('is counted to the discovery, so a late filing of what was found in time is let through', () =>
    expect(gatesOf(file(['2024-05-28', '2026-05-28', false], '2026-09-01'))).toEqual([]))

  test('spares a late act without closing the case against the act beside it', () => {
    const office = new LawOffice()
    openPenalty(office, { violations: [VIOLATION, SECOND_ACT] })
    expect(gatesOf(office.take('lin', 'file', filing(office, { 'violation-2': '2020-01-01' })))).toEqual([])
  })

  test('refuses a case in which one of two parties has only late acts', () => {
    const office = new LawOffice()
    const violations = [VIOLATION, { ...SECOND_ACT, party: 'party-2' }]
    openPenalty(office, { parties: TWO_PARTIES, violations })
    expect(gatesOf(office.take('lin', 'file', filing(office, { 'violation-2': '2020-01-01' })))).toEqual(['limitation'])
  })

  test('a late act needs no sanction in the notice and is not punished with the others', () => {
    const office = new LawOffice()
    fileCase(office, { violations: [VIOLATION, SECOND_ACT] }, { 'violation-2': '2020-01-01' })
    reach(office, 'statement')
    expect(office.case.runs[0]?.stage).toBe('statement')
  })
})

describe('filing', () => {
  test('is judged again on the day of the last agreement', () => {
    const office = new LawOffice()
    openPenalty(office)
    office.take('lin', 'file', filing(office))
    office.agreeAll('zheng')
    office.isQualified = false
    expect(gatesOf(office.agree('wu'))).toEqual(['agency-qualified'])
    office.isQualified = true
    office.on('2026-06-03')
    expect(gatesOf(office.agree('wu'))).toEqual([])
    expect(office.case.runs[0]?.clocks.find((clock) => clock.clock === 'decision')?.startOn).toBe('2026-06-03')
  })

  test('an agency without qualification cannot even open a case', () => {
    const office = new LawOffice()
    office.isQualified = false
    expect(gatesOf(office.open('penalty-ordinary', 'lin', { case: {} }))).toContain('agency-qualified')
  })

  test('with a discovery that lies in the future no case is opened: nobody could correct it afterwards', () => {
    const facts = { case: { ...OPENING.case, 'found-on': '2026-06-02' } }
    const decision = new LawOffice().open('penalty-ordinary', 'lin', facts)
    expect(gatesOf(decision)).toEqual(['found-by-today'])
    expect(decision).toMatchObject({ refusals: [{ field: 'found-on' }] })
  })

  test('outside the agency’s region the case is referred', () => {
    const office = new LawOffice()
    openPenalty(office)
    const facts = { ...filing(office), case: { ...FILING.case, 'in-jurisdiction': false } }
    expect(gatesOf(office.take('lin', 'file', facts))).toEqual(['jurisdiction'])
  })
})
