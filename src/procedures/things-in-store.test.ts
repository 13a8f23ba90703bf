import { expect, test } from 'vitest'
import { storeRows } from '#domain/custody/store-rows.ts'
import * as custody from '../../tests/support/custody-steps.ts'
import { done, LawOffice } from '../../tests/support/law-office.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'

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
