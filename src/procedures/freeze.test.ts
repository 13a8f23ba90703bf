import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { frozen, openMeasureCase, seizedAndLifted } from '../../tests/support/measure-steps.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'

const clock = (office: LawOffice, name: string) => office.child('freeze').clocks.find((item) => item.clock === name)
const codes = (office: LawOffice) => office.case.documents.map(({ code }) => code)

describe('a freeze of deposits', () => {
  test('goes to the bank at once and to the party within three working days', () => {
    const office = frozen(new LawOffice({ on: '2026-09-30' }))
    expect(codes(office)).toEqual(expect.arrayContaining(['freeze-assistance', 'freeze-record', 'freeze-decision']))
    expect(clock(office, 'hand-over')?.rawDue).toBe('2026-10-10')
    expect(clock(office, 'hand-over')?.metOn).toBeUndefined()
    deliverAll(office)
    expect(clock(office, 'hand-over')?.metOn).toBe('2026-09-30')
  })

  test('lasts thirty days that no holiday moves, and thirty more once', () => {
    const office = frozen(new LawOffice({ on: '2026-09-03' })).on('2026-10-03')
    expect(clock(office, 'term')).toMatchObject({ rawDue: '2026-10-03', rolledDue: '2026-10-03' })
    done(office.take('lin', 'extend', { case: { 'extension-reason': '需要协查' } }))
    office.agreeAll('wu')
    expect(clock(office, 'term')?.rawDue).toBe('2026-11-02')
    expect(gatesOf(office.take('lin', 'extend', { case: { 'extension-reason': '还要协查' } }))).toEqual([
      'extension-once',
    ])
    const late = frozen(new LawOffice({ on: '2026-09-03' })).on('2026-10-04')
    expect(gatesOf(late.take('lin', 'extend', { case: { 'extension-reason': '需要协查' } }))).toEqual([
      'extension-in-time',
    ])
  })

  test('ends by itself at the bank when the term is over: only then it lapses, and nothing can be moved along any more', () => {
    const office = frozen(new LawOffice())
    const lapse = { case: { 'lapse-words': '银行已于期满之日解除' } }
    expect(gatesOf(office.on('2026-07-01').take('lin', 'lapse', lapse))).toEqual(['freeze-over'])
    const along = { case: { 'transfer-to': '青石区公安局', 'transfer-reason': '涉嫌犯罪' } }
    expect(gatesOf(office.on('2026-07-02').take('lin', 'move-along', along))).toEqual(['missed'])
    done(office.take('lin', 'lapse', lapse))
    expect(office.child('freeze').outcome).toBe('lapsed')
  })

  test('is lifted by two papers, one to the party and one to the bank, also when it is late', () => {
    const office = frozen(new LawOffice()).on('2026-07-05')
    done(office.take('lin', 'release', { case: { 'lift-ground': '冻结期限已经届满' } }))
    office.agreeAll('wu')
    expect(codes(office)).toEqual(expect.arrayContaining(['freeze-release', 'freeze-release-assistance']))
    expect(office.child('freeze').outcome).toBe('released')
  })
})

describe('a case that is nothing but its measures', () => {
  test('begins before any case is filed and ends when everything has gone back', () => {
    const office = seizedAndLifted(new LawOffice())
    done(office.take('lin', 'close', { case: { 'closing-note': '没有违法行为' } }))
    office.agreeAll('zheng')
    expect(office.case.endedOn).toBe(office.today)
    expect(office.refold()).toEqual(office.case)
  })

  test('knows no violation, since none has been found yet', () => {
    expect(openMeasureCase(new LawOffice()).case.violations).toEqual([])
  })
})
