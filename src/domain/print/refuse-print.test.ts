import { describe, expect, test } from 'vitest'
import { STRIP_KINDS } from '../document/kinds/strip-kinds.ts'
import { isDocumentCode } from '../document/registry.ts'
import { refusePrint } from './refuse-print.ts'

const paper = { code: 'penalty-decision', title: '行政处罚决定书', isVoid: false, isTypeset: true }
const last = { by: '周二', at: '2026-03-10T02:05:00.000Z', copies: 3 }

describe('a paper', () => {
  test('is printed for the first time without a word', () => {
    expect(refusePrint(paper, undefined)).toBeUndefined()
  })
  test('that is void is printed for nobody, whatever the reason', () => {
    expect(refusePrint({ ...paper, isVoid: true, last }, '当事人遗失')?.sentence).toContain('已经作废')
  })
  test('that is not typeset yet has nothing to print', () => {
    expect(refusePrint({ ...paper, isTypeset: false }, undefined)?.sentence).toContain('正在排版')
  })
  test('that was printed before asks why, and says who had it and when in the time of the office', () => {
    const said = '周二 3月10日 10:05 已经打印过 3 份；再打印请写明理由，至少两个字。'
    for (const reason of [undefined, '', '坏'])
      expect(refusePrint({ ...paper, last }, reason)).toEqual({ field: 'reason', sentence: said })
    expect(refusePrint({ ...paper, last }, '卡纸')).toBeUndefined()
  })
  test('that is handed over on the spot is printed on narrow paper too, another on A4 only', () => {
    const handed = { ...paper, code: 'summary-decision', title: '当场行政处罚决定书' }
    for (const on of ['80mm', '57mm'] as const) {
      expect(refusePrint(handed, undefined, on)).toBeUndefined()
      expect(refusePrint(paper, undefined, on)?.sentence).toBe(
        '《行政处罚决定书》不是在现场交付的文书，没有窄幅打印件，请用 A4 打印。',
      )
    }
  })
  test('that is void is told so before its want of a strip', () => {
    expect(refusePrint({ ...paper, isVoid: true }, undefined, '57mm')?.sentence).toContain('已经作废')
  })
})

test('every kind that has a strip is a kind of the list, with a reason', () => {
  for (const [code, reason] of Object.entries(STRIP_KINDS)) {
    expect(isDocumentCode(code), code).toBe(true)
    expect(reason.length).toBeGreaterThan(4)
  }
})
