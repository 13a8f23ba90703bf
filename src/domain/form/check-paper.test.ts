import { expect, test } from 'vitest'
import { checkFact, type FactShape } from './check-fact.ts'
import { describePaper, draftPaper, fieldsOfPaper, paperIn } from './check-paper.ts'
import { formatFact } from './format-fact.ts'

const FACT: FactShape = { title: '文书', kind: 'paper', choices: ['material-demand', 'survey-record'] }
const SAID = { paper: 'material-demand', 材料清单: ' 进货台账\n送货单 ', 提供期限: '五日内' }
const reasonOf = (raw: unknown) => {
  const checked = checkFact(FACT, raw)
  return checked.ok ? '' : checked.reason
}

test('a paper is kept with its fields, tidied, and is told with its title', () => {
  const checked = checkFact(FACT, [SAID])
  const value = [{ paper: 'material-demand', 材料清单: '进货台账\n送货单', 提供期限: '五日内' }]
  expect(checked).toEqual({ ok: true, value })
  expect(formatFact(FACT, value)).toBe('《限期提供材料通知书》\n材料清单：进货台账\n送货单\n提供期限：五日内')
})

test('only one of those that are offered is taken, with all that it asks and nothing else', () => {
  expect(reasonOf([{ ...SAID, paper: 'inquiry-notice' }])).toBe('“文书”应从列出的文书里选一种')
  expect(reasonOf([SAID, SAID])).toBe('“文书”应从列出的文书里选一种')
  expect(reasonOf([{ ...SAID, 提供期限: ' ' }])).toBe('“文书”的“提供期限”没有填写，没有这一项内容的写“无”')
  expect(reasonOf([{ ...SAID, 提供期限: 5 }])).toBe('“文书”的“提供期限”应为文字')
  expect(reasonOf([{ ...SAID, 颜色: '红' }])).toBe('“文书”有不认识的栏目，请刷新页面后重填')
  expect(reasonOf([{ ...SAID, 提供期限: '五\u200b日' }])).toContain('看不见的零宽字符')
})

test('a record asks when and where beside the fields of its kind', () => {
  expect(fieldsOfPaper('survey-record').slice(0, 5)).toEqual(['开始时间', '结束时间', '地点', '记录人', '勘验人'])
  expect(fieldsOfPaper('no-such-paper')).toEqual([])
})

test('a draft keeps what is sound and leaves the rest blank', () => {
  const draft = draftPaper(['material-demand'], [{ ...SAID, 提供期限: 5 }])
  expect(draft).toEqual([{ paper: 'material-demand', 材料清单: '进货台账\n送货单', 提供期限: '' }])
  expect(draftPaper(['survey-record'], [SAID])).toBeUndefined()
})

test('what names no paper is none', () => {
  for (const value of [undefined, 'x', [], [null], [['paper']], [{ paper: '' }], [{ 事由: '甲' }]]) {
    expect(paperIn(value)).toBeUndefined()
    expect(describePaper(value)).toBe('')
  }
})
