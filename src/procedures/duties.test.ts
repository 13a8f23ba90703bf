import { describe, expect, test } from 'vitest'
import { decideBooking } from '#domain/case/decide-booking.ts'
import { rootRun } from '#domain/case/state.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import { weighLine } from '#domain/payment/weigh-line.ts'
import { begunDuty, ofParty, openDuty } from '../../tests/support/duty-roads.ts'
import { LETTERHEAD } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../tests/support/law-office.ts'
import { majorReviewed, NO_GROUND } from '../../tests/support/major-review-steps.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'
import { reversed } from '../../tests/support/reversal-steps.ts'
import { charged } from '../../tests/support/scenarios/duty-scenarios.ts'

const clock = (office: LawOffice, name: string) => office.case.runs[0]?.clocks.findLast((item) => item.clock === name)

describe('a fee or a levy', () => {
  test.each(['fee', 'levy'])('(%s) that the published catalogue does not name is not charged', (procedure) => {
    expect(gatesOf(openDuty(new LawOffice(), procedure, { 'in-catalogue': false }))).toEqual(['in-catalogue'])
  })

  test('is due some days after its notice has arrived; the day is of the place', () => {
    const office = begunDuty(new LawOffice({ on: '2026-06-01' }), 'fee')
    done(office.take('lin', 'charge', { case: { ground: '五月用水' }, ...ofParty({ due: '3000' }) }))
    done(office.agree('zheng'))
    expect(clock(office, 'payment')).toBeUndefined()
    deliverAll(office)
    expect(clock(office, 'payment')).toMatchObject({ startOn: '2026-06-01', rawDue: '2026-06-16' })
  })

  test('bears a surcharge only where its law knows one, and never more than what is owed', () => {
    const levied = (office: LawOffice) => {
      const facts = { ground: '五月用水', 'late-rule': '每日万分之五', ...NO_GROUND }
      done(begunDuty(office, 'levy').take('lin', 'decide', { case: facts, ...ofParty({ due: '3000' }) }))
      office.agreeAll('zheng', 'wu')
      return (surcharge: string) => gatesOf(office.take('lin', 'add-surcharge', ofParty({ surcharge })))
    }
    expect(levied(new LawOffice())('0.01')).toEqual(['surcharge-lawful'])
    const add = levied(new LawOffice({ parameters: valuesWith({ 'levy.surcharge-rate': 5 }) }))
    expect(add('3000.01')).toEqual(['surcharge-lawful'])
    expect(add('3000')).toEqual([])
  })

  test('is enforced ten working days after the urging has arrived, and not on the tenth', () => {
    const office = begunDuty(new LawOffice({ on: '2026-06-01' }), 'levy')
    const facts = { ground: '五月用水', 'late-rule': '不加收滞纳金', ...NO_GROUND }
    done(office.take('lin', 'decide', { case: facts, ...ofParty({ due: '3000' }) }))
    office.agreeAll('zheng', 'wu')
    done(office.take('lin', 'urge', { case: { 'urged-term': '十个工作日内' } }))
    deliverAll(office)
    const force = () => gatesOf(office.take('lin', 'hand-to-force', { case: { 'force-note': '拒不缴纳' } }))
    office.on('2026-06-15')
    expect(force()).toEqual(['urged-in-vain'])
    office.on('2026-06-16')
    expect(force()).toEqual([])
  })
})

