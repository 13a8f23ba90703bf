import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { heard } from '../../tests/support/scenarios/licence-hearing-scenarios.ts'

const AFFECTED = { 'affects-others': true }

describe('others whom a licence touches and who are told later (许可法第三十六条、第四十七条第一款)', () => {
  /** The first neighbour has let his days go by; a second one is told. */
  function toldAgain(): LawOffice {
    const office = licence.told(new LawOffice({ on: '2026-06-01' })).on('2026-06-09')
    licence.tellOthers(office)
    steps.deliverAll(office)
    return office
  }

  test('have five working days of their own, from when they were told', () => {
    const office = toldAgain()
    expect(gatesOf(licence.examine(office, AFFECTED))).toEqual(['hearing-right-settled'])
    done(licence.recordTold(office))
    expect(gatesOf(licence.examine(office.on('2026-06-16'), AFFECTED))).toEqual(['hearing-right-settled'])
    expect(gatesOf(licence.examine(office.on('2026-06-17'), AFFECTED))).toEqual([])
  })

  test('are not bound by what others have waived', () => {
    const office = licence.tellOthers(licence.accepted(new LawOffice()))
    steps.deliverAll(office)
    done(licence.recordTold(office, { 'hearing-waived': true }))
    steps.deliverAll(licence.tellOthers(office))
    done(licence.recordTold(office))
    expect(gatesOf(licence.examine(office, AFFECTED))).toEqual(['hearing-right-settled'])
  })

  test('may still ask when others have been heard before', () => {
    const office = heard(new LawOffice())
    steps.deliverAll(licence.tellOthers(office))
    done(licence.recordTold(office))
    const answered = { ...AFFECTED, 'hearing-answer': '采纳，加装排烟管道' }
    expect(gatesOf(licence.examine(office, answered))).toEqual(['hearing-right-settled'])
  })
})

test('what a second hearing brought is weighed by itself, and not by what was said of the first (许可法第四十八条第二款)', () => {
  const office = heard(new LawOffice())
  done(licence.examine(office, { ...AFFECTED, 'hearing-answer': '采纳，加装排烟管道' }))
  done(office.agree('zheng'))
  done(office.take('lin', 'back-to-review'))
  done(office.take('lin', 'announce-hearing', { case: { 'hearing-matter': '排烟', 'hearing-call': '三日内报名' } }))
  done(office.agree('wu'))
  steps.callHearing(office, { 'hearing-on': '2026-07-10' })
  steps.deliverAll(office)
  done(office.on('2026-07-10').take('zhu', 'hold', steps.HEARING_RECORD))
  expect(gatesOf(licence.examine(office, AFFECTED))).toEqual(['decided-on-record'])
  expect(gatesOf(licence.examine(office, { ...AFFECTED, 'hearing-answer': '第二次听证没有新的意见' }))).toEqual([])
})
