import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../calendar/plain-date.ts'
import { daysLeft, refuseEnd, stateOfEntrustment } from './entrustment.ts'
import { type Entrusting, type EntrustmentDraft, refuseEntrustment } from './refuse-entrustment.ts'

const TERM = { fromOn: day('2026-01-01'), untilOn: day('2026-12-31'), endedOn: null }
const stateOn = (on: string, term: Partial<Parameters<typeof stateOfEntrustment>[0]> = {}) =>
  stateOfEntrustment({ ...TERM, ...term }, day(on), 30)

describe('an entrustment holds from its first day to its last', () => {
  it.each([
    ['2025-12-31', 'coming'],
    ['2026-01-01', 'running'],
    ['2026-11-30', 'running'],
    ['2026-12-01', 'ending'],
    ['2026-12-31', 'ending'],
    ['2027-01-01', 'over'],
  ])('on %s it is %s, and thirty days before its end it is pointed out', (on, state) => {
    expect(stateOn(on)).toBe(state)
  })

  it('ended early, it no longer holds from that day, and keeps to have been ended when its term is over', () => {
    const endedOn = day('2026-06-01')
    expect([stateOn('2026-05-31', { endedOn }), stateOn('2026-06-01', { endedOn })]).toEqual(['running', 'ended'])
    expect(stateOn('2027-06-01', { endedOn })).toBe('ended')
  })

  it('counts the last day among those that are left', () => {
    expect([daysLeft(TERM, day('2026-12-31')), daysLeft(TERM, day('2027-01-01'))]).toEqual([1, 0])
  })

  it('is ended on a day that has come, between its signing and its end', () => {
    const term = { ...TERM, signedOn: day('2025-12-20') }
    const end = (endedOn: string, today = '2026-06-01') => refuseEnd(term, { endedOn: day(endedOn), today: day(today) })
    expect(end('2026-06-01')).toBeUndefined()
    expect(end('2025-12-20')).toBeUndefined()
    expect(end('2026-06-02')?.sentence).toContain('不能晚于今天')
    expect(end('2025-12-19')?.sentence).toContain('签订的那天（2025-12-20）')
    expect(end('2027-01-01', '2027-02-01')?.sentence).toContain('已经期满')
  })
})

const DRAFT: EntrustmentDraft = {
  uscc: '12990102MA0DEM9109',
  items: ['对不明码标价的处罚'],
  signedOn: day('2026-05-01'),
  fromOn: day('2026-06-01'),
  untilOn: day('2028-05-31'),
}
const BY: Entrusting = {
  uscc: '119901020000009166',
  nature: 'statutory',
  qualifiedUntilOn: null,
  today: day('2026-06-01'),
  keepsList: true,
  listed: [
    { name: '对不明码标价的处罚', kind: '行政处罚', isPublished: true },
    { name: '明码标价情况检查', kind: '行政检查', isPublished: true },
    { name: '直播检查', kind: '行政检查', isPublished: false },
    { name: '公共场所许可', kind: '行政许可', isPublished: true },
    { name: '封存食品', kind: '行政强制', isPublished: true },
  ],
}
const said = (draft: Partial<EntrustmentDraft>, by: Partial<Entrusting> = {}) =>
  refuseEntrustment({ ...DRAFT, ...draft }, { ...BY, ...by }).map(({ field, sentence, basis }) => [
    field,
    sentence,
    basis,
  ])

describe('what may be entrusted, to whom, from when', () => {
  it('penalties and inspections of the agency’s own list, from the day of the letter on', () => {
    expect(said({ items: ['对不明码标价的处罚', '明码标价情况检查'] })).toEqual([])
    expect(said({ fromOn: DRAFT.signedOn, untilOn: DRAFT.signedOn })).toEqual([])
  })

  it.each([
    ['封存食品', '行政强制措施权不得委托', '《行政强制法》第十七条第一款'],
    ['公共场所许可', '是行政许可', '《行政处罚法》第二十条第一款'],
    ['别的机关的处罚', '不能超出法定权限', '《行政处罚法》第二十条第一款'],
    ['直播检查', '还没有公布', '《行政处罚法》第二十条第一款'],
  ])('%s is refused', (item, words, basis) => {
    expect(said({ items: [item] })).toEqual([['items', expect.stringContaining(words), basis]])
  })

  it('coercion is refused by its name also where the agency keeps no list, and nothing else is', () => {
    const bare = { keepsList: false, listed: [] }
    expect(said({ items: ['占道经营的处罚'] }, bare)).toEqual([])
    for (const item of ['扣押占道物品', '查封场所', '冻结存款', '限制人身自由', '限制公民人身自由'])
      expect(said({ items: [item] }, bare)).toHaveLength(1)
  })

  it('not twice the same, not more than five sentences at once', () => {
    expect(said({ items: ['明码标价情况检查', '明码标价情况检查'] })[0]?.[1]).toContain('写了两次')
    expect(said({ items: ['一', '二', '三', '四', '五', '六'] })).toHaveLength(5)
  })

  it('an entrusted organisation entrusts nobody, nor does an agency that may act no more', () => {
    expect(said({}, { nature: 'entrusted' })).toEqual([
      ['organisation', expect.stringContaining('不得再委托'), '《行政处罚法》第二十条第四款'],
    ])
    expect(said({}, { qualifiedUntilOn: day('2026-05-31') })[0]?.[1]).toContain('已于 2026-05-31 终止')
    expect(said({}, { qualifiedUntilOn: day('2026-06-01') })).toEqual([])
  })

  it('another organisation with a code that can be', () => {
    expect(said({ uscc: '12990102MA0DEM9108' })[0]?.[0]).toBe('uscc')
    expect(said({ uscc: BY.uscc })[0]?.[1]).toContain('本机关自己的代码')
  })

  it('in writing before it begins, and not signed tomorrow', () => {
    expect(said({ signedOn: day('2026-06-02'), fromOn: day('2026-06-02') }).map(([field]) => field)).toEqual([
      'signedOn',
    ])
    expect(said({ fromOn: day('2026-04-30') }).map(([field]) => field)).toEqual(['fromOn'])
    expect(said({ untilOn: day('2026-05-31') }).map(([field]) => field)).toEqual(['untilOn'])
  })
})
