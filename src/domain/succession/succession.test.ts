import { describe, expect, test } from 'vitest'
import * as roads from '../../../tests/support/halting-roads.ts'
import { done, gatesOf, LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import type { CaseCommand, Decision } from '../case/command.ts'
import { noticesOfEvents } from '../notice/notices-of-events.ts'
import { refuseAnySuccessor, takeOverCase } from './take-over-case.ts'
import { workOf, workOfPost } from './work-of.ts'

const takeOver = (office: LawOffice, by: Who, from: Who, to: Who): Decision =>
  takeOverCase(office.env, office.case, { from, to, reason: '工作交接：调岗' }, PEOPLE[by])
const filed = () => steps.reach(new LawOffice(), 'investigation')

describe('one handler in the place of another', () => {
  test('is the change of handlers that the procedure knows, told by its event', () => {
    const decision = takeOver(filed(), 'zheng', 'lin', 'duo')
    expect(decision.ok && decision.events).toMatchObject([
      { type: 'facts-recorded' },
      { type: 'handlers-changed', handlers: ['duo', 'zhou'], reason: '工作交接：调岗' },
      { type: 'action-taken', action: 'change-handlers' },
    ])
  })

  test('goes by the procedure inside while that makes the case stand still', () => {
    const office = roads.suspend(new LawOffice({ parameters: roads.FIELD_RULES }))
    expect(refuseAnySuccessor(office.env, office.case, PEOPLE.zheng)).toEqual([])
    const decision = takeOver(office, 'zheng', 'lin', 'duo')
    expect(decision.ok && decision.events.find(({ type }) => type === 'handlers-changed')).toBeTruthy()
  })

  test('is refused to a handler, to who stands aside, to who is not qualified, and to the other handler', () => {
    const office = roads.askRecusal(new LawOffice(), 'duo')
    done(office.take('wu', 'grant', { case: roads.VERDICT }))
    expect(gatesOf(takeOver(office, 'lin', 'lin', 'expired'))).toEqual(['role'])
    expect(gatesOf(takeOver(office, 'zheng', 'lin', 'duo'))).toEqual(['recused-left-out'])
    expect(gatesOf(takeOver(office, 'zheng', 'lin', 'expired'))).toEqual(['new-handlers-qualified'])
    expect(gatesOf(takeOver(office, 'zheng', 'lin', 'zhou'))).toEqual(['new-handlers-qualified'])
  })

  test('is not to be had in a case that has ended', () => {
    const office = filed()
    const ended = { ...office.case, endedOn: office.today }
    expect(refuseAnySuccessor(office.env, ended, PEOPLE.zheng)).toMatchObject([{ gate: 'not-offered' }])
  })
})

describe('what is open of somebody', () => {
  test('are the cases that they handle and what they alone are to agree to; what waits for a post goes with the post', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    done(office.take('lin', 'file', steps.filing(office)))
    const work = (who: Who) => workOf(office.env.procedures, office.case, who).map(({ what }) => what)
    const ofPost = (who: Who, ...others: readonly Who[]) =>
      workOfPost(
        office.env.procedures,
        office.case,
        PEOPLE[who],
        others.map((one) => PEOPLE[one]),
      )
    expect(work('lin')).toEqual(['承办'])
    expect(work('zheng')).toEqual([])
    expect(ofPost('zheng')).toEqual(['审批“报请立案”'])
    expect(ofPost('zheng', 'duo')).toEqual([])
    expect(ofPost('wu')).toEqual([])
    const proposal = office.case.runs[0]?.proposals[0]?.id ?? ''
    done(office.do('zheng', { type: 'move', run: 'main', proposal, to: 'duo', reason: '出差' } satisfies CaseCommand))
    expect(work('duo')).toEqual(['审批“报请立案”'])
    expect(ofPost('zheng')).toEqual([])
  })
})

test('who comes in, who stays and who leaves are told, each in their own words', () => {
  const office = filed()
  const before = office.case.seq
  done(office.take('zheng', 'change-handlers', { case: { handlers: ['duo', 'zhou'], 'handlers-reason': '调岗' } }))
  const events = office.events.filter(({ seq }) => seq > before)
  const told = noticesOfEvents(office.env.procedures, office.case, events, ['lin', 'zhou'])
  expect(told.map(({ to, sentence }) => [to, sentence])).toEqual([
    [['person:duo'], expect.stringContaining('交给您承办')],
    [['person:zhou'], expect.stringContaining('换了另一名承办人员')],
    [['person:lin'], expect.stringContaining('不再由您承办（调岗）')],
  ])
})
