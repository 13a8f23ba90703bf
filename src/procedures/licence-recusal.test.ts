import { describe, expect, test } from 'vitest'
import { MAIN_RUN } from '#domain/case/state.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { REPLACED, VERDICT } from '../../tests/support/halting-roads.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as recusal from '../../tests/support/licence-recusal-steps.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { licenceHostRecusal, licenceRecusal } from './licence-recusal.ts'

describe('who examines a licence', () => {
  const replaced = () => {
    const office = recusal.asked(licence.accepted(new LawOffice()), 'zhou')
    done(office.take('wu', 'grant-and-replace', { case: { ...REPLACED, handlers: ['lin', 'duo'] } }))
    return office
  }

  test('goes on examining until it is decided, and then another comes in the same act', () => {
    const asked = recusal.asked(licence.accepted(new LawOffice()), 'zhou')
    done(asked.take('zhou', 'examine', { case: licence.EXAMINATION }))
    const office = replaced()
    expect(office.case.handlers).toEqual(['lin', 'duo'])
    const refused = office.take('zhou', 'examine', { case: licence.EXAMINATION })
    expect(refused).toMatchObject({ refusals: [{ gate: 'recused', basis: expect.stringMatching(/^内部管理：/) }] })
  })

  test('stands aside by a rule of the house, since no article on licences says so, and the applicant is told in writing', () => {
    const said = Object.values(licenceRecusal.stages).flatMap(({ actions }) => Object.values(actions))
    for (const { basis } of [licenceRecusal, ...said]) expect(basis).toMatch(/^内部管理：/)
    const office = replaced()
    expect(plainWords(fillIssued(office, 'recusal-decision'))).toContain('周二')
    expect(plainWords(fillIssued(office, 'recusal-decision'))).not.toContain('行政处罚法')
    expect(office.child('delivery').parent).toBe(office.child('licence-recusal').id)
  })
})

describe('an application that somebody stand aside', () => {
  test('holds the decision back also when a newer one is not pursued', () => {
    const office = recusal.asked(licence.toDecision(new LawOffice()), 'shen')
    done(recusal.opened(office).take('lin', 'drop'))
    const grant = () =>
      office.do('lin', {
        type: 'take',
        run: MAIN_RUN,
        action: 'grant',
        facts: { case: licence.GRANT },
        evidence: [],
        scenes: {},
      })
    expect(gatesOf(grant())).toEqual(['recusal-settled'])
    done(office.take('wu', 'refuse', { case: { ...VERDICT, 'verdict-words': '驳回申请' } }))
    expect(gatesOf(grant())).toEqual([])
  })
})

describe('who hosts the hearing before a licence', () => {
  const LATER = { ...steps.CALL, 'hearing-on': '2026-06-30' }

  test('does not host it once it is decided; it is called again with another', () => {
    const office = recusal.hostAsked(new LawOffice())
    done(office.take('wu', 'grant', { case: VERDICT }))
    steps.deliverAll(office)
    office.on(steps.CALL['hearing-on'])
    expect(gatesOf(office.take('zhu', 'hold', steps.HEARING_RECORD))).toEqual(['recused'])
    done(office.take('lin', 'call-again'))
    expect(gatesOf(office.take('lin', 'call', { case: LATER }))).toEqual(['host-not-handler'])
    done(office.take('lin', 'call', { case: { ...LATER, host: ['shen'] } }))
  })

  test('hosts it where the request was turned down', () => {
    const office = recusal.hostAsked(new LawOffice())
    done(office.take('wu', 'refuse', { case: { ...VERDICT, 'verdict-words': '驳回申请' } }))
    steps.deliverAll(office)
    office.on(steps.CALL['hearing-on'])
    done(office.take('zhu', 'hold', steps.HEARING_RECORD))
  })

  test('stands aside by the law on licences and not by that on penalties', () => {
    const said = Object.values(licenceHostRecusal.stages).flatMap(({ actions }) => Object.values(actions))
    const gates = said.flatMap(({ gates = [] }) => gates)
    for (const { basis } of [licenceHostRecusal, ...said, ...gates]) expect(basis).toContain('《行政许可法》第四十八条')
  })
})
