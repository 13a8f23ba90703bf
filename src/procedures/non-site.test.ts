import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import {
  MONITOR,
  openNonSite,
  recordedFacts,
  reviewed,
  TELL,
  told,
  toldAndDelivered,
} from '../../tests/support/non-site-steps.ts'
import { EVIDENCE, OPENING } from '../../tests/support/penalty-steps.ts'

function opening(more: Record<string, unknown>, monitors = [MONITOR]) {
  const office = new LawOffice()
  office.monitors = monitors
  return gatesOf(office.open('non-site', 'lin', recordedFacts(office, more)))
}

describe('the device', () => {
  test('is one of the register, examined and made public on the day of the record', () => {
    expect(opening({})).toEqual([])
    expect(opening({ device: 'JK-0002' })).toEqual(['device-approved'])
    expect(opening({ 'captured-at': '2025-12-31T01:00:00.000Z' })).toEqual(['device-approved'])
    expect(opening({}, [{ ...MONITOR, untilOn: plainDate('2026-05-31') }])).toEqual(['device-approved'])
  })

  test('stands where it was made public that it stands', () => {
    expect(opening({ place: '青石区临河路北口' })).toEqual(['place-published'])
  })
})

describe('the record', () => {
  const added = (more: Parameters<typeof reviewed>[1]) => {
    const office = openNonSite(new LawOffice())
    return [office, office.take('lin', 'add-record', {}, [reviewed(office, more)])] as const
  }

  test('is one of this device and not of another', () => {
    expect(gatesOf(added({ device: 'JK-0002' })[1])).toEqual(['record-reviewed'])
    expect(gatesOf(added({})[1])).toEqual([])
  })

  test('is that of the moment of which the party is told', () => {
    const [office, later] = added({ capturedAt: '2026-06-01T02:00:00.000Z' })
    done(later)
    expect(gatesOf(office.take('lin', 'tell', TELL))).toEqual(['record-in-evidence'])
    done(office.take('lin', 'add-record', {}, [reviewed(office)]))
    expect(gatesOf(office.take('lin', 'tell', TELL))).toEqual([])
  })

  test('is no file that somebody has merely brought along', () => {
    const office = openNonSite(new LawOffice())
    expect(gatesOf(office.take('lin', 'add-record', {}, [EVIDENCE]))).toEqual(['record-reviewed'])
  })
})

describe('what a device has recorded', () => {
  test('lies in the past', () => {
    const office = new LawOffice()
    office.monitors = [MONITOR]
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
