import { describe, expect, test } from 'vitest'
import { latest } from '#domain/case/clock-events.ts'
import { isContestable } from '#domain/case/contested-act.ts'
import { lapsesOf } from '#domain/case/lapses.ts'
import { rootRun } from '#domain/case/state.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import { opensOf } from '#domain/procedure/opens-of.ts'
import * as custody from '../../tests/support/custody-steps.ts'
import { LawOffice, VIOLATION, valuesWith } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'
import { NOT_AGAINST_THE_PARTY } from './remedy-terms.ts'

const clock = (office: LawOffice, name: string) => latest(rootRun(office.case).clocks, name)[0]
const started = (office: LawOffice, name: string) =>
  office.events.filter((event) => event.type === 'clock-started' && event.clock === name)

test('every paper against which there is a remedy, and that is delivered, begins the terms of its remedies', () => {
  const contested = [...PROCEDURES.values()].flatMap((procedure) => {
    const papers = actionsOf(procedure).flatMap(({ action }) =>
      opensOf(action).includes('delivery') ? (action.issues ?? []).filter(isContestable) : [],
    )
    const timed = Object.values(procedure.clocks).filter(({ binds, term }) => binds === 'party' && 'parameter' in term)
    const hasReview = (code: string) =>
      timed.some(
        ({ fromDelivery, term }) =>
          fromDelivery === code && 'parameter' in term && term.parameter === 'remedy.review-term',
      )
    return [...new Set(papers)].map((code) => ({ code, procedure: procedure.code, hasReview: hasReview(code) }))
  })
  expect(contested.length).toBeGreaterThan(20)
  const without = contested.filter(({ hasReview }) => !hasReview).map(({ code }) => code)
  expect([...new Set(without)].toSorted()).toEqual(NOT_AGAINST_THE_PARTY.toSorted())
})

describe('against an ordinary penalty', () => {
  test('the party may ask for review for sixty days and sue for six months, from the delivery', () => {
    const office = steps.reach(new LawOffice(), 'performance')
    expect(clock(office, 'review-application')).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-07-31' })
    expect(clock(office, 'litigation')).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-12-01' })
    expect(clock(office, 'court-application')).toMatchObject({ startOn: '2026-12-01', rawDue: '2027-03-01' })
    expect(started(office, 'court-application')).toHaveLength(1)
  })

  test('whose cause goes to review first nobody sues directly: that term does not run, and the way to the court opens after sixty days', () => {
    const first = valuesWith({ 'remedy.review-first': { [VIOLATION.cause]: '法律、行政法规规定' } })
    const office = steps.reach(new LawOffice({ parameters: first }), 'performance').on('2026-08-01')
    expect(clock(office, 'litigation')).toBeUndefined()
    expect(clock(office, 'court-application')).toMatchObject({ startOn: '2026-07-31' })
    const words = lapsesOf(office.env, office.case).map((lapse) => lapse.words)
    expect(words).toContain('当事人的申请行政复议期限已满（7月31日），可以申请人民法院强制执行')
    expect(words.join()).not.toContain('直接提起行政诉讼')
  })
})

test('a seizure inside a case has remedies of its own, counted from its own paper', () => {
  const office = custody.seized(new LawOffice())
  steps.deliverAll(office)
  const seizure = office.child('seizure')
  const of = (name: string) => latest(seizure.clocks, name)[0]
  expect(of('review-of-seizure-decision')?.startOn).toBe(of('suit-of-seizure-decision')?.startOn)
  expect(of('review-of-seizure-decision')).toBeDefined()
})
