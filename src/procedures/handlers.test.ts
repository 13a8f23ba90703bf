import { describe, expect, test } from 'vitest'
import { rootRun } from '#domain/case/state.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import { openMeasureCase } from '../../tests/support/measure-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { PROCEDURES } from './index.ts'

const TO_DUO = { case: { handlers: ['lin', 'duo'], 'handlers-reason': '原承办人员调离' } }
const HANDLED = ['penalty-ordinary', 'penalty-summary', 'penalty-revision', 'non-site', 'inspection', 'measure-case']

describe('the handlers of a case', () => {
  test.each([...HANDLED, 'execution-case'])('may change at every stage at which a case of %s still runs', (code) => {
    const found = [...PROCEDURES.values()].filter((procedure) => procedure.code === code)
    expect(found.length).toBeGreaterThan(0)
    const running = found.flatMap(({ stages }) => Object.values(stages).filter(({ ends }) => ends === undefined))
    const missing = running.filter(({ actions }) => !('change-handlers' in actions && 'ask-for-handlers' in actions))
    expect(missing.map(({ title }) => title)).toEqual([])
  })

  test('are changed by the head of the unit alone, without a form', () => {
    const office = steps.reach(new LawOffice(), 'performance')
    const before = office.case.documents.length
    expect(gatesOf(office.take('lin', 'change-handlers', TO_DUO))).toEqual(['role'])
    done(office.take('zheng', 'change-handlers', TO_DUO))
    expect(office.case.handlers).toEqual(['lin', 'duo'])
    expect(office.case.documents).toHaveLength(before)
  })

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
})
