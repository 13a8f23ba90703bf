import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { parseRange } from '../discretion/parse-range.ts'
import { ageAtAct, ageHint } from './age.ts'
import { type EarlierAct, earlierActsOf, isSameMatter } from './earlier-acts.ts'
import { leniencyHints } from './leniency.ts'
import { compareRanges, lighterLawHint, versionOn } from './lighter-law.ts'
import { lastDayToBeFound, limitationHint } from './limitation.ts'
import { firstOffenceHint, repeatedHint } from './repeated.ts'

const day = plainDate
const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(day('1960-01-01'), days))

/** A second opinion that shares no arithmetic: it counts birthdays one by one, a missing 29 February falling on the 28th. */
function birthdaysBefore(born: string, on: string, counts: (birthday: string, on: string) => boolean): number {
  let years = 0
  for (let year = Number(born.slice(0, 4)) + 1; ; year += 1) {
    const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
    const rest = born.slice(5) === '02-29' && !isLeap ? '02-28' : born.slice(5)
    if (!counts(`${year}-${rest}`, on)) return years
    years += 1
  }
}

describe('the age on the day of the act (行政处罚法第三十条)', () => {
  test.each([
    // born, act, from the next day, on the day itself
    ['2012-05-28', '2026-05-27', 13, 13],
    ['2012-05-28', '2026-05-28', 13, 14],
    ['2012-05-28', '2026-05-29', 14, 14],
    ['2008-02-29', '2022-02-28', 13, 13],
    ['2008-02-29', '2022-03-01', 14, 14],
    ['2008-02-29', '2024-02-29', 15, 16],
    ['2008-12-31', '2027-01-01', 18, 18],
    ['2026-05-28', '2026-05-28', 0, 0],
  ])('born on %s, on %s: %d full years, or %d where the birthday counts', (born, on, fromNext, onDay) => {
    expect(ageAtAct(day(born), day(on), true)).toBe(fromNext)
    expect(ageAtAct(day(born), day(on), false)).toBe(onDay)
  })

  test('is the number of birthdays that have passed', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30_000 }), (born, later) => {
        const on = addDays(born, later)
        expect(ageAtAct(born, on, true)).toBe(birthdaysBefore(born, on, (birthday, today) => birthday < today))
      }),
    ))

  const said = (bornOn: string | undefined, on: string, kind: 'person' | 'organisation' | 'self-employed' = 'person') =>
    ageHint({ name: '童小某', kind, ...(bornOn && { bornOn: day(bornOn) }) }, day(on), true)
  test('under fourteen nobody is punished, under eighteen it is lighter, and after that nothing is said', () => {
    expect(said('2013-01-01', '2026-05-28')).toMatchObject({ tone: 'stop', basis: '《行政处罚法》第三十条' })
    expect(said('2010-01-01', '2026-05-28')?.sentence).toContain('应当从轻或者减轻')
    expect(said('1990-01-01', '2026-05-28')).toBeUndefined()
    expect(said(undefined, '2026-05-28')?.sentence).toContain('算不出')
    expect(said(undefined, '2026-05-28', 'organisation')).toBeUndefined()
    expect(said(undefined, '2026-05-28', 'self-employed')).toBeUndefined()
  })
})

describe('limitation (行政处罚法第三十六条)', () => {
  test.each([
    ['2024-06-01', 2, '2026-06-01'],
    ['2024-02-29', 2, '2026-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2021-06-01', 5, '2026-06-01'],
  ])('an act that ended on %s may be found for %d years, until %s', (ended, years, last) => {
    expect(lastDayToBeFound(day(ended), years)).toBe(last)
    const found = (foundOn: string) =>
      limitationHint({ cause: '某', endedOn: day(ended), foundOn: day(foundOn), years })
    expect(found(last)?.tone).toBe('plain')
    expect(found(addDays(day(last), 1))).toMatchObject({ tone: 'stop' })
    expect(found(addDays(day(last), 1))?.sentence).toContain('已经超过1日')
  })

  test('cannot be told while the end of the act is not known', () => {
    expect(limitationHint({ cause: '某', foundOn: day('2026-06-01'), years: 2 })?.tone).toBe('care')
  })
})

const range = (text: string) => {
  const parsed = parseRange(text)
  if (!parsed.ok) throw new Error(parsed.problem.sentence)
  return parsed.range
}

describe('old law and lighter law (行政处罚法第三十七条)', () => {
  const OLD = { from: null, basis: '《某条例》第五条', rangeText: '处五千元以上五万元以下罚款' }
  const NEW = { from: day('2026-01-01'), basis: '《某条例》第八条', rangeText: '处一千元以上一万元以下罚款' }
  const versions = [NEW, OLD].map((item) => ({ ...item, range: range(item.rangeText) }))
  const hint = (actOn: string) => lighterLawHint({ cause: '某', actOn: day(actOn), today: day('2026-06-01') }, versions)

  test('each text holds from its first day until the next one begins', () => {
    expect(versionOn(versions, day('2025-12-31'))?.basis).toBe(OLD.basis)
    expect(versionOn(versions, day('2026-01-01'))?.basis).toBe(NEW.basis)
  })

  test('is said for an act of the day before, and not for one of the day itself', () => {
    expect(hint('2025-12-31')?.sentence).toContain('新规定较轻，适用新规定')
    expect(hint('2026-01-01')).toBeUndefined()
  })

  test.each([
    ['处五千元以上五万元以下罚款', '处五千元以上三万元以下罚款', 'lighter'],
    ['处五千元以上五万元以下罚款', '处三千元以上五万元以下罚款', 'lighter'],
    ['处五千元以上五万元以下罚款', '处五千元以上十万元以下罚款', 'harsher'],
    ['处五千元以上五万元以下罚款', '处一千元以上十万元以下罚款', 'harsher'],
    ['处五千元以上五万元以下罚款', '处五千元以上五万元以下罚款', 'same'],
    ['处五千元以上五万元以下罚款', '处货值金额五倍以上十倍以下罚款', 'unclear'],
    ['处五千元以上五万元以下罚款', '处五千元以上三万元以下罚款，责令停产停业', 'unclear'],
  ])('%s before, %s now: %s', (before, after, is) => {
    expect(compareRanges(range(before), range(after))).toBe(is)
  })
})

