import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import * as dispute from '../../../tests/support/dispute-steps.ts'
import { done, LawOffice } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import * as transfer from '../../../tests/support/transfer-steps.ts'
import { isTelling, noticesOfEvents, settledBy } from './notices-of-events.ts'
import { noticesToOrigin } from './notices-of-results.ts'

const HANDLERS = ['person:lin', 'person:zhou']
/** What one command tells, as the server tells it. */
function toldBy(office: LawOffice, act: () => void) {
  const since = office.events.length
  act()
  const events = office.events.slice(since)
  return events.some(isTelling) ? noticesOfEvents(PROCEDURES, office.case, events, []) : []
}

describe('good news of an approval', () => {
  test('comes with the last agreement and not before, to the author and the handlers', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    done(office.take('lin', 'file', steps.filing(office)))
    expect(toldBy(office, () => done(office.agree('zheng'))).map(({ kind }) => kind)).toEqual(['to-approve'])
    expect(toldBy(office, () => done(office.agree('wu')))).toMatchObject([
      { kind: 'agreed', to: HANDLERS, except: 'wu', sentence: '“某某案”：报请立案，机关负责人已经同意' },
    ])
  })
  test('is not told of an act without one', () => {
    const office = new LawOffice()
    steps.draft(steps.reach(office, 'drafting'))
    const since = office.events.length
    done(office.take('lin', 'go-to-decision'))
    expect(office.events.slice(since).some(isTelling)).toBe(false)
  })
})

describe('what others have come to inside the case', () => {
  const submitted = () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    steps.draft(office)
    done(office.take('lin', 'submit-review'))
    return office
  }
  test('a review that passes and one that objects are both told to the handlers', () => {
    const passed = submitted()
    expect(toldBy(passed, () => done(passed.take('shen', 'pass', { case: steps.SEVEN_POINTS })))).toMatchObject([
      { kind: 'concluded', to: HANDLERS, sentence: '“某某案”：法制审核，审核通过' },
    ])
    const objected = submitted()
    const points = { ...steps.SEVEN_POINTS, 'facts-verdict': '有问题' }
    expect(toldBy(objected, () => done(objected.take('shen', 'object', { case: points })))).toMatchObject([
      { kind: 'concluded', sentence: '“某某案”：法制审核，提出问题' },
    ])
  })
  test('a review that lacks papers is the handlers’ turn, and the reviewers’ again when it is supplied', () => {
    const office = submitted()
    const asked = toldBy(office, () => done(office.take('shen', 'ask-material', { case: { missing: '检验报告' } })))
    expect(asked).toMatchObject([
      { kind: 'to-handle', to: HANDLERS, sentence: '“某某案”：法制审核，补充材料，轮到您办' },
    ])
    const since = office.events.length
    const supplied = toldBy(office, () => done(office.take('lin', 'supply', { case: { supplement: '已经补齐' } })))
    expect(supplied).toMatchObject([{ kind: 'to-handle', to: ['role:reviewer'] }])
    expect(settledBy(PROCEDURES, office.case, office.events.slice(since))).toContainEqual(
      expect.objectContaining({ about: asked[0]?.about }),
    )
  })
  test('a panel and a hearing are told when they are done, and the host when the notice is delivered', () => {
    const panel = steps.reach(new LawOffice(), 'decision')
    done(panel.take('lin', 'hold-panel'))
    expect(toldBy(panel, () => done(panel.take('wu', 'agree', { case: steps.panelFacts(panel) })))).toMatchObject([
      { kind: 'concluded', to: HANDLERS, sentence: '“某某案”：集体讨论，同意' },
    ])
    const heard = steps.reach(new LawOffice(), 'statement', steps.HEAVY_NOTICE)
    done(steps.requestHearing(heard))
    steps.callHearing(heard)
    expect(toldBy(heard, () => steps.deliverAll(heard))).toMatchObject([
      { kind: 'to-handle', to: ['person:zhu'], sentence: '“某某案”：听证，待举行，轮到您办' },
    ])
    heard.on('2026-06-12')
    expect(toldBy(heard, () => done(heard.take('zhu', 'hold', steps.HEARING_RECORD)))).toMatchObject([
      { kind: 'concluded', to: HANDLERS, sentence: '“某某案”：听证，已举行' },
    ])
  })
})

describe('what bodies outside have answered', () => {
  test('the police into the case itself is told to the handlers, and what an officer writes down of it to the others', () => {
    const office = transfer.sendToPolice(transfer.proposeTransfer(new LawOffice()))
    const run = office.child('transfer').id
    const reply = {
      type: 'reply-received',
      run,
      office: '青石区公安分局',
      kind: 'filed',
      text: '青公立字〔2026〕1号',
    } as const
    expect(toldBy(office, () => office.receive({ events: [reply] }, 'zhu'))).toMatchObject([
      { kind: 'answered', to: HANDLERS, sentence: '“某某案”：青石区公安分局决定立案，青公立字〔2026〕1号' },
    ])
    const answer = transfer.answer(office, '决定立案', office.today)
    expect(toldBy(office, () => done(office.take('lin', 'police-file', answer)))).toMatchObject([
      { kind: 'answered', except: 'lin', to: [...HANDLERS, 'unit-head:unit-handling'] },
    ])
  })
  test('a review or a court is told to those who handle the case whose decision it is about', () => {
    const origin = { ...steps.reach(new LawOffice(), 'performance').case, handlers: ['zhou'] }
    const office = dispute.answered(new LawOffice({ on: '2026-06-01' }))
    const since = office.events.length
    done(office.take('lin', 'decision-stands', { case: { ...dispute.RESULT, result: '维持' } }))
    const events = office.events.slice(since)
    expect(events.some(isTelling)).toBe(true)
    const told = { procedures: PROCEDURES, state: office.case, events }
    expect(noticesToOrigin(told, origin)).toMatchObject([
      { kind: 'answered', to: ['person:zhou'], except: 'lin', sentence: '“某某案”：行政复议有了结果，维持' },
    ])
    expect(noticesToOrigin({ ...told, events: office.events.slice(0, since) }, origin)).toEqual([])
    expect(noticesToOrigin({ ...told, state: origin }, origin)).toEqual([])
  })
})

test('what became possible when a term was over is settled when it is put forward', () => {
  const office = steps.reach(new LawOffice(), 'performance').on('2026-06-17')
  const since = office.events.length
  done(office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-10' } }))
  expect(settledBy(PROCEDURES, office.case, office.events.slice(since)).map(({ about }) => about)).toContain(
    'clock:case-1:main:payment:party-1',
  )
})
