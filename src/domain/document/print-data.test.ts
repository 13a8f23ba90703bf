import { expect, test } from 'vitest'
import { decisionItems } from './print-data.ts'

const violation = { cause: '销售超过保质期的食品', facts: '', breached: [], bases: [], otherPenalties: [] }

test('one violation is decided without repeating what it was', () => {
  const items = decisionItems([{ ...violation, otherPenalties: ['没收违法所得320元'], fineFen: 210000 }])
  expect(items).toEqual(['没收违法所得320元。', '处罚款2,100.00元（大写：人民币贰仟壹佰元整）。'])
})

test('several violations are decided one by one and their fines added up', () => {
  const items = decisionItems([
    { ...violation, fineFen: 210000 },
    { ...violation, cause: '未按规定查验供货者许可证', otherPenalties: ['警告'], fineFen: 100000 },
  ])
  expect(items[1]).toBe('对未按规定查验供货者许可证的行为，警告。')
  expect(items.at(-1)).toBe('以上罚款合并执行，共计3,100.00元（大写：人民币叁仟壹佰元整）。')
})
