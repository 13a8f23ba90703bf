import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { close } from '../../tests/support/penalty-steps.ts'
import * as transfer from '../../tests/support/transfer-steps.ts'

const proposed = () => transfer.proposeTransfer(new LawOffice())
const sent = () => transfer.sendToPolice(proposed())
const criminal = () => transfer.policeFile(sent())
const resume = (office: LawOffice) => gatesOf(office.take('lin', 'resume-after-transfer'))
const due = (office: LawOffice, name: string) =>
  office.child('transfer').clocks.find((item) => item.clock === name)?.rawDue

describe('a transfer to the police', () => {
  test('is decided by the principal head and not by a deputy', () => {
    expect(gatesOf(proposed().take('deputy', 'approve', transfer.OPINION))).toEqual(['principal-head'])
    expect(gatesOf(proposed().take('zheng', 'approve', transfer.OPINION))).toEqual(['role'])
    expect(gatesOf(proposed().take('wu', 'approve', transfer.OPINION))).toEqual([])
  })

  test('is a wait and no end: the case stands open and neither returns nor is punished meanwhile', () => {
    for (const office of [proposed(), sent(), criminal()]) {
      expect(office.case.endedOn).toBeUndefined()
      expect(resume(office)).toEqual(['transfer-returned'])
      expect(gatesOf(office.take('lin', 'decide'))).toEqual(['not-offered'])
    }
  })

  test.each<readonly [string, (office?: LawOffice) => LawOffice]>([
    [
      'not-approved',
      (office = proposed()) => {
        done(office.take('wu', 'decline', transfer.OPINION))
        return office
      },
    ],
    [
      'not-filed',
      (office = sent()) => {
        done(office.take('lin', 'police-decline', { case: { 'police-reply': '不予立案' } }))
        return office
      },
    ],
    [
      'returned',
      (office = criminal()) => {
        done(office.take('lin', 'come-back', transfer.RESULT))
        return office
      },
    ],
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
})
