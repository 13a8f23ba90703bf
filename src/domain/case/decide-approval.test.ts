import { describe, expect, test } from 'vitest'
import { done, gatesOf, LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import type { CaseCommand } from './command.ts'
import { approvalsOf } from './offers.ts'
import { projectionOf } from './projection.ts'

type Verb = Exclude<CaseCommand['type'], 'take'>

function proposed(): LawOffice {
  const office = new LawOffice()
  steps.openPenalty(office, { handlers: ['lin', 'duo'] })
  done(office.take('lin', 'file', steps.filing(office)))
  return office
}
function act(office: LawOffice, who: Who, type: Verb, to = 'wu') {
  const proposal = office.case.runs[0]?.proposals[0]?.id ?? ''
  const command = { type, run: 'main', proposal, opinion: '同意', reason: '理由不足', to } as CaseCommand
  return office.do(who, command)
}
const stage = (office: LawOffice) => office.case.runs[0]?.stage

describe('a proposal', () => {
  test('takes effect when the last has agreed, and not before', () => {
    const office = proposed()
    expect(stage(office)).toBe('clue')
    done(act(office, 'zheng', 'agree'))
    expect(stage(office)).toBe('clue')
    expect(office.case.documents).toEqual([])
    done(act(office, 'wu', 'agree'))
    expect(stage(office)).toBe('investigation')
    expect(office.case.documents.map((doc) => doc.code)).toEqual(['filing-approval'])
  })

  test('is not agreed to by its author, whatever his post', () => {
    const office = new LawOffice()
    steps.openPenalty(office, { handlers: ['lin', 'duo'] })
    done(office.take('duo', 'file', steps.filing(office)))
    expect(gatesOf(act(office, 'duo', 'agree'))).toEqual(['own-proposal'])
    expect(gatesOf(act(office, 'zheng', 'agree'))).toEqual([])
  })

  test('waits for one role after the other', () => {
    const office = proposed()
    expect(gatesOf(act(office, 'wu', 'agree'))).toEqual(['role'])
    expect(gatesOf(act(office, 'shen', 'agree'))).toEqual(['role'])
    expect(gatesOf(act(office, 'other', 'agree'))).toEqual(['other-agency'])
  })

  test('that is returned leaves the case as it was and is shown until it is proposed again', () => {
    const office = proposed()
    done(act(office, 'zheng', 'return'))
    expect(office.case.returned).toEqual([{ run: 'main', action: 'file', to: 'lin', reason: '理由不足' }])
    expect(gatesOf(act(office, 'zheng', 'agree'))).toEqual(['stale'])
    done(office.take('lin', 'file', steps.filing(office)))
    expect(office.case.returned).toEqual([])
  })

  test('is handed over to somebody of the same role, who alone may then agree', () => {
    const office = proposed()
    expect(gatesOf(act(office, 'zheng', 'move', 'wu'))).toEqual(['move'])
    expect(gatesOf(act(office, 'zheng', 'move', 'nobody'))).toEqual(['move'])
    done(act(office, 'zheng', 'move', 'duo'))
    expect(gatesOf(act(office, 'zheng', 'agree'))).toEqual(['moved'])
    expect(gatesOf(act(office, 'duo', 'agree'))).toEqual([])
  })

  test('that was handed over to one person is handed on by whoever could have agreed and by the head of the agency, and by nobody else', () => {
    const office = proposed()
    done(act(office, 'zheng', 'move', 'duo'))
    expect(gatesOf(act(office, 'shen', 'move', 'zheng'))).toEqual(['moved'])
    done(act(office, 'wu', 'move', 'zheng'))
    expect(gatesOf(act(office, 'duo', 'agree'))).toEqual(['moved'])
    expect(gatesOf(act(office, 'wu', 'agree'))).toEqual(['moved'])
    done(act(office, 'zheng', 'move', 'duo'))
    expect(gatesOf(act(office, 'duo', 'agree'))).toEqual([])
  })

  test('of a handler who has gone is withdrawn, and mended when it comes back, by those who handle the case now', () => {
    const office = proposed()
    expect(gatesOf(act(office, 'duo', 'withdraw'))).toEqual(['own-proposal'])
    const change = { case: { handlers: ['zhou', 'duo'], 'handlers-reason': '调岗' } }
    done(office.take('zheng', 'change-handlers', change))
    done(act(office, 'zhou', 'remind'))
    done(act(office, 'zheng', 'return'))
    expect(projectionOf(office.env, office.case).returnedTo).toEqual(['duo', 'zhou'])
    done(office.take('zhou', 'file', steps.filing(office)))
    done(act(office, 'zhou', 'withdraw'))
  })

  test('is not handed over to its author', () => {
    const office = new LawOffice()
    steps.openPenalty(office, { handlers: ['lin', 'duo'] })
    done(office.take('duo', 'file', steps.filing(office)))
    expect(gatesOf(act(office, 'zheng', 'move', 'duo'))).toEqual(['move'])
  })

  test('is withdrawn and recalled to mind by its author alone', () => {
    const office = proposed()
    expect(gatesOf(act(office, 'zheng', 'withdraw'))).toEqual(['own-proposal'])
    expect(gatesOf(act(office, 'zheng', 'remind'))).toEqual(['own-proposal'])
    done(act(office, 'lin', 'remind'))
    done(act(office, 'lin', 'withdraw'))
    expect(office.case.runs[0]?.proposals).toEqual([])
    expect(stage(office)).toBe('clue')
  })

  test('keeps every other step from leaving the stage, and itself from being proposed twice', () => {
    const office = proposed()
    const again = office.take('lin', 'refuse-filing', { case: { 'no-filing-reason': '不符合立案条件' } })
    expect(gatesOf(again)).toEqual(['pending'])
    expect(gatesOf(office.take('lin', 'file', steps.filing(office)))).toEqual(['pending'])
  })

  test('is judged again on the day of the last agreement', () => {
    const office = steps.reach(new LawOffice(), 'decision')
    done(office.take('lin', 'decide'))
    office.on('2029-01-02')
    expect(gatesOf(office.agree('wu'))).toEqual(['handlers-qualified'])
    expect(office.case.documents.some((doc) => doc.code === 'penalty-decision')).toBe(false)
  })

  test('offers to each person what that person may do', () => {
    const office = proposed()
    const may = (who: Who) => approvalsOf(office.env, office.case, PEOPLE[who])[0]?.may
    expect(may('lin')).toEqual(['withdraw', 'remind', 'consult'])
    expect(may('zheng')).toEqual(['agree', 'return', 'move', 'consult'])
    expect(may('wu')).toEqual([])
  })
})