describe('the account of a fee or a levy', () => {
  const begun = (procedure: 'fee' | 'levy') => charged(new LawOffice({ on: '2026-06-01' }), procedure)
  const pay = (office: LawOffice, paid: string, receipt: string) =>
    done(office.take('lin', 'record-payment', ofParty({ paid, 'receipt-number': receipt })))
  const account = ({ env, case: state }: LawOffice) => performanceOf({ env, state })[0]

  test.each(['fee', 'levy'] as const)('(%s) adds up what came in, and meets the term when all has', (procedure) => {
    const office = begun(procedure)
    deliverAll(office)
    pay(office, '1000', 'A-1')
    expect(account(office)).toMatchObject({ chargedFen: 300_000, balanceFen: 200_000, surcharge: { lines: [] } })
    expect(gatesOf(office.take('lin', 'finish'))).toEqual(['paid-in-full'])
    pay(office.on('2026-06-05'), '2000', 'A-2')
    expect(clock(office, 'payment')?.metOn).toBe('2026-06-05')
    expect(account(office)?.payments.map(({ amountFen }) => amountFen)).toEqual([100_000, 200_000])
    done(office.take('lin', 'finish'))
    expect(office.refold()).toEqual(office.case)
  })

  test('takes what the bank tells, and says what is left or too much', () => {
    const office = begun('levy')
    deliverAll(office)
    const { env, case: state } = office
    const line = { amountFen: 300_000, payer: '', paidOn: office.today }
    expect(weighLine({ env, state }, 'party-1', line)).toMatchObject({ is: 'booked' })
    expect(weighLine({ env, state }, 'party-1', { ...line, amountFen: 310_000 })).toMatchObject({ is: 'over' })
    const booked = decideBooking(env, state, { party: 'party-1', ...line, reference: 'B-1' }, null)
    if ('refusals' in booked) throw new Error(booked.refusals[0]?.sentence)
    office.receive(booked.story, 'lin')
    expect(gatesOf(office.take('lin', 'record-payment', ofParty({ paid: '1', 'receipt-number': 'B-1' })))).toEqual([
      'receipt-is-new',
    ])
    done(office.take('lin', 'finish'))
  })

  test('gives a booking back that was a mistake, and the term runs again', () => {
    const office = begun('fee')
    deliverAll(office)
    pay(office, '3000', 'A-1')
    reversed(office)
    expect(clock(office, 'payment')).toMatchObject({ rawDue: '2026-06-16' })
    expect(clock(office, 'payment')?.metOn).toBeUndefined()
    expect(account(office)).toMatchObject({ balanceFen: 300_000 })
    expect(gatesOf(office.take('lin', 'finish'))).toEqual(['paid-in-full'])
    pay(office, '3000', 'A-1')
    done(office.take('lin', 'finish'))
  })

  test('owes the surcharge of its own law beside what was set', () => {
    const office = charged(new LawOffice({ parameters: valuesWith({ 'levy.surcharge-rate': 5 }) }), 'levy')
    deliverAll(office)
    pay(office, '3000', 'A-1')
    done(office.take('lin', 'add-surcharge', ofParty({ surcharge: '15' })))
    office.agreeAll('zheng')
    expect(account(office)).toMatchObject({ lateFeeFen: 1_500, balanceFen: 1_500, dues: [{ metOn: office.today }] })
    expect(gatesOf(office.take('lin', 'finish'))).toEqual(['paid-in-full'])
  })

  test('prints on the register of receipts what this act has booked, and on the urging what is left', () => {
    const office = begun('levy')
    deliverAll(office)
    pay(office, '1000', 'A-1')
    pay(office, '500', 'A-2')
    const printed = (code: string) => {
      const document = office.case.documents.findLast((paper) => paper.code === code)
      if (!document) throw new Error(`no ${code}`)
      const { env, case: state } = office
      return JSON.stringify(fillDocument({ env, state, run: rootRun(state), document, agency: LETTERHEAD }))
    }
    expect(printed('levy-receipt')).toContain('"本次缴纳的金额","text":"500.00 元"')
    expect(printed('levy-receipt')).toContain('"票据号","text":"A-2"')
    done(office.take('lin', 'urge', { case: { 'urged-term': '十个工作日内' } }))
    expect(printed('levy-urging')).toMatch(/"已经缴纳","text":"[^"]*1,?500.*"尚欠合计","text":"[^"]*1,?500/)
  })
})

describe('a requisition', () => {
  test('rests on an emergency that was declared', () => {
    expect(gatesOf(openDuty(new LawOffice(), 'requisition', { 'is-urgent': false }))).toEqual(['used-for-emergency'])
  })

  test('runs to the day that was set, holiday or not, and a longer use has its own decision', () => {
    const office = begunDuty(new LawOffice({ on: '2026-06-01' }), 'requisition')
    const use = { property: '大客车 两辆', use: '转移群众', 'use-until': '2026-10-01' }
    done(majorReviewed(office, use).take('lin', 'decide'))
    done(office.agree('wu'))
    expect(clock(office, 'return')).toMatchObject({ rawDue: '2026-10-01', rolledDue: '2026-10-01' })
    deliverAll(office)
    done(office.take('lin', 'take', { case: { counters: ['lin', 'zhou'], 'taken-state': '良好' } }))
    done(majorReviewed(office, { need: '未退水', 'use-until': '2026-10-20' }).take('lin', 'prolong'))
    done(office.agree('wu'))
    expect(clock(office, 'return')?.rawDue).toBe('2026-10-20')
    expect(office.case.documents.filter(({ code }) => code === 'requisition-decision')).toHaveLength(2)
  })
})

describe('a benefit or a confirmation', () => {
  test.each(['benefit', 'confirmation'])('(%s) counts what was promised beside what the place allows', (procedure) => {
    const office = new LawOffice({ on: '2026-06-01' })
    done(openDuty(office, procedure, { 'promised-days': '3' }))
    expect(office.case.documents.map(({ code }) => code)).toEqual(['request-receipt'])
    done(office.take('chuang', 'accept'))
    expect(clock(office, 'promise')?.rolledDue).toBe('2026-06-04')
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-06-30')
  })
})
