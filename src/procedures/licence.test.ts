import { describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { MANNERS } from '#domain/case/gates/licence-term.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { openAbout } from '../../tests/support/licence-roads.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import { deliverAll } from '../../tests/support/penalty-steps.ts'
import { heard } from '../../tests/support/scenarios/licence-hearing-scenarios.ts'
import { BAR, inSpecialTime } from '../../tests/support/scenarios/licence-scenarios.ts'

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

  test('no day more when they are over, and none that an expert takes of the ten that were added', () => {
    const reason = { case: { 'extension-reason': '需要专家核实' } }
    const late = licence.accepted(new LawOffice({ on: '2026-06-01' })).on('2026-07-01')
    expect(gatesOf(late.take('lin', 'extend-clock', reason))).toEqual(['extension-in-time'])
    const office = licence.accepted(new LawOffice({ on: '2026-06-01' })).on('2026-06-30')
    done(office.take('lin', 'extend-clock', reason))
    done(office.agree('wu'))
    inSpecialTime(office.on('2026-07-06'))
    done(office.on('2026-07-13').take('lin', 'end-special-time', { case: { 'special-result': '合格' } }))
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-07-21')
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

  test('and was not told in five working days: the application is accepted by law, from the day on which it came in', () => {
    const office = applied('2026-06-01').on('2026-06-09')
    const refused = licence.askSupplement(office)
    expect(gatesOf(refused)).toEqual(['missed'])
    expect(refused.ok ? '' : refused.refusals[0]?.sentence).toContain('自收到申请材料之日起即为受理')
    done(office.take('chuang', 'accept'))
    expect(clock(office, 'decision')).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-30' })
  })

  test('and was told on the last day: it is accepted on the day of acceptance', () => {
    const office = applied('2026-06-01').on('2026-06-08')
    done(office.take('chuang', 'accept'))
    expect(clock(office, 'decision')?.startOn).toBe('2026-06-08')
  })

  test('may be corrected on the spot, and a receipt was given at once', () => {
    const office = applied('2026-06-01')
    expect(office.case.documents.map(({ code }) => code)).toEqual(['material-receipt'])
    done(office.take('chuang', 'correct', { case: { corrected: '地址写错一字' } }))
    expect(gatesOf(office.take('chuang', 'accept'))).toEqual([])
  })
})

describe('the time that a licence takes', () => {
  const joint = (manner: string) => licence.accepted(new LawOffice({ on: '2026-06-01' }), manner)
  const extend = (office: LawOffice, more = {}) =>
    office.take('lin', 'extend-clock', { case: { 'extension-reason': '需要会商', ...more } })

  test('is forty-five working days where several act together, and fifteen more by the government', () => {
    const office = joint(MANNERS.joint)
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-08-04')
    done(extend(office, { 'government-approval': '2026年7月20日青政批〔2026〕3号' }))
    done(office.agree('wu'))
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-08-25')
  })

  test('is twenty where a higher agency decides, and nothing lengthens it', () => {
    const office = joint(MANNERS.first)
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-06-30')
    expect(gatesOf(extend(office))).toEqual(['extension-basis'])
  })

  test('is what the office has promised, beside what the law allows', () => {
    const office = new LawOffice({ on: '2026-06-01' })
    licence.apply(office, { 'promised-days': '5' })
    done(office.take('chuang', 'accept'))
    expect(clock(office, 'promise')?.rolledDue).toBe('2026-06-08')
    expect(clock(licence.accepted(new LawOffice()), 'promise')).toBeUndefined()
  })

  test('leaves out a test, of which the applicant is told in writing', () => {
    const office = joint('')
    inSpecialTime(office)
    expect(office.case.documents.at(-1)?.code).toBe('licence-special-time')
    office.on('2026-06-15')
    deliverAll(office)
    done(office.take('lin', 'end-special-time', { case: { 'special-result': '合格' } }))
    expect(clock(office, 'decision')?.rolledDue).toBe('2026-07-13')
    expect(gatesOf(office.take('lin', 'end-special-time', { case: { 'special-result': '合格' } }))).toEqual([
      'suspension-state',
    ])
  })
})

describe('a hearing before a licence', () => {
  test('is held within twenty working days when it was asked for, and its time does not count', () => {
    const office = new LawOffice()
    done(licence.askHearing(licence.told(office)))
    expect(office.child('licence-hearing').clocks[0]).toMatchObject({ startOn: '2026-06-01', rolledDue: '2026-06-30' })
    expect(clock(office, 'decision')?.deductions[0]).toMatchObject({ ground: 'licence-hearing', fromOn: '2026-06-01' })
  })

  test('was asked for in time by the day of the request, however late it is typed in, and its term runs from that day', () => {
    const told = () => licence.told(new LawOffice()).on('2026-06-20')
    expect(gatesOf(licence.askHearing(told(), '2026-06-09'))).toEqual(['hearing-asked-in-time'])
    expect(gatesOf(licence.askHearing(told(), '2026-06-21'))).toEqual(['hearing-asked-in-time'])
    const office = told()
    done(licence.askHearing(office, '2026-06-08'))
    expect(office.child('licence-hearing').clocks[0]).toMatchObject({ startOn: '2026-06-08' })
  })

  test('that the office announces has no such term', () => {
    const office = licence.accepted(new LawOffice())
    done(office.take('lin', 'announce-hearing', { case: { 'hearing-matter': '选址', 'hearing-call': '电话报名' } }))
    done(office.agree('wu'))
    expect(office.child('licence-hearing').clocks).toEqual([])
  })

  test('is answered in the examination, since it is decided by its record', () => {
    const office = heard(new LawOffice())
    expect(gatesOf(licence.examine(office, { 'affects-others': true }))).toEqual(['decided-on-record'])
    done(licence.examine(office, { 'affects-others': true, 'hearing-answer': '排烟口改向，采纳' }))
  })

  test('is not waited for when everybody has said in writing that they want none', () => {
    const office = licence.tellOthers(licence.accepted(new LawOffice()))
    deliverAll(office)
    done(licence.recordTold(office, { 'hearing-waived': true }))
    done(licence.examine(office, { 'affects-others': true }))
  })
})

describe('a request for a hearing before a licence', () => {
  const refused = (more: Record<string, unknown>) =>
    licence.refuseHearing(licence.told(new LawOffice()).on('2026-06-10'), more)

  test('that comes after the five working days is refused by letter, once the head has agreed', () => {
    const office = licence.told(new LawOffice()).on('2026-06-10')
    done(licence.refuseHearing(office))
    done(office.agree('wu'))
    expect(office.case.documents.at(-1)?.code).toBe('licence-hearing-refusal')
  })

  test.each<readonly [string, Record<string, unknown>]>([
    ['that came in time', { 'hearing-asked-on': '2026-06-08' }],
    ['of somebody who was told', { 'hearing-refusal-ground': '要求听证的人不是申请人，也不是利害关系人' }],
    ['that is the first one', { 'hearing-refusal-ground': '已经组织过听证' }],
    ['that has not come yet', { 'hearing-asked-on': '2026-06-11' }],
  ])('%s is not refused', (_title, more) => {
    expect(gatesOf(refused(more))).toEqual(['hearing-refusal-grounded'])
  })

  test('of a stranger is refused', () => {
    const stranger = {
      'hearing-applicant': '路人丁',
      'hearing-refusal-ground': '要求听证的人不是申请人，也不是利害关系人',
    }
    done(refused(stranger))
  })
})

describe('a renewal', () => {
  test('is asked for once: what has been accepted is decided first', () => {
    const ends = { 'licence-ends-on': '2026-12-31' }
    const asked = { renewalAskedOn: plainDate('2026-05-20') }
    expect(gatesOf(openAbout(new LawOffice(), 'licence-renewal', ends, asked))).toEqual(['no-renewal-open'])
    done(openAbout(new LawOffice(), 'licence-renewal', ends))
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

  test('may be granted on the spot', () => {
    const office = applied('2026-06-01')
    done(office.take('chuang', 'grant-at-once', { case: licence.GRANT }))
    done(office.agree('wu'))
    deliverAll(office)
    done(licence.issueLicence(office))
    expect(outcome(office)).toBe('granted')
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

  test('is asked for by nobody who lied about it within the year, and by everybody after it', () => {
    const office = new LawOffice({ on: '2027-01-01' })
    office.register = { bars: [BAR] }
    const refused = office.open('licence', 'chuang', licence.APPLICATION)
    expect(gatesOf(refused)).toEqual(['not-barred'])
    expect(refused.ok ? '' : refused.refusals[0]?.sentence).toContain('到 2027-01-01 为止')
    office.on('2027-01-02')
    done(office.open('licence', 'chuang', licence.APPLICATION))
  })

  test('is not taken in by an investigator, and names no violation', () => {
    expect(gatesOf(new LawOffice().open('licence', 'zheng', licence.APPLICATION))).toEqual(['role'])
    const violations = [{ id: 'v', party: 'party-1', cause: '某', basisViolated: '', basisPenalty: '', rangeText: '' }]
    expect(gatesOf(new LawOffice().open('licence', 'chuang', licence.APPLICATION, { violations }))).toEqual([
      'violations',
    ])
  })
})
