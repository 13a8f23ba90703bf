import { describe, expect, test } from 'vitest'
import * as custody from '../../../tests/support/custody-steps.ts'
import * as inspection from '../../../tests/support/inspection-steps.ts'
import { done, gatesOf, LawOffice, PEOPLE } from '../../../tests/support/law-office.ts'
import { APPLICATION } from '../../../tests/support/licence-steps.ts'
import { inquiry, OPENING, reach } from '../../../tests/support/penalty-steps.ts'
import { plainDate as day } from '../calendar/plain-date.ts'
import type { Person } from '../case/environment.ts'
import { type EntrustedBy, lettersOf, refuseStaff } from './entrusted-staff.ts'

const ITEM = '对不明码标价的处罚'
const PENALTY = { kind: '行政处罚', item: ITEM } as const
const LETTER: EntrustedBy = {
  organisation: '石桥市场服务中心（虚构）',
  items: [ITEM],
  fromOn: day('2026-01-01'),
  untilOn: day('2026-06-30'),
  endedOn: null,
}
const POST = { role: 'handler', unit: 'unit-street', isPrincipal: false } as const
const staff = (...letters: readonly EntrustedBy[]): Person => ({
  ...PEOPLE.lin,
  posts: [{ ...POST, entrustedBy: letters }],
})
const officeOf = (...letters: readonly EntrustedBy[]) => new LawOffice({ people: { lin: staff(...letters) } })
const saidBy = (decision: ReturnType<LawOffice['take']>) =>
  decision.ok ? [] : decision.refusals.map(({ gate, sentence }) => `${gate} ${sentence}`)

describe('who belongs to an entrusted organisation acts within its letter', () => {
  test.each([
    ['not the day before', '2025-12-31', '不在委托的期限内'],
    ['on its first day', '2026-01-01', undefined],
    ['on its last day', '2026-06-30', undefined],
    ['not the day after', '2026-07-01', '不在委托的期限内'],
  ])('%s', (_title, on, words) => {
    const sentence = refuseStaff(staff(LETTER), day(on))
    expect(sentence?.includes(words ?? '')).toBe(words === undefined ? undefined : true)
  })

  test('not from the day on which it was ended early', () => {
    const ended = staff({ ...LETTER, endedOn: day('2026-06-01') })
    expect([refuseStaff(ended, day('2026-05-31')), refuseStaff(ended, day('2026-06-01'))]).toEqual([
      undefined,
      expect.stringContaining('石桥市场服务中心'),
    ])
  })

  test('another letter that holds is enough', () => {
    const next = { ...LETTER, fromOn: day('2026-07-01'), untilOn: day('2026-12-31') }
    expect(refuseStaff(staff(LETTER, next), day('2026-07-01'), PENALTY)).toBeUndefined()
  })

  test('in the items that it names', () => {
    expect(refuseStaff(staff(LETTER), day('2026-06-01'), PENALTY)).toBeUndefined()
    expect(refuseStaff(staff(LETTER), day('2026-06-01'), { ...PENALTY, item: '对虚假宣传的处罚' })).toContain(
      '没有受委托办理“对虚假宣传的处罚”',
    )
  })

  test('and who also has a post among the agency’s own people is not bound by it', () => {
    const both = { posts: [{ entrustedBy: [LETTER] }, { entrustedBy: null }] }
    expect([lettersOf(both), refuseStaff(both, day('2026-07-01'))]).toEqual([[], undefined])
    expect(lettersOf({ posts: [] })).toEqual([])
  })
})

describe('with a handler of an entrusted organisation', () => {
  test('a penalty case begins while the letter holds', () => {
    expect(gatesOf(officeOf(LETTER).on('2026-06-30').open('penalty-ordinary', 'lin', OPENING))).toEqual([])
  })

  test('none begins after its term, and the refusal names article 20', () => {
    const decision = officeOf(LETTER).on('2026-07-01').open('penalty-ordinary', 'lin', OPENING)
    expect(decision).toMatchObject({
      refusals: [{ gate: 'handlers-entrusted', field: 'handlers', basis: '《行政处罚法》第二十条第四款' }],
    })
  })

  test('none begins of an item that the letter does not name', () => {
    const office = officeOf(LETTER)
    const item = { id: 'item-1', agency: 'agency-market', code: '1', version: 1, kind: '行政处罚' as const }
    const more = { basis: '《广告法》第五十五条', level: '县级', publishedOn: day('2026-01-01'), standing: 'item-1' }
    const term = { fromOn: day('2026-01-01'), untilOn: null }
    office.catalogue = { isKept: true, item: { ...item, ...more, ...term, name: '对虚假宣传的处罚' } }
    expect(gatesOf(office.open('penalty-ordinary', 'lin', OPENING))).toEqual(['handlers-entrusted'])
    office.catalogue = { isKept: true, item: { ...item, ...more, ...term, name: ITEM } }
    expect(gatesOf(office.open('penalty-ordinary', 'lin', OPENING))).toEqual([])
  })

  test('an inspection begins, a licence does not: only penalties are entrusted here', () => {
    expect(gatesOf(officeOf(LETTER).open('inspection', 'lin', { case: inspection.TASK }))).toEqual([])
    expect(gatesOf(officeOf(LETTER).open('licence', 'chuang', APPLICATION))).toEqual(['handlers-entrusted'])
  })

  test('nor does a licence go over to them later, while a penalty does', () => {
    const changed = (office: LawOffice) =>
      gatesOf(
        office.take('zheng', 'change-handlers', {
          case: { handlers: ['zhou', 'duo'], 'handlers-reason': '原承办人员调离' },
        }),
      )
    const duo = { ...PEOPLE.duo, posts: [{ ...POST, entrustedBy: [LETTER] }] }
    expect(changed(reach(new LawOffice({ people: { duo } }), 'investigation'))).toEqual([])
    const licence = new LawOffice({ people: { duo } })
    done(licence.open('licence', 'chuang', APPLICATION))
    expect(changed(licence)).toEqual(['new-handlers-qualified'])
  })

  test('the case goes on after the term only with somebody else', () => {
    const office = reach(officeOf(LETTER), 'investigation').on('2026-07-01')
    expect(saidBy(office.take('lin', 'inquire', inquiry(office)))).toEqual([
      'two-qualified-officers 还差一名有资格的执法人员（今天林一所在的石桥市场服务中心（虚构）不在委托的期限内，见行政处罚法第二十条第四款）',
    ])
    expect(gatesOf(office.take('lin', 'inquire', inquiry(office, { officers: ['zhou', 'duo'] })))).toEqual([])
  })

  test('what was done within the term may be written down after it', () => {
    const office = reach(officeOf(LETTER), 'investigation').on('2026-07-01')
    const held = { 'began-at': '2026-06-30T01:00:00.000Z', 'ended-at': '2026-06-30T02:00:00.000Z' }
    expect(gatesOf(office.take('lin', 'inquire', inquiry(office, held)))).toEqual([])
  })

  test('nothing is seized by them, also while the letter holds: that power is never entrusted', () => {
    const office = officeOf(LETTER)
    custody.seizureApproved(reach(office, 'investigation'))
    const facts = { case: custody.onTheSpot(office) }
    expect(saidBy(office.take('lin', 'seize', facts))).toEqual([
      expect.stringMatching(/^two-officers-seize .*行政强制措施权不得委托（行政强制法第十七条第一款）/),
    ])
    done(office.take('lin', 'seize', { case: custody.onTheSpot(office, { officers: ['zhou', 'duo'] }) }))
  })
})
