import { describe, expect, test } from 'vitest'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { recordedFacts, told, toldAndDelivered } from '../../tests/support/non-site-steps.ts'
import { OPENING } from '../../tests/support/penalty-steps.ts'

describe('what a device has recorded', () => {
  test('lies in the past', () => {
    const office = new LawOffice()
    const later = recordedFacts(office, { 'captured-at': '2026-06-02T01:00:00.000Z' })
    expect(gatesOf(office.open('non-site', 'lin', later))).toEqual(['captured-before'])
  })

  test('is told with the device, the place, and where the party may look and answer', () => {
    const { letter } = fillIssued(told(new LawOffice()), 'non-site-notice')
    const rows = Object.fromEntries((letter?.rows ?? []).map(({ label, text }) => [label, text]))
    expect(rows).toMatchObject({ 设备编号: 'JK-0001', 地点: '青石区临河路南口' })
    expect(rows.查询方式).toContain('窗口')
    expect(letter?.closing.join('')).toContain('本机关不限制你（单位）的陈述权、申辩权')
  })

  test('is punished in a case of its own, summary or ordinary, once the party has been told', () => {
    const office = toldAndDelivered(new LawOffice())
    done(office.take('lin', 'punish'))
    const ordinary = new LawOffice({ origin: office.case }).open('penalty-ordinary', 'lin', OPENING)
    const facts = { case: { 'found-on': '2026-06-01', place: '青石区临河路南口' } }
    const summary = new LawOffice({ origin: office.case }).open('penalty-summary', 'lin', facts)
    expect([gatesOf(ordinary), gatesOf(summary)]).toEqual([[], []])
  })
})
