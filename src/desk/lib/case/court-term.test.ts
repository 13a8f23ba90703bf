import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { alterationSaid, courtTerm } from './court-term.ts'

const NOTHING = { pauses: [], remedyEndsOn: null, courtEndsOn: null }
const review = { kind: '行政复议', fromOn: plainDate('2026-06-20') }
const ENDS = { remedyEndsOn: plainDate('2026-07-10'), courtEndsOn: plainDate('2026-10-10') }
const decided = { ...review, untilOn: plainDate('2026-06-25') }

describe('what the account says of the application to the court', () => {
  it('names both days once nothing is pending', () => {
    expect(courtTerm({ pauses: [decided], ...ENDS })).toMatch(/7月10日；届满以后、.*10月10日以前，可以申请/)
  })
  it('names no last day while a dispute is pending, and says that the term does not count', () => {
    expect(courtTerm({ ...NOTHING, pauses: [review] })).toContain(
      '没有结束，现在不能申请人民法院强制执行，申请的期限也不计算',
    )
  })
  it('speaks of the delivery where nothing was delivered', () => {
    expect(courtTerm(NOTHING)).toContain('决定书还没有送达')
  })
  it('does not send anybody to the court with a decision that was altered, unless it is known to what', () => {
    const alteration = {
      how: 'changed',
      by: '行政复议',
      on: plainDate('2026-06-25'),
      caseId: 'c',
      isKnown: false,
    } as const
    expect(courtTerm({ pauses: [decided], ...ENDS, alteration })).toContain('不能再按原决定申请')
    expect(courtTerm({ pauses: [decided], ...ENDS, alteration: { ...alteration, isKnown: true } })).toContain(
      '可以申请',
    )
    expect(courtTerm({ ...NOTHING, alteration: { ...alteration, how: 'revoked', isKnown: true } })).toContain('撤销')
    expect(alterationSaid(alteration)).toContain('加处罚款停止计算')
    expect(alterationSaid({ ...alteration, how: 'revoked' })).toContain('应当退还')
  })
})
