import { describe, expect, test } from 'vitest'
import { lastDayOf } from '#domain/case/clock.ts'
import { rootRun } from '#domain/case/state.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import * as revision from '../../tests/support/revision-steps.ts'

describe('what was decided is set right in a case of its own', () => {
  test('it never begins by itself', () => {
    expect(gatesOf(new LawOffice().open('penalty-revision', 'lin', revision.ERROR))).toEqual(['origin'])
  })

  test('and comes only from a case in which a penalty was decided', () => {
    const office = new LawOffice()
    office.origin = steps.reach(new LawOffice(), 'drafting').case
    expect(gatesOf(office.open('penalty-revision', 'lin', revision.ERROR))).toEqual(['origin'])
  })

  test('a slip of the pen is corrected, delivered and filed, and nothing is withdrawn for it', () => {
    const office = revision.correct(new LawOffice())
    expect(plainWords(fillIssued(office, 'decision-correction'))).toContain('“六百瓶”补正为“六瓶”')
    expect(rootRun(office.case).clocks).toEqual([])
    steps.deliverAll(office)
    done(office.take('lin', 'finish', { case: { 'closure-note': '已经补正' } }))
    done(office.agree('zheng'))
    done(office.take('lin', 'make-dossier', { case: { retention: '30年' } }))
    expect(rootRun(office.case).outcome).toBe('corrected')
    expect(office.refold()).toEqual(office.case)
  })

  test('what is changed is withdrawn from the public within three working days', () => {
    const office = revision.change(new LawOffice({ on: '2026-09-28' }))
    const clock = rootRun(office.case).clocks.find((item) => item.clock === 'withdrawal')
    expect(clock && lastDayOf(clock)).toBe('2026-10-08')
    done(office.take('lin', 'record-withdrawal', { case: { 'withdrawn-on': office.today } }))
    expect(rootRun(office.case).clocks.find((item) => item.clock === 'withdrawal')?.metOn).toBe('2026-09-28')
    expect(plainWords(fillIssued(office, 'decision-change'))).toContain('行政复议')
  })
})
