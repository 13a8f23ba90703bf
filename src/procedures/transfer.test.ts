import { describe, expect, test } from 'vitest'
import { isOver } from '#domain/case/clock.ts'
import type { ClockState } from '#domain/case/state.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { close } from '../../tests/support/penalty-steps.ts'
import * as transfer from '../../tests/support/transfer-steps.ts'

const proposed = () => transfer.proposeTransfer(new LawOffice())
const sent = () => transfer.sendToPolice(proposed())
const filed = () => transfer.policeFile(sent())
const criminal = () => transfer.handOver(filed())
const declined = () => transfer.policeDecline(sent())
const resume = (office: LawOffice) => gatesOf(office.take('lin', 'resume-after-transfer'))
const due = (office: LawOffice, name: string) =>
  office.child('transfer').clocks.findLast((item) => item.clock === name)?.rawDue

function objected(): LawOffice {
  const office = declined()
  done(office.take('lin', 'ask-reconsideration', { case: { 'objection-reason': '数额达到追诉标准' } }))
  office.agreeAll('wu')
  return office
}
function upheld(): LawOffice {
  const office = objected()
  done(office.take('lin', 'uphold', transfer.answer(office, '维持不予立案')))
  return office
}
function supervised(office: LawOffice): LawOffice {
  const asked = { procuratorate: '青石区人民检察院', 'supervision-reason': '应当立案而不立案' }
  done(office.take('lin', 'suggest-supervision', { case: asked }))
  office.agreeAll('wu')
  return office
}
function ended(office: LawOffice, action: 'decline' | 'come-back'): LawOffice {
  done(action === 'decline' ? office.take('wu', action, transfer.REFUSAL) : office.take('lin', action, transfer.RESULT))
  return office
}

