import { describe, expect, test } from 'vitest'
import { noticesOfDay } from '#domain/notice/notices-of-day.ts'
import { COMPANY, done, LawOffice, valuesWith } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { projectionOf } from './projection.ts'
import { surchargeOf } from './surcharge.ts'
import { surchargeClockOf } from './surcharge-clock.ts'

/** Delivered on the 1st of June, to be paid by the 16th; 3 % of 5,000 yuan are 150 a day, and the 34th day reaches the cap. */
const office = (today: string) => steps.reach(new LawOffice(), 'performance').on(today)
const clockOf = ({ env, case: state }: LawOffice) => surchargeClockOf({ env, state }, COMPANY.id)
const pay = (late: LawOffice, more: Record<string, unknown> = {}) =>
  done(
    late.take('lin', 'record-performance', {
      party: steps.ofEveryParty(late, { ...steps.PAID, 'is-performed': false, 'paid-on': late.today, ...more }),
    }),
  )
const RUNS = { sinceOn: '2026-06-17', perDayFen: 15_000, capOn: '2026-07-20', capFen: 500_000 }
const elsewhere = (untilOn?: string) => ({
  party: { [COMPANY.id]: { remedies: [{ kind: '行政复议', fromOn: '2026-06-20', ...(untilOn && { untilOn }) }] } },
})

describe('the surcharge as a term of its own', () => {
  test('lies ahead while the party may pay, runs from the day after, and has a day on which it is as high as the fine', () => {
    expect(clockOf(office('2026-06-16'))).toEqual({ ...RUNS, state: 'ahead' })
    expect(clockOf(office('2026-06-17'))).toEqual({ ...RUNS, state: 'running' })
    expect(clockOf(office('2026-07-20'))).toEqual({ ...RUNS, state: 'capped' })
    expect(clockOf(office('2027-01-20'))).toMatchObject({ state: 'capped', capOn: '2026-07-20' })
  })
  test('names the first day on which the account itself is at its cap', () => {
    const grownOn = (today: string) => {
      const { env, case: state } = office(today)
      return surchargeOf({ env, state }, COMPANY.id)
    }
    const [before, then] = [grownOn('2026-07-19'), grownOn('2026-07-20')]
    expect(before.grownFen < before.capFen && then.grownFen >= then.capFen).toBe(true)
  })
  test('is at its cap on the day on which it is exactly as high as the fine', () => {
    const late = office('2026-06-20')
    late.parameters = valuesWith({ 'surcharge.rate-per-day': 500 })
    expect(clockOf(late)).toMatchObject({ perDayFen: 25_000, capOn: '2026-07-06' })
  })
  test('is none where it was paid in time, and stops where it was paid late', () => {
    const inTime = office('2026-06-10')
    pay(inTime)
    expect(clockOf(inTime.on('2026-07-01'))).toBeUndefined()
    const late = office('2026-06-20')
    pay(late)
    expect(clockOf(late.on('2026-07-01'))).toMatchObject({ state: 'stopped', perDayFen: 0, capOn: null })
  })
  test('goes on more slowly for what is left where a part was paid', () => {
    const partly = office('2026-06-20')
    partly.parameters = valuesWith({ 'surcharge.on-unpaid': true })
    pay(partly, { paid: '4000' })
    // Four days of 150 yuan, and then 30 a day: 147 days more until 5,000 yuan are reached.
    expect(clockOf(partly)).toMatchObject({ state: 'running', perDayFen: 3000, capOn: '2026-11-14' })
  })
  test('stands still while a review is pending, and has no last day until it is over', () => {
    const disputed = office('2026-06-22')
    done(disputed.take('lin', 'record-remedy', elsewhere()))
    expect(clockOf(disputed)).toMatchObject({ state: 'paused', perDayFen: 15_000, capOn: null })
    done(disputed.on('2026-06-30').take('lin', 'record-remedy', elsewhere('2026-06-29')))
    expect(clockOf(disputed)).toMatchObject({ state: 'running', capOn: '2026-07-30' })
  })
})

describe('the end of its growth', () => {
  const told = (late: LawOffice) => noticesOfDay(late.env, late.case).filter(({ kind }) => kind === 'surcharge-capped')

  test('is told on its day, also where the fine was urged before', () => {
    expect(told(office('2026-07-19'))).toEqual([])
    const late = office('2026-06-17')
    done(late.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-10' } }))
    late.agreeAll('zheng')
    expect(projectionOf(late.env, late.case)).toMatchObject({ lapsedOn: '2026-12-02', tellsOn: '2026-07-20' })
    expect(told(late.on('2026-07-20'))).toMatchObject([
      {
        sentence: expect.stringContaining('的加处罚款到7月20日已经达到罚款的数额，不再增加'),
        to: ['person:lin', 'person:zhou'],
      },
    ])
  })
  test('is of no interest once nothing is owed', () => {
    const late = office('2026-08-01')
    expect(told(late)).toHaveLength(1)
    pay(late, { paid: '10000', 'is-performed': true })
    expect(told(late)).toEqual([])
  })
})
