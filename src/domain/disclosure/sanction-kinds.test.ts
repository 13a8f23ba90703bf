import { expect, it } from 'vitest'
import { sanctionKindsOf } from './sanction-kinds.ts'

it.each([
  [['警告', '没收调味品 6 瓶', '罚款 5,000.00 元'], '行政处罚', ['warning', 'fine', 'confiscation']],
  [['吊销食品经营许可证'], '行政处罚', ['licence-loss']],
  [['责令停产停业'], '行政处罚', ['restriction']],
  [['行政拘留五日'], '行政处罚', ['detention']],
  [['责令恢复原状'], '行政处罚', ['other']],
  [[], '行政许可', ['licence']],
  [[], '行政处罚（普通程序）', ['other']],
])('%j of %s is %j (行政处罚法第九条)', (sanctions, title, kinds) => {
  expect(sanctionKindsOf(sanctions, title)).toEqual(kinds)
})