describe('a transfer to the police', () => {
  test('is verified by a team of two and reported in writing before the head is asked', () => {
    const office = transfer.beginTransfer(new LawOffice())
    expect(gatesOf(office.take('wu', 'approve', transfer.OPINION))).toEqual(['not-offered'])
    done(office.take('zheng', 'form-team', transfer.TEAM))
    expect(due(office, 'approval')).toBeUndefined()
    done(office.take('lin', 'report', transfer.REPORT))
    expect(due(office, 'approval')).toBe('2026-06-04')
    done(office.take('wu', 'approve', transfer.OPINION))
    expect(office.case.documents.map(({ code }) => code)).toContain('referral-approval')
  })

  test('is decided by the principal head and not by a deputy', () => {
    expect(gatesOf(proposed().take('deputy', 'approve', transfer.OPINION))).toEqual(['principal-head'])
    expect(gatesOf(proposed().take('zheng', 'approve', transfer.OPINION))).toEqual(['role'])
    expect(gatesOf(proposed().take('wu', 'approve', transfer.OPINION))).toEqual([])
  })

  test('that is not approved leaves its reason on record', () => {
    const office = ended(proposed(), 'decline')
    expect(office.case.documents.some(({ code }) => code === 'no-transfer-reason')).toBe(true)
  })

  test('is a wait and no end: the case stands open and neither returns nor is punished meanwhile', () => {
    for (const office of [proposed(), sent(), filed(), criminal(), declined(), upheld()]) {
      expect(office.case.endedOn).toBeUndefined()
      expect(resume(office)).toEqual(['transfer-returned'])
      expect(gatesOf(office.take('lin', 'decide'))).toEqual(['not-offered'])
    }
  })

  test.each<readonly [string, () => LawOffice]>([
    ['not-approved', () => ended(proposed(), 'decline')],
    ['not-filed', () => transfer.acceptDecline(declined())],
    ['not-filed', () => transfer.acceptDecline(upheld())],
    ['not-filed', () => transfer.acceptDecline(supervised(upheld()))],
    ['returned', () => ended(criminal(), 'come-back')],
  ])('%s lets the case come back to the investigation', (outcome, walk) => {
    const office = walk()
    expect(office.child('transfer').outcome).toBe(outcome)
    expect(gatesOf(office.take('lin', 'close-after-conviction', { case: { 'closure-note': '结案' } }))).toEqual([
      'transfer-convicted',
    ])
    expect(resume(office)).toEqual([])
    expect(office.case.runs[0]?.stage).toBe('investigation')
  })

  test('that ends in a conviction closes the case as such', () => {
    const office = criminal()
    done(office.take('lin', 'convict', transfer.RESULT))
    expect(resume(office)).toEqual(['transfer-returned'])
    close(office, 'close-after-conviction')
    expect(office.case.runs[0]?.outcome).toBe('criminal-liability')
  })

  test('is decided in three days that no holiday lengthens', () => {
    const office = transfer.proposeTransfer(new LawOffice({ on: '2026-10-01' }))
    expect(due(office, 'approval')).toBe('2026-10-04')
    const approval = office.child('transfer').clocks[0]
    expect(approval?.rolledDue).toBe(approval?.rawDue)
  })

  test('is sent within a day of the approval, and answered within three', () => {
    const office = sent()
    expect(due(office, 'sending')).toBe('2026-06-02')
    expect(due(office, 'reply')).toBe('2026-06-04')
  })

  test('is sent within 24 hours of the minute of the approval, which neither midnight nor a holiday lengthens', () => {
    const office = transfer.proposeTransfer(new LawOffice({ on: '2026-09-29' }).at('2026-09-29T09:00:00+08:00'))
    transfer.approve(office.at('2026-09-30T23:41:00+08:00'))
    const sending = () => office.child('transfer').clocks.find(({ clock }) => clock === 'sending') as ClockState
    expect(sending()).toMatchObject({ startOn: '2026-09-30', rawDue: '2026-10-01', rolledDue: '2026-10-01' })
    expect(sending().dueAt).toBe('2026-10-01T15:41:00.000Z')
    expect(isOver(sending(), office.at('2026-10-01T23:41:00+08:00').env)).toBe(false)
    expect(isOver(sending(), office.at('2026-10-01T23:41:01+08:00').env)).toBe(true)
    done(office.at('2026-10-02T00:10:00+08:00').take('lin', 'send', transfer.sending(office)))
    expect(sending().metOn).toBe('2026-10-02')
  })

  test("that is approved in the small hours ends in the small hours of the next day, also in the office's zone", () => {
    const office = transfer.proposeTransfer(new LawOffice().at('2026-06-01T22:00:00+08:00'))
    transfer.approve(office.at('2026-06-02T00:05:00+08:00'))
    const sending = office.child('transfer').clocks.find(({ clock }) => clock === 'sending')
    expect(sending).toMatchObject({ startOn: '2026-06-02', rawDue: '2026-06-03', dueAt: '2026-06-02T16:05:00.000Z' })
  })

  test('that the police do not file may be objected to in three days, and once more to the procuratorate', () => {
    const office = declined().on('2026-06-03')
    expect(due(office, 'objection')).toBe('2026-06-04')
    expect(office.case.documents.some(({ code }) => code === 'filing-objection')).toBe(false)
    const later = upheld()
    expect(later.case.documents.some(({ code }) => code === 'filing-objection')).toBe(true)
    expect(due(later, 'supervision')).toBe('2026-06-04')
    const asked = supervised(later)
    expect(asked.case.documents.some(({ code }) => code === 'filing-supervision')).toBe(true)
    expect(transfer.policeFile(asked).child('transfer').stage).toBe('filed')
  })

  test('that is filed has its things and papers handed over within three days, before anything else', () => {
    const office = filed()
    expect(due(office, 'hand-over')).toBe('2026-06-04')
    expect(gatesOf(office.take('lin', 'convict', transfer.RESULT))).toEqual(['not-offered'])
    expect(transfer.handOver(office).child('transfer').clocks.at(-1)?.metOn).toBe('2026-06-01')
  })
})
