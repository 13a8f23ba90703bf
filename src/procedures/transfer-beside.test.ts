import { describe, expect, test } from 'vitest'
import { isOver } from '#domain/case/clock.ts'
import { type ClockState, rootRun } from '#domain/case/state.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { penalise, reachThree } from '../../tests/support/several-parties.ts'
import * as summary from '../../tests/support/summary-steps.ts'
import * as transfer from '../../tests/support/transfer-steps.ts'

const decision = (office: LawOffice) =>
  rootRun(office.case).clocks.findLast(({ clock }) => clock === 'decision') as ClockState

describe('a case that lies with the police', () => {
  test('does not run out of its ninety days, and goes on where it stood when it comes back', () => {
    const office = transfer.policeFile(transfer.sendToPolice(transfer.proposeTransfer(new LawOffice())))
    transfer.handOver(office)
    office.on('2027-06-01')
    expect(isOver(decision(office), office.env)).toBe(false)
    done(office.take('lin', 'come-back', transfer.RESULT))
    done(office.take('lin', 'resume-after-transfer'))
    expect(decision(office).deductions).toEqual([{ ground: 'transfer', fromOn: '2026-06-01', untilOn: '2027-05-31' }])
    expect(isOver(decision(office), office.env)).toBe(false)
    expect(isOver(decision(office), office.on('2027-09-01').env)).toBe(true)
    expect(office.refold()).toEqual(office.case)
  })

  test('uses up its own time while the office makes up its mind, and again when the police do not file', () => {
    const office = transfer.proposeTransfer(new LawOffice())
    expect(decision(office).deductions).toEqual([])
    office.on('2026-06-02')
    transfer.sendToPolice(office)
    transfer.policeDecline(office.on('2026-06-05'))
    expect(decision(office).deductions).toEqual([{ ground: 'transfer', fromOn: '2026-06-02', untilOn: '2026-06-04' }])
  })

  test('runs out of them where the rules of the place count that time', () => {
    const office = new LawOffice()
    office.parameters = valuesWith({ 'decision.transfer-not-counted': false })
    transfer.policeFile(transfer.sendToPolice(transfer.proposeTransfer(office)))
    expect(isOver(decision(office), office.on('2027-06-01').env)).toBe(true)
  })

  test('has no term left to run when it ends in a conviction', () => {
    const office = transfer.handOver(
      transfer.policeFile(transfer.sendToPolice(transfer.proposeTransfer(new LawOffice()))),
    )
    done(office.take('lin', 'convict', transfer.RESULT))
    steps.close(office, 'close-after-conviction')
    expect(decision(office).metOn).toBe(office.today)
  })
})

describe('a crime that shows itself after the decision', () => {
  const decided = () => steps.reach(new LawOffice(), 'performance')
  const propose = (office: LawOffice) => {
    done(office.take('lin', 'transfer-decided', { case: { 'crime-reason': '货值较大，涉嫌犯罪' } }))
    return transfer.reportTransfer(office)
  }

  test('is handed over beside the performance, which is not halted', () => {
    const office = propose(decided())
    expect(rootRun(office.case).stage).toBe('performance')
    done(office.take('lin', 'record-performance', { party: steps.ofEveryParty(office, steps.PAID) }))
    transfer.sendToPolice(office)
    expect(gatesOf(office.take('lin', 'close', { case: { 'closure-note': '已缴清' } }))).toEqual(['transfer-over'])
    transfer.acceptDecline(transfer.policeDecline(office))
    expect(gatesOf(office.take('lin', 'close', { case: { 'closure-note': '已缴清' } }))).toEqual([])
  })

  test('is handed over after a decision on the spot as well, with what was decided there', () => {
    const office = summary.toPerformance(new LawOffice())
    done(office.take('lin', 'transfer-decided', { case: { 'crime-reason': '屡罚屡犯，涉嫌犯罪' } }))
    transfer.sendToPolice(transfer.reportTransfer(office))
    const section = fillIssued(office, 'transfer-letter').sections.find(({ id }) => id === 'decided')
    expect(section?.paragraphs.join('')).toMatch(/当场行政处罚决定书.*罚款/)
    done(summary.settle(office).take('lin', 'police-decline', transfer.answer(office, '不予立案')))
    expect(gatesOf(summary.close(office))).toEqual(['transfer-over'])
    transfer.acceptDecline(office)
    done(summary.close(office))
  })

  test('of one of several leaves the term of the others as it is', () => {
    const office = reachThree(new LawOffice())
    penalise(office)
    transfer.sendToPolice(propose(office))
    expect(decision(office).deductions).toEqual([])
  })

  test('is told to the police with what was decided and what of it is paid', () => {
    const office = decided()
    const party = steps.ofEveryParty(office, { paid: '2000', 'paid-on': office.today, 'is-performed': false })
    done(office.take('lin', 'record-performance', { party }))
    transfer.sendToPolice(propose(office))
    const section = fillIssued(office, 'transfer-letter').sections.find(({ id }) => id === 'decided')
    const told = section?.paragraphs.join('') ?? ''
    expect(told).toContain('警告')
    expect(told).toMatch(/罚款.*5,000/)
    expect(told).toMatch(/已经缴纳.*2,000/)
    expect(told).toContain('折抵')
    expect(told).not.toContain('你（单位）')
  })

  test('leaves the letter without that part where nothing was decided', () => {
    const office = transfer.sendToPolice(transfer.proposeTransfer(new LawOffice()))
    expect(fillIssued(office, 'transfer-letter').sections.map(({ id }) => id)).toEqual(['facts'])
  })
})
