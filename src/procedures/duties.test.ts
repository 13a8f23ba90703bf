import { describe, expect, test } from 'vitest'
import { begunDuty, ofParty, openDuty } from '../../tests/support/duty-roads.ts'
import { done, gatesOf, LawOffice, valuesWith } from '../../tests/support/law-office.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'

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
      const facts = { ground: '五月用水', 'late-rule': '每日万分之五' }
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
    const facts = { ground: '五月用水', 'late-rule': '不加收滞纳金' }
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

describe('a requisition', () => {
  test('rests on an emergency that was declared', () => {
    expect(gatesOf(openDuty(new LawOffice(), 'requisition', { 'is-urgent': false }))).toEqual(['used-for-emergency'])
  })

  test('runs to the day that was set, holiday or not, and a longer use has its own decision', () => {
    const office = begunDuty(new LawOffice({ on: '2026-06-01' }), 'requisition')
    const use = { property: '大客车 两辆', use: '转移群众', 'use-until': '2026-10-01' }
    done(office.take('lin', 'decide', { case: use }))
    done(office.agree('wu'))
    expect(clock(office, 'return')).toMatchObject({ rawDue: '2026-10-01', rolledDue: '2026-10-01' })
    deliverAll(office)
    done(office.take('lin', 'take', { case: { counters: ['lin', 'zhou'], 'taken-state': '良好' } }))
    done(office.take('lin', 'prolong', { case: { need: '未退水', 'use-until': '2026-10-20' } }))
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
