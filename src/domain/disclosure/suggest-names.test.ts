import { describe, expect, it } from 'vitest'
import { suggestNames } from './suggest-names.ts'

const names = (text: string, known: string[] = []) =>
  suggestNames(text, known).map(({ name, context }) => [context, name])

describe('names that no list has are suggested to the reader', () => {
  it.each([
    ['当事人张伟在店内经营。', [['当事人', '张伟']]],
    ['证人李四称其看到', [['证人', '李四']]],
    ['法定代表人：欧阳修文，', [['法定代表人', '欧阳修文']]],
    ['由见证人诸葛明签字', [['见证人', '诸葛明']]],
    ['员工孙九儿将货物', [['员工', '孙九儿']]],
    ['举报人为王某某', []],
    ['当事人在经营场所内', []],
    ['负责人的意见', []],
    ['当事人经营超过保质期的食品', []],
  ])('%s', (text, found) => {
    expect(names(text)).toEqual(found)
  })

  it('says where it stands, and says nothing of those whom the case knows', () => {
    const text = '经查，证人李四和证人王五到场'
    const [first] = suggestNames(text, ['王五'])
    expect(text.slice(first?.start, first?.end)).toBe('李四')
    expect(names(text, ['王五'])).toEqual([['证人', '李四']])
  })
})
