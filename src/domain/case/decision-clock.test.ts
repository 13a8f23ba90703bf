import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { asked } from '../../../tests/support/scenarios/child-scenarios.ts'
import { historyProblems } from '../../../tests/support/walks/history-problems.ts'

const clock = (office: LawOffice) => office.case.runs[0]?.clocks.findLast((item) => item.clock === 'decision')
const stop = (office: LawOffice, ground: string) =>
  office.take('lin', 'stop-clock', { case: { 'suspension-ground': ground } })
const extend = (office: LawOffice) => office.take('lin', 'extend-clock', { case: { 'extension-reason': '案情复杂' } })

function filed(parameters: Parameters<typeof valuesWith>[0] = {}, on = '2026-06-01'): LawOffice {
  const office = new LawOffice({ parameters: valuesWith(parameters), on })
  steps.fileCase(office)
  return office
}
const GROUNDS = { 'decision.deductible-grounds': ['听证', '鉴定'] }

describe('the ninety days', () => {
  test('count from the day on which the filing took effect', () => {
    expect(clock(filed({}, '2026-07-06'))).toMatchObject({ rawDue: '2026-10-04', rolledDue: '2026-10-08' })
  })

  test('have no extension of themselves', () => {
    const refused = extend(filed())
    expect(gatesOf(refused)).toEqual(['extension-basis'])
    expect(refused.ok ? '' : refused.refusals[0]?.basis).toBe('《行政处罚法》第六十条')
  })

  test('are extended by thirty where the field allows it, once, and only when the heads have agreed', () => {
    const office = filed({ 'decision.extension-allowed': true })
    done(extend(office))
    expect(clock(office)?.rawDue).toBe('2026-08-30')
    office.agreeAll('zheng', 'wu')
    expect(clock(office)?.rawDue).toBe('2026-09-29')
    expect(gatesOf(extend(office))).toEqual(['extension-once'])
  })

  test('stand still on no ground where the field has none', () =>
    expect(gatesOf(stop(filed(), '鉴定'))).toEqual(['suspension-basis']))

  test('stand still only on a ground that the field names', () => {
    expect(gatesOf(stop(filed(GROUNDS), '休假'))).toEqual(['suspension-basis'])
    expect(gatesOf(stop(filed(GROUNDS), '鉴定'))).toEqual([])
  })

  test('do not count the days of an expert test', () => {
    const office = filed(GROUNDS).on('2026-06-10')
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    expect(gatesOf(stop(office, '鉴定'))).toEqual(['suspension-state'])
    done(office.on('2026-06-20').take('lin', 'resume-clock'))
    expect(clock(office)).toMatchObject({ rawDue: '2026-09-09' })
    expect(clock(office)?.deductions).toEqual([{ ground: '鉴定', fromOn: '2026-06-10', untilOn: '2026-06-19' }])
    expect(gatesOf(office.take('lin', 'resume-clock'))).toEqual(['suspension-state'])
  })

  test('that are stopped and resumed on one day lose nothing', () => {
    const office = filed(GROUNDS)
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    done(office.take('lin', 'resume-clock'))
    expect(clock(office)?.rawDue).toBe('2026-08-30')
  })

  test('do not count a hearing where the field says so, from the day after the start to the day before its end', () => {
    const office = asked(new LawOffice({ parameters: valuesWith(GROUNDS) }))
    expect(clock(office)?.deductions).toEqual([{ ground: 'hearing', fromOn: '2026-06-01' }])
    steps.callHearing(office)
    steps.deliverAll(office)
    office.on('2026-06-12')
    done(office.take('zhu', 'hold', steps.HEARING_RECORD))
    expect(clock(office)?.rawDue).toBe('2026-09-09')
  })

  test('stand still for the test though a hearing ends meanwhile', () => {
    const office = filed(GROUNDS)
    done(stop(office, '鉴定'))
    done(office.agree('wu'))
    steps.investigate(office)
    steps.reach(office, 'statement', steps.HEAVY_NOTICE)
    steps.hear(office)
    expect(clock(office)?.deductions).toEqual([{ ground: '鉴定', fromOn: '2026-06-01' }])
  })

  test('are met by the decision', () => {
    expect(clock(steps.reach(new LawOffice(), 'delivery'))?.metOn).toBe('2026-06-01')
  })

  test('may be extended on their last day, a day off that moves it included, and never after it', () => {
    const asked = () => filed({ 'decision.extension-allowed': true }, '2026-07-06')
    expect(gatesOf(extend(asked().on('2026-10-08')))).toEqual([])
    expect(gatesOf(extend(asked().on('2026-10-09')))).toEqual(['extension-in-time'])
  })

  test('are not extended by an agreement that comes after their last day: what was over does not come to life again', () => {
    const office = filed({ 'decision.extension-allowed': true }).on('2026-08-28')
    done(extend(office))
    done(office.agree('zheng'))
    expect(gatesOf(office.on('2026-09-01').agree('wu'))).toEqual(['extension-in-time'])
    done(office.on('2026-08-31').agree('wu'))
    expect(clock(office)?.rawDue).toBe('2026-09-29')
  })

  test('and the days of a test inside the added thirty do not count either', () => {
    const office = filed({ ...GROUNDS, 'decision.extension-allowed': true }).on('2026-08-20')
    done(extend(office))
    office.agreeAll('zheng', 'wu')
    done(stop(office.on('2026-09-05'), '鉴定'))
    done(office.agree('wu'))
    done(office.on('2026-09-15').take('lin', 'resume-clock'))
    expect(clock(office)).toMatchObject({ rawDue: '2026-10-09', rolledDue: '2026-10-09' })
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })

  test('that are over are stopped by nothing: neither on a ground that is told nor by a hearing', () => {
    const told = filed(GROUNDS).on('2026-09-01')
    expect(gatesOf(stop(told, '鉴定'))).toEqual(['suspension-in-time'])
    const late = filed(GROUNDS).on('2026-09-01')
    asked(late)
    expect(late.child('hearing').endedOn).toBeUndefined()
    expect(clock(late)).toMatchObject({ deductions: [], rawDue: '2026-08-30' })
  })
})