const BEFORE: EarlierAct = {
  party: 'p',
  cause: '经营过期食品',
  catalogueId: 'item',
  endedOn: day('2025-01-10'),
  decidedOn: day('2025-03-01'),
  result: 'fined',
  fineFen: 200_000,
  caseName: '某某案',
  number: '青市监立〔2025〕1号',
  agency: '青石区市场监管局',
  caseId: 'case-0',
}
const ACT = { party: 'p', cause: '经营超过保质期的食品', catalogueId: 'item', endedOn: day('2026-05-28') }

describe('the same act again (行政处罚法第二十九条)', () => {
  test('a fine for the same matter is shown; on the same day it may be the same act', () => {
    expect(repeatedHint(ACT, [BEFORE])?.sentence).toContain('行为时间不同')
    expect(repeatedHint({ ...ACT, endedOn: day('2025-01-10') }, [BEFORE])?.sentence).toContain('不得再罚款')
    expect(repeatedHint(ACT, [BEFORE])?.lines?.[0]).toMatchObject({ caseId: 'case-0' })
  })

  test('another party, another matter, or no fine is none', () => {
    const others = [
      { ...BEFORE, party: 'q' },
      { ...BEFORE, catalogueId: 'other' },
      { ...BEFORE, result: 'penalised' as const },
    ]
    expect(repeatedHint(ACT, others)).toBeUndefined()
  })

  test('what was not picked from the catalogue is told by its name', () => {
    const { catalogueId: _, ...typed } = ACT
    expect(isSameMatter(typed, { ...BEFORE, cause: ' 经营超过保质期的食品 ' })).toBe(true)
  })
})

describe('a first offence (行政处罚法第三十三条第一款)', () => {
  const hint = (decidedOn: string, act = ACT, own = true) => {
    const { caseId, ...foreign } = { ...BEFORE, decidedOn: day(decidedOn) }
    return firstOffenceHint(act, [own ? ({ ...foreign, caseId } as EarlierAct) : foreign], {
      years: 2,
      today: day('2026-06-01'),
    })
  }
  test.each([
    ['2024-05-28', '2026-05-28', false],
    ['2024-05-27', '2026-05-28', true],
    ['2022-02-28', '2024-02-29', false],
    ['2022-02-27', '2024-02-29', true],
  ])('a decision of %s and an act of %s: first is %s', (decidedOn, endedOn, isFirst) => {
    expect(hint(decidedOn, { ...ACT, endedOn: day(endedOn) }).title).toBe(isFirst ? '初次违法' : '不是初次违法')
  })

  test('what another agency has published is for people to judge', () => {
    expect(hint('2025-03-01', ACT, false).sentence).toContain('请核对')
    expect(hint('2025-03-01').sentence).toContain('不能以初次违法为由')
  })
})

describe('what a case has decided', () => {
  const decided = (more: object) => ({
    id: 'case-0',
    name: '某某案',
    number: null,
    violations: [{ id: 'v', party: 'p', cause: '某', basisViolated: '', basisPenalty: '', rangeText: '' }],
    documents: [{ id: 'd', run: 'main', seq: 9, code: 'penalty-decision', party: 'p', issuedOn: day('2025-03-01') }],
    results: { p: 'penalty' },
    result: null,
    acts: { v: { fine: 500_000, 'final-fine': 300_000, 'act-ended-on': '2025-01-10' } },
    ...more,
  })
  const told = (more: object = {}) => earlierActsOf(decided(more) as never, '某局')

  test('counts with the fine that was decided, not the one that was notified', () => {
    expect(told()).toEqual([expect.objectContaining({ result: 'fined', fineFen: 300_000, endedOn: '2025-01-10' })])
  })
  test('without a fine it is another penalty, spared once it is that, and undecided or voided it is nothing', () => {
    expect(told({ acts: {} })[0]?.result).toBe('penalised')
    const [paper] = decided({}).documents
    const spared = { results: { p: 'no-penalty-first' }, documents: [{ ...paper, code: 'no-penalty-decision' }] }
    expect(told(spared)[0]).toMatchObject({ result: 'spared-first' })
    expect(told({ documents: [] })).toEqual([])
    expect(told({ documents: [{ ...paper, voided: '写错' }] })).toEqual([])
  })
})

test('an item of a list is cited with its list, its number and who issued it', () => {
  const item = {
    id: 'i',
    list: '青石区首违不罚清单',
    itemNo: '3',
    conditions: '货值不足一百元',
    issuedBy: '青石区人民政府',
  }
  const [hint] = leniencyHints('某', [{ ...item, kind: 'first', fromOn: day('2026-01-01'), untilOn: null }])
  expect(hint?.lines?.[0]?.text).toBe('《青石区首违不罚清单》第3项（青石区人民政府）：货值不足一百元')
})
