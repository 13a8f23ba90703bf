import { describe, expect, test } from 'vitest'
import * as roads from '../../../tests/support/halting-roads.ts'
import { done, gatesOf, LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { historyProblems } from '../../../tests/support/walks/history-problems.ts'
import { countersigningOf } from '../succession/work-of.ts'
import type { CaseCommand } from './command.ts'
import type { CaseEvent } from './event.ts'
import { approvalsOf } from './offers.ts'
import { projectionOf } from './projection.ts'
import { timelineOf } from './timeline.ts'

function proposed(handlers: Who[] = ['lin', 'zhou']): LawOffice {
  const office = new LawOffice()
  steps.openPenalty(office, { handlers })
  done(office.take('lin', 'file', steps.filing(office)))
  return office
}
const proposalOf = (office: LawOffice) => office.case.runs[0]?.proposals[0]
function act(office: LawOffice, who: Who, command: Record<string, unknown>) {
  const about = { run: 'main', proposal: proposalOf(office)?.id ?? '' }
  return office.do(who, { ...about, ...command } as CaseCommand)
}
const consult = (office: LawOffice, who: Who, ...people: readonly Who[]) =>
  act(office, who, { type: 'consult', people, question: '' })
const say = (office: LawOffice, who: Who, agrees = true, opinion = '') =>
  act(office, who, { type: 'countersign', agrees, opinion })
const release = (office: LawOffice, who: Who, of: Who) => act(office, who, { type: 'release', of, reason: '出差未归' })
const agree = (office: LawOffice, who: Who) => act(office, who, { type: 'agree', opinion: '同意' })
const sentences = (decision: ReturnType<typeof agree>) =>
  decision.ok ? [] : decision.refusals.map(({ sentence }) => sentence)
function asked(...people: readonly Who[]): LawOffice {
  const office = proposed()
  done(consult(office, 'lin', ...people))
  return office
}

describe('a proposal that others are asked to countersign', () => {
  test('is not agreed to before each of them has answered, and the sentence names whom it waits for', () => {
    const office = asked('wu', 'deputy')
    expect(gatesOf(agree(office, 'zheng'))).toEqual(['countersigning'])
    expect(sentences(agree(office, 'zheng'))).toEqual(['还在等吴四、邓副会签，答复以后再审批；等不了的，先收回会签'])
    done(say(office, 'wu'))
    expect(sentences(agree(office, 'zheng')).join()).toContain('还在等邓副会签')
    done(say(office, 'deputy'))
    done(agree(office, 'zheng'))
  })

  test('may still be returned, handed over, withdrawn and recalled to mind, and what was asked ends with it', () => {
    const office = asked('deputy')
    done(act(office, 'lin', { type: 'remind' }))
    done(act(office, 'zheng', { type: 'move', to: 'duo', reason: '出差' }))
    expect(gatesOf(agree(office, 'duo'))).toEqual(['countersigning'])
    done(act(office, 'duo', { type: 'return', reason: '补充依据' }))
    expect(gatesOf(say(office, 'deputy'))).toEqual(['stale'])
    expect(projectionOf(office.env, office.case).waitsFor).not.toContain('person:deputy')
    done(office.take('lin', 'file', steps.filing(office)))
    expect(proposalOf(office)?.countersigning).toBeUndefined()
    done(consult(office, 'lin', 'deputy'))
    done(act(office, 'lin', { type: 'withdraw' }))
    expect(projectionOf(office.env, office.case).waitsFor).not.toContain('person:deputy')
  })

  test('is decided by whoever approves it: an objection is on record and blocks nothing', () => {
    const office = asked('deputy')
    done(say(office, 'deputy', false, '证据还不充分'))
    done(agree(office, 'zheng'))
    done(agree(office, 'wu'))
    expect(office.case.runs[0]?.taken.at(-1)?.countersigning).toMatchObject([
      { of: 'deputy', name: '邓副', by: 'lin', said: { agrees: false, opinion: '证据还不充分', on: '2026-06-01' } },
    ])
    const told = timelineOf(office.env.procedures, office.case, office.events).map(({ sentence }) => sentence)
    expect(told).toContain('送机关负责人邓副会签“报请立案”')
    expect(told).toContain('会签“报请立案”，有不同意见：证据还不充分')
  })

  test('waits for those who were asked as well: they find it, and it stays when they leave', () => {
    const office = asked('deputy')
    expect(projectionOf(office.env, office.case).waitsFor).toEqual([
      'countersign:deputy',
      'person:deputy',
      'unit-head:unit-handling',
    ])
    expect(countersigningOf(office.env.procedures, office.case, 'deputy')).toEqual(['会签“报请立案”'])
    done(say(office, 'deputy'))
    expect(projectionOf(office.env, office.case).waitsFor).toEqual(['unit-head:unit-handling'])
    expect(countersigningOf(office.env.procedures, office.case, 'deputy')).toEqual([])
  })

  test('is the same when its history is told again', () => {
    const office = asked('deputy', 'wu')
    done(say(office, 'deputy', false, '证据还不充分'))
    done(release(office, 'lin', 'wu'))
    expect(office.refold()).toEqual(office.case)
    done(agree(office, 'zheng'))
    done(agree(office, 'wu'))
    expect(office.refold()).toEqual(office.case)
  })
})

describe('who is asked', () => {
  test('is another head of the agency: not its author, not who handles it, nobody from elsewhere and nobody without such a post', () => {
    const office = proposed()
    for (const who of ['shen', 'zhou', 'other', 'lin', 'nobody'] as const)
      expect(gatesOf(consult(office, 'lin', who as Who)), who).toEqual(['countersigner'])
    const ofDuo = proposed(['lin', 'duo'])
    done(agree(ofDuo, 'zheng'))
    expect(sentences(consult(ofDuo, 'lin', 'duo'))).toEqual(['多十承办、报批了这一项，请另选会签人'])
    expect(gatesOf(consult(office, 'zheng', 'zheng'))).toEqual(['countersigner'])
    expect(gatesOf(consult(office, 'lin'))).toEqual(['input'])
    done(consult(office, 'zheng', 'wu'))
  })

  test('is not the head of the unit while that head agrees next, and may be afterwards', () => {
    const office = proposed()
    expect(sentences(consult(office, 'lin', 'duo'))).toEqual(['这一项由承办机构负责人审批，多十就是，不用送会签'])
    done(agree(office, 'zheng'))
    done(consult(office, 'lin', 'duo'))
  })

  test('is asked once at a time, and once more when that is settled', () => {
    const office = asked('deputy')
    expect(sentences(consult(office, 'zheng', 'deputy'))).toEqual(['已经送邓副会签，正在等答复，不用再送'])
    done(say(office, 'deputy'))
    done(consult(office, 'zheng', 'deputy'))
    done(say(office, 'deputy', false, '改变意见'))
    expect(proposalOf(office)?.countersigning?.map(({ said }) => said?.agrees)).toEqual([true, false])
  })

  test('is not asked twice by one command, nor one of several when another may not be', () => {
    const office = proposed()
    expect(gatesOf(consult(office, 'lin', 'deputy', 'shen'))).toEqual(['countersigner'])
    done(consult(office, 'lin', 'deputy', 'deputy'))
    expect(proposalOf(office)?.countersigning).toHaveLength(1)
  })

  test('is nobody who stands aside in the case, nor is heard who does so later', () => {
    const office = roads.askRecusal(new LawOffice(), 'deputy')
    done(office.take('lin', 'ask-for-handlers', { case: { handlers: ['lin', 'zhou'], 'handlers-reason': '调岗' } }))
    done(consult(office, 'lin', 'deputy'))
    done(office.take('wu', 'grant-together', { case: roads.TOGETHER }))
    expect(gatesOf(say(office, 'deputy'))).toEqual(['recused'])
    done(release(office, 'lin', 'deputy'))
    expect(gatesOf(consult(office, 'lin', 'deputy'))).toEqual(['recused'])
  })

  test('is neither who has agreed already nor the one to whom it was handed over', () => {
    const office = proposed()
    done(act(office, 'zheng', { type: 'move', to: 'duo', reason: '出差' }))
    expect(gatesOf(consult(office, 'lin', 'duo'))).toEqual(['countersigner'])
    done(agree(office, 'duo'))
    expect(gatesOf(consult(office, 'lin', 'duo'))).toEqual(['countersigner'])
  })
})

describe('the right to ask', () => {
  test('is with the author and with whoever agrees next', () => {
    const office = proposed()
    for (const who of ['wu', 'shen', 'zhou', 'other'] as const)
      expect(gatesOf(consult(office, who, 'deputy')), who).not.toEqual([])
    done(consult(office, 'zheng', 'deputy'))
    done(consult(office, 'lin', 'wu'))
  })

  test('goes over to those who handle the case when the author has gone', () => {
    const office = asked('wu')
    expect(gatesOf(release(office, 'zhou', 'wu'))).toEqual(['consult'])
    done(office.take('zheng', 'change-handlers', { case: { handlers: ['zhou', 'duo'], 'handlers-reason': '调岗' } }))
    done(release(office, 'zhou', 'wu'))
    done(consult(office, 'zhou', 'wu'))
  })
})

describe('what is said', () => {
  test('is said once, and by nobody who was not asked', () => {
    const office = asked('deputy')
    for (const who of ['wu', 'zheng', 'lin', 'shen', 'other'] as const)
      expect(gatesOf(say(office, who)), who).toEqual(['not-asked'])
    done(say(office, 'deputy'))
    expect(gatesOf(say(office, 'deputy'))).toEqual(['not-asked'])
  })

  test('is 同意 where nothing else is written, and an objection says what it is', () => {
    const office = asked('deputy', 'wu')
    expect(gatesOf(say(office, 'deputy', false))).toEqual(['input'])
    done(say(office, 'deputy', true))
    done(say(office, 'wu', false, '依据不对'))
    expect(proposalOf(office)?.countersigning?.map(({ said }) => said?.opinion)).toEqual(['同意', '依据不对'])
  })
})

describe('somebody who does not answer', () => {
  test('is waited for no longer when who asked, or who approves, takes it back with a reason', () => {
    const office = asked('deputy', 'wu')
    for (const who of ['deputy', 'wu', 'zhou', 'shen', 'other'] as const)
      expect(gatesOf(release(office, who, 'deputy')), who).toEqual(['consult'])
    done(release(office, 'lin', 'deputy'))
    expect(gatesOf(agree(office, 'zheng'))).toEqual(['countersigning'])
    done(release(office, 'zheng', 'wu'))
    expect(gatesOf(release(office, 'zheng', 'wu'))).toEqual(['stale'])
    expect(gatesOf(say(office, 'deputy'))).toEqual(['not-asked'])
    done(agree(office, 'zheng'))
  })

  test('whom the approver has asked is not released by the author', () => {
    const office = proposed()
    done(consult(office, 'zheng', 'deputy'))
    expect(gatesOf(release(office, 'lin', 'deputy'))).toEqual(['consult'])
  })
})

test('each finds among the offers what they may do', () => {
  const office = asked('deputy')
  const may = (who: Who) => approvalsOf(office.env, office.case, PEOPLE[who])[0]
  expect(may('lin')).toMatchObject({ may: ['withdraw', 'remind', 'consult'], mayRelease: ['deputy'] })
  expect(may('zheng')).toMatchObject({ may: ['return', 'move', 'consult'], mayRelease: ['deputy'] })
  expect(may('deputy')).toMatchObject({ may: ['countersign'], mayRelease: [] })
  expect(may('shen')).toMatchObject({ may: [], mayRelease: [] })
})

describe('the second opinion', () => {
  function forged(change: (events: readonly CaseEvent[]) => readonly CaseEvent[]): string {
    const office = asked('deputy')
    done(say(office, 'deputy', false, '证据还不充分'))
    done(agree(office, 'zheng'))
    expect(historyProblems(office.env.procedures, office.events)).toEqual([])
    const events = change(office.events).map((event, index) => ({ ...event, seq: index + 1 }))
    return historyProblems(office.env.procedures, events).join()
  }
  const without = (type: CaseEvent['type']) => (events: readonly CaseEvent[]) =>
    events.filter((one) => one.type !== type)
  const changed = (type: CaseEvent['type'], more: object) => (events: readonly CaseEvent[]) =>
    events.map((one) => (one.type === type ? ({ ...one, ...more } as CaseEvent) : one))
  const twice = (type: CaseEvent['type']) => (events: readonly CaseEvent[]) =>
    events.flatMap((one) => (one.type === type ? [one, one] : [one]))

  test.each([
    ['an agreement before somebody was heard', without('countersigning-given'), 'deputy unheard'],
    ['an answer by who was not asked', without('countersigning-asked'), 'deputy is heard and was not asked'],
    ['an answer by another', changed('countersigning-given', { by: 'wu' }), 'wu is heard and was not asked'],
    ['an objection without a word', changed('countersigning-given', { opinion: '' }), 'without a word'],
    ['somebody who is asked twice', twice('countersigning-asked'), 'deputy is asked twice'],
    ['the author who is asked', changed('countersigning-asked', { of: 'lin' }), 'asked about their own'],
    ['a question by a stranger', changed('countersigning-asked', { by: 'shen' }), 'shen asks in no right'],
    ['somebody who is no head', changed('countersigning-asked', { of: 'shen' }), 'shen is asked and is no head'],
  ])('sees %s', (_what, change, words) => expect(forged(change)).toMatch(words))
})
