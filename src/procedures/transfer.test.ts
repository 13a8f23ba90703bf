import { describe, expect, test } from 'vitest'
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
  done(office.take('lin', 'uphold', { case: { 'police-reply': '维持不予立案' } }))
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
    expect(office.case.documents.some(({ code }) => code === 'referral-approval')).toBe(true)
    expect(due(office, 'approval')).toBe('2026-06-04')
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
