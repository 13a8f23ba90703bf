import { describe, expect, test } from 'vitest'
import { isOver } from '#domain/case/clock.ts'
import { latest } from '#domain/case/clock-events.ts'
import { projectionOf } from '#domain/case/projection.ts'
import type { ClockState } from '#domain/case/state.ts'
import * as execution from '../../tests/support/execution-steps.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { ofEveryParty } from '../../tests/support/penalty-steps.ts'
import * as summary from '../../tests/support/summary-steps.ts'
import * as transfer from '../../tests/support/transfer-steps.ts'
import { historyProblems } from '../../tests/support/walks/history-problems.ts'
import { PROCEDURES } from './index.ts'

const clock = (office: LawOffice, procedure: string, name: string): ClockState => {
  const [found] = latest(office.child(procedure).clocks, name)
  if (!found) throw new Error(`${name} does not run`)
  return found
}
const court = (office: LawOffice, name: string) => clock(office, 'court-execution', name)
const police = (office: LawOffice, name: string) => clock(office, 'transfer', name)

describe('what a court does is counted from the day on which it was done', () => {
  test('the ruling is due seven working days after the acceptance, also when that is told later', () =>
    expect(court(execution.reviewing(new LawOffice()), 'ruling')).toMatchObject({
      startOn: '2026-12-04',
      rolledDue: '2026-12-15',
    }))

  test('hearing the parties makes it thirty days, and these count from the acceptance too', () => {
    const office = execution.reviewing(new LawOffice())
    done(office.take('lin', 'court-hears'))
    expect(court(office, 'heard-ruling')).toMatchObject({ startOn: '2026-12-04', rawDue: '2027-01-03' })
  })

  test('the fifteen days for asking the upper court count from the day on which the ruling came, and are over after them', () => {
    const refused = () => {
      const office = execution.reviewing(new LawOffice()).on('2026-12-20')
      done(execution.ruled(office, 'not-allowed', '2026-12-10'))
      return office
    }
    expect(court(refused(), 'review')).toMatchObject({ startOn: '2026-12-10', rawDue: '2026-12-25' })
    const asked = (office: LawOffice) =>
      gatesOf(office.take('lin', 'ask-upper', { case: { 'upper-court': '中院', 'review-reasons': '依据充分' } }))
    expect(asked(refused().on('2026-12-25'))).toEqual([])
    expect(asked(refused().on('2026-12-26'))).toEqual(['missed'])
  })

  test('when the upper court sends the matter back, the seven days count from its ruling', () => {
    const office = execution.atUpperCourt(new LawOffice()).on('2026-12-30')
    done(execution.ruled(office, 'reversed', '2026-12-28'))
    expect(court(office, 'ruling').startOn).toBe('2026-12-28')
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })
})

