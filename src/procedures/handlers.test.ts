import { describe, expect, test } from 'vitest'
import type { Decision } from '#domain/case/command.ts'
import { rootRun } from '#domain/case/state.ts'
import { DEFENCE, openSuit } from '../../tests/support/dispute-steps.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import * as roads from '../../tests/support/halting-roads.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import { openMeasureCase } from '../../tests/support/measure-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'

const refusalsOf = (decision: Decision) => (decision.ok ? [] : decision.refusals)
const TO_DUO = { case: { handlers: ['lin', 'duo'], 'handlers-reason': '原承办人员调离' } }
/** Cases of their own, and what makes a case stand still; what else runs inside a case is handled by those who handle the case. */
const HANDLED = [...PROCEDURES.values()].filter(({ opening, halts }) => opening || halts)

describe('the handlers of a case', () => {
  test.each(HANDLED)('may change at every stage at which $title ($code) still runs', ({ code, stages }) => {
    const wanted = code === 'clue' ? ['assign'] : ['change-handlers', 'ask-for-handlers']
    const running = Object.values(stages).filter(({ ends }) => ends === undefined)
    expect(running.length).toBeGreaterThan(0)
    const missing = running.filter(({ actions }) => !wanted.every((name) => name in actions))
    expect(missing.map(({ title }) => title)).toEqual([])
  })

  test.each(['zheng', 'wu'] as const)(
    'are changed by the head of the unit or of the agency, without a form: %s',
    (head) => {
      const office = steps.reach(new LawOffice(), 'performance')
      const before = office.case.documents.length
      expect(gatesOf(office.take('lin', 'change-handlers', TO_DUO))).toEqual(['role'])
      done(office.take(head, 'change-handlers', TO_DUO))
      expect(office.case.handlers).toEqual(['lin', 'duo'])
      expect(office.case.documents).toHaveLength(before)
    },
  )

  test('stay until the head agrees to what a handler has proposed, and then a form says who, why and by whom', () => {
    const office = steps.reach(new LawOffice(), 'decision')
    done(office.take('lin', 'ask-for-handlers', TO_DUO))
    expect(office.case.handlers).toEqual(['lin', 'zhou'])
    office.agreeAll('zheng')
    expect(office.case.handlers).toEqual(['lin', 'duo'])
    expect(rootRun(office.case).stage).toBe('decision')
    const words = plainWords(fillIssued(office, 'matter-approval'))
    for (const said of ['报请更换承办人员', '原承办人员调离', '第四十二条', '承办机构负责人意见'])
      expect(words).toContain(said)
  })

  test('who was changed by a proposal acts no more, and who came in does', () => {
    const office = steps.reach(new LawOffice(), 'investigation')
    done(office.take('lin', 'ask-for-handlers', { case: { ...TO_DUO.case, handlers: ['zhou', 'duo'] } }))
    office.agreeAll('zheng')
    expect(gatesOf(office.take('lin', 'inquire', steps.inquiry(office)))).toContain('role')
    done(office.take('duo', 'add-evidence', {}, [steps.EVIDENCE]))
  })

  test('change in a case that is no penalty without the form of penalties', () => {
    const office = new LawOffice()
    openMeasureCase(office)
    done(office.take('lin', 'ask-for-handlers', TO_DUO))
    office.agreeAll('zheng')
    expect(office.case.handlers).toEqual(['lin', 'duo'])
    expect(office.case.documents.map(({ code }) => code)).not.toContain('matter-approval')
  })

  test('of a licence are two, with a certificate; who came in examines, who left does not', () => {
    const office = licence.accepted(new LawOffice())
    const one = { case: { ...TO_DUO.case, handlers: ['duo'] } }
    const [refusal] = refusalsOf(office.take('zheng', 'change-handlers', one))
    expect(refusal).toMatchObject({ gate: 'new-handlers-qualified', basis: expect.stringMatching(/^内部管理：/) })
    done(office.take('zheng', 'change-handlers', { case: { ...TO_DUO.case, handlers: ['zhou', 'duo'] } }))
    expect(gatesOf(licence.examine(office))).toEqual(['role'])
    done(office.take('duo', 'examine', { case: licence.EXAMINATION }))
  })

  test('of a lawsuit need no certificate, and answer within the same term', () => {
    const office = openSuit(new LawOffice())
    const before = office.case.runs[0]?.clocks
    done(office.take('lin', 'ask-for-handlers', { case: { ...TO_DUO.case, handlers: ['expired'] } }))
    office.agreeAll('zheng')
    expect(office.case.runs[0]?.clocks).toEqual(before)
    expect(gatesOf(office.take('lin', 'answer', { case: DEFENCE }))).toEqual(['role'])
    done(office.take('expired', 'answer', { case: DEFENCE }))
  })

  test('change while the case stands still, and who came in resumes it', () => {
    const office = roads.suspend(new LawOffice({ parameters: roads.FIELD_RULES }))
    done(office.take('lin', 'ask-for-handlers', { case: { ...TO_DUO.case, handlers: ['zhou', 'duo'] } }))
    office.agreeAll('zheng')
    expect(plainWords(fillIssued(office, 'matter-approval'))).toContain('报请更换承办人员')
    expect(gatesOf(office.take('lin', 'resume', { case: { 'resume-reason': '已经找到' } }))).toEqual(['role'])
    done(office.take('duo', 'resume', { case: { 'resume-reason': '已经找到' } }))
  })
})
