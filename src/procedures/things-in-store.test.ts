import { expect, test } from 'vitest'
import { storeRows } from '#domain/custody/store-rows.ts'
import * as custody from '../../tests/support/custody-steps.ts'
import { done, LawOffice } from '../../tests/support/law-office.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'
import { TESTING } from './seizure-facts.ts'

const pressing = (office: LawOffice) =>
  new Set(storeRows(PROCEDURES, office.case, office.today).map(({ dueTitle, dueOn }) => `${dueTitle} ${dueOn}`))

test('a thing is pressed by the term of its measure, and not by the days in which the party may contest it', () => {
  const office = custody.seized(new LawOffice().on('2026-06-01'))
  const term = new Set(['查封、扣押期限 2026-07-01'])
  expect(pressing(office)).toEqual(term)
  deliverAll(office)
  expect(pressing(office)).toEqual(term)
  done(office.take('lin', 'extend', { case: { 'extension-reason': '案情复杂' } }))
  done(office.agree('wu'))
  deliverAll(office)
  expect(pressing(office)).toEqual(new Set(['查封、扣押期限 2026-07-31']))
})

test('while a test is waited for, however long, it is pressed by the day on which that is to end', () => {
  const office = custody.seized(new LawOffice().on('2026-06-01'))
  deliverAll(office)
  const waiting = { 'suspension-ground': TESTING, 'test-words': '送检微生物', 'test-until': '2026-12-20' }
  done(office.take('lin', 'stop-for-test', { case: waiting }))
  done(office.agree('wu'))
  expect(pressing(office)).toEqual(new Set(['检测、鉴定的期间 2026-12-20']))
})

test('what was seized at once is pressed first by the day in which that has to be approved (强制法第十九条)', () => {
  const office = new LawOffice().on('2026-06-01')
  custody.open(office, 'open-seizure')
  const facts = { ...custody.GROUNDS, urgency: '正在装车转移', ...custody.onTheSpot(office) }
  done(office.take('lin', 'seize-at-once', { case: facts }))
  expect(pressing(office)).toEqual(new Set(['补办批准手续（24 小时） 2026-06-02']))
})