describe('what the police do is counted from the day on which it was done', () => {
  const sentYesterday = () => {
    const office = transfer.approve(transfer.proposeTransfer(new LawOffice())).on('2026-06-03')
    const facts = { case: { ...transfer.sending(office).case, 'sent-on': '2026-06-02' } }
    done(office.take('lin', 'send', facts))
    return office
  }

  test('a case that was sent in time and told of a day later was sent in time', () => {
    expect(police(sentYesterday(), 'sending')).toMatchObject({ dueAt: '2026-06-02T04:00:00.000Z', metOn: '2026-06-02' })
  })

  test('their three days count from the sending, and anew from the day on which they signed for it', () => {
    const office = sentYesterday()
    expect(police(office, 'reply')).toMatchObject({ startOn: '2026-06-02', rawDue: '2026-06-05' })
    done(
      office
        .on('2026-06-05')
        .take('lin', 'sign-receipt', { case: { 'receipt-signed-by': '民警甲', 'receipt-on': '2026-06-04' } }),
    )
    expect(police(office, 'reply')).toMatchObject({ startOn: '2026-06-04', rawDue: '2026-06-07' })
  })

  test('their delay is shown and is nobody’s task in the office', () => {
    const office = sentYesterday().on('2026-06-20')
    expect(isOver(police(office, 'reply'), office.env)).toBe(true)
    expect(projectionOf(office.env, office.case).dueClock).not.toBe('公安机关决定是否立案')
  })

  test('the three days for objecting, and for handing over, count from the day on which their letter came', () => {
    const declined = sentYesterday().on('2026-06-06')
    done(declined.take('lin', 'police-decline', transfer.answer(declined, '不予立案', '2026-06-04')))
    expect(police(declined, 'objection')).toMatchObject({ startOn: '2026-06-04', rawDue: '2026-06-07' })
    const filed = sentYesterday().on('2026-06-06')
    done(filed.take('lin', 'police-file', transfer.answer(filed, '决定立案', '2026-06-05')))
    expect(police(filed, 'hand-over')).toMatchObject({ startOn: '2026-06-05', rawDue: '2026-06-08' })
    expect(historyProblems(PROCEDURES, filed.events)).toEqual([])
  })

  test('no letter of theirs is of a day before the case was sent', () => {
    const office = sentYesterday()
    const early = transfer.answer(office, '决定立案', '2026-06-01')
    expect(gatesOf(office.take('lin', 'police-file', early))).toEqual(['received-by-today'])
  })
})

describe('a fine that was taken on the spot', () => {
  const handIn = (office: LawOffice) => latest(office.case.runs[0]?.clocks ?? [], 'hand-in')[0]

  test('is handed in within two working days of the day on which it was taken, not of the day on which that was told', () => {
    const office = summary.toPerformance(new LawOffice({ on: '2026-06-01' })).on('2026-06-03')
    done(summary.collect(office, { 'paid-on': '2026-06-01' }))
    expect(handIn(office)).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-03' })
  })

  test('in two parts counts from the first that is still with the officers', () => {
    const office = summary.toPerformance(new LawOffice({ on: '2026-06-01' }))
    done(summary.collect(office, { paid: '20' }))
    done(summary.collect(office.on('2026-06-02'), { paid: '30', 'receipt-number': '票 0002' }))
    expect(handIn(office)?.startOn).toBe('2026-06-01')
    const second = summary.toPerformance(new LawOffice({ on: '2026-06-01' }))
    done(summary.collect(second, { paid: '20' }))
    done(second.take('lin', 'hand-in'))
    done(summary.collect(second.on('2026-06-02'), { paid: '30', 'receipt-number': '票 0002' }))
    expect(handIn(second)?.startOn).toBe('2026-06-02')
    expect(historyProblems(PROCEDURES, second.events)).toEqual([])
  })
})

describe('a decision of another file that is to be executed', () => {
  const application = (office: LawOffice) => latest(office.case.runs[0]?.clocks ?? [], 'court-application')[0]

  test('warns of the three months for applying to the court, which begin when nobody can sue any more', () => {
    const office = execution.openExecutionCase(new LawOffice({ on: '2026-03-10' }))
    expect(application(office)).toMatchObject({ startOn: '2026-03-02', rawDue: '2026-06-02', rolledDue: '2026-06-02' })
    expect(projectionOf(office.env, office.case)).toMatchObject({
      dueOn: '2026-06-02',
      dueClock: '申请法院强制执行',
    })
    expect(historyProblems(PROCEDURES, office.events)).toEqual([])
  })

  test('stands still while a review or lawsuit is written down, and is met by the application', () => {
    const office = execution.executionFiled(new LawOffice({ on: '2026-03-10' }))
    const remedies = [{ kind: '行政诉讼', fromOn: '2026-02-20' }]
    done(office.take('lin', 'record-remedy', { party: ofEveryParty(office, { remedies }) }))
    expect(application(office)?.deductions).toMatchObject([{ ground: '行政诉讼' }])
  })
})
