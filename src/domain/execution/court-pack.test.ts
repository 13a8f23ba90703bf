import { expect, test } from 'vitest'
import { applied, courtUrged } from '../../../tests/support/execution-steps.ts'
import { LawOffice } from '../../../tests/support/law-office.ts'
import { courtPackOf, partFolder } from './court-pack.ts'

test('there is no pack before the application', () => {
  expect(courtPackOf(courtUrged(new LawOffice()).case)).toBeUndefined()
})

test('the pack has the application, the decision with its grounds, and the urging with its receipt, in the order of the law', () => {
  const pack = courtPackOf(applied(new LawOffice()).case) ?? []
  const titles = (part: number) => pack.filter((item) => item.part === part).map(({ title }) => title)
  expect(titles(0)).toEqual(['强制执行申请书'])
  expect(titles(1).slice(0, 2)).toEqual(['行政处罚决定书', '立案审批表'])
  expect(titles(1)).toContain('询问笔录')
  expect(titles(2)).toEqual(expect.arrayContaining(['陈述申辩复核意见书', '履行行政决定催告书', '送达回证']))
  expect(titles(3)).toEqual(['罚没款缴款通知书'])
  expect(pack.map(({ part }) => part)).toEqual(pack.map(({ part }) => part).toSorted())
  expect(partFolder(2)).toBe('3 当事人的意见及行政机关催告情况')
})
