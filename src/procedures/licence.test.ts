import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'

const clock = (office: LawOffice, name: string) => office.case.runs[0]?.clocks.findLast((item) => item.clock === name)
const outcome = (office: LawOffice) => office.case.runs[0]?.outcome

function applied(on: string): LawOffice {
  const office = new LawOffice({ on })
  licence.apply(office)
  return office
}

describe('the terms of a licence', () => {
  test.each<readonly [string, string, string]>([
    ['a plain week', '2026-06-01', '2026-06-08'],
    ['the spring festival, with the Saturday on which the office works', '2026-02-12', '2026-02-26'],
    ['labour day', '2026-04-30', '2026-05-11'],
  ])('five working days for all that is missing, over %s', (_title, on, due) =>
    expect(clock(applied(on), 'supplement')?.rolledDue).toBe(due),
  )

  test('twenty working days to decide, from acceptance', () => {
    const office = applied('2026-09-28')
    done(office.take('chuang', 'accept'))
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-10-30')
  })

  test('ten more by the head, once', () => {
    const office = applied('2026-06-01')
    done(office.take('chuang', 'accept'))
    const extend = () => office.take('lin', 'extend-clock', { case: { 'extension-reason': '需要专家核实' } })
    done(extend())
    done(office.agree('wu'))
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-07-14')
    expect(gatesOf(extend())).toEqual(['extension-once'])
  })

  test('ten working days to hand over the licence', () => {
    const office = new LawOffice({ on: '2026-02-12' })
    licence.toDecision(office)
    licence.grant(office)
    expect(clock(office, 'issue')?.rolledDue).toBe('2026-03-04')
  })
})

describe('what is missing', () => {
  test('is told once; after the supply the application is accepted or rejected', () => {
    const office = applied('2026-06-01')
    done(licence.askSupplement(office))
    licence.supply(office)
    expect(gatesOf(licence.askSupplement(office))).toEqual(['supplement-once'])
    expect(gatesOf(office.take('chuang', 'accept'))).toEqual([])
  })

  test('is told within the term, and the clock is met by it', () => {
    const office = applied('2026-06-01').on('2026-06-03')
    done(licence.askSupplement(office))
    expect(clock(office, 'supplement')?.metOn).toBe('2026-06-03')
  })
})

describe('a licence', () => {
  test('is granted, delivered and handed over', () => {
    const office = new LawOffice()
    licence.toDecision(office)
    licence.grant(office)
    expect(gatesOf(licence.issueLicence(office))).toEqual(['licence-decision-delivered'])
    deliverAll(office)
    done(licence.issueLicence(office))
    expect(outcome(office)).toBe('granted')
    expect(clock(office, 'issue')?.metOn).toBe('2026-06-01')
    expect(office.refold()).toEqual(office.case)
  })

  test.each<readonly [string, (office: LawOffice) => void]>([
    [
      'refused',
      (office) => {
        licence.toDecision(office)
        licence.refuse(office)
      },
    ],
    [
      'rejected',
      (office) => {
        licence.apply(office)
        licence.reject(office)
      },
    ],
  ])('is %s by a paper that must arrive', (end, walk) => {
    const office = new LawOffice()
    walk(office)
    expect(gatesOf(office.take('chuang', 'finish'))).toEqual(['everything-delivered'])
    deliverAll(office)
    done(office.take('chuang', 'finish'))
    expect(outcome(office)).toBe(end)
  })

  test('is checked on the spot by two people', () => {
    const office = applied('2026-06-01')
    done(office.take('chuang', 'accept'))
    const examine = (checkers: readonly string[]) =>
      gatesOf(office.take('lin', 'examine', { case: { ...licence.EXAMINATION, checkers } }))
    expect(examine(['lin'])).toEqual(['two-people'])
    expect(examine(['lin', 'zhou'])).toEqual([])
  })

  test('is not taken in by an investigator, and names no violation', () => {
    expect(gatesOf(new LawOffice().open('licence', 'zheng', licence.APPLICATION))).toEqual(['role'])
    const violations = [{ id: 'v', party: 'party-1', cause: '某', basisViolated: '', basisPenalty: '', rangeText: '' }]
    expect(gatesOf(new LawOffice().open('licence', 'chuang', licence.APPLICATION, { violations }))).toEqual([
      'violations',
    ])
  })
})
