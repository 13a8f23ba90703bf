import { describe, expect, test } from 'vitest'
import { noticesOfEvents } from '#domain/notice/notices-of-events.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { HALT, suspend } from '../../../tests/support/halting-roads.ts'
import { done, gatesOf, LawOffice, PEOPLE, valuesWith, type Who } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { isRunning, lastDayOf } from './clock.ts'
import { latest } from './clock-events.ts'
import { projectionOf } from './projection.ts'
import { rootRun } from './state.ts'
import { voidOfferOf } from './void-offer.ts'
import { decideVoidAnswer, decideVoiding, refuseVoidAnswer } from './void-paper.ts'

const REASON = '当事人的名称写错了'
const paper = (office: LawOffice, code: string) => {
  const found = office.case.documents.findLast((doc) => doc.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const offer = (office: LawOffice, code: string, who: Who = 'lin') =>
  voidOfferOf(office.env, office.case, paper(office, code), PEOPLE[who])

function ask(office: LawOffice, code: string, who: Who = 'lin', reason = REASON): readonly string[] {
  const decision = decideVoiding(office.env, office.case, { document: paper(office, code).id, reason }, PEOPLE[who])
  if (!decision.ok) return decision.refusals.map(({ sentence }) => sentence)
  office.receive(decision, who)
  return []
}
function answer(office: LawOffice, code: string, who: Who, granted: boolean, opinion = ''): readonly string[] {
  const said = { document: paper(office, code).id, granted, opinion }
  const decision = decideVoidAnswer(office.env, office.case, said, PEOPLE[who])
  if (!decision.ok) return decision.refusals.map(({ sentence }) => sentence)
  office.receive(decision, who)
  return []
}
const decided = () => steps.reach(new LawOffice(), 'delivery')
const clockOf = (office: LawOffice, name: string) => latest(rootRun(office.case).clocks, name)[0]

describe('a decision that was made out in error and that nobody has yet', () => {
  test('is void once the head who agreed to it agrees; until then it is what it was', () => {
    const office = decided()
    expect(offer(office, 'penalty-decision')).toMatchObject({
      refusal: null,
      approver: '机关负责人',
      act: '作出处罚决定',
    })
    expect(ask(office, 'penalty-decision')).toEqual([])
    expect(paper(office, 'penalty-decision').voided).toBeUndefined()
    expect(rootRun(office.case).stage).toBe('delivery')
    expect(projectionOf(office.env, office.case).waitsFor).toContain('role:agency-head')
    expect(noticesOfEvents(PROCEDURES, office.case, office.events.slice(-1), [])).toMatchObject([
      { kind: 'to-approve', to: ['role:agency-head'], sentence: expect.stringContaining('报请作废《行政处罚决定书》') },
    ])
    expect(ask(office, 'penalty-decision').join()).toContain('已经报请作废')
    expect(answer(office, 'penalty-decision', 'zheng', true)).not.toEqual([])
    const asked = paper(office, 'penalty-decision')
    const byHead = { reason: REASON, role: 'agency-head', on: office.today, by: 'wu' } as const
    expect(refuseVoidAnswer(office.case, { ...asked, voidAsked: byHead }, PEOPLE.wu)?.sentence).toBe(
      '本人报请的事项由他人审批',
    )
    expect(answer(office, 'penalty-decision', 'wu', true)).toEqual([])
    expect(paper(office, 'penalty-decision')).toMatchObject({ voided: REASON })
    expect(office.events.find(({ type }) => type === 'document-voided')).toMatchObject({
      agreed: { role: 'agency-head', opinion: '同意' },
    })
    expect(office.refold()).toEqual(office.case)
  })

  test('leaves the case as if it had not been decided: every paper of the act is void, and nothing waits to be served', () => {
    const office = decided()
    const due = clockOf(steps.reach(new LawOffice(), 'decision'), 'decision')
    ask(office, 'penalty-decision')
    answer(office, 'penalty-decision', 'wu', true)
    expect(paper(office, 'payment-notice').voided).toBe(REASON)
    expect(office.case.runs.filter(({ procedure, endedOn }) => procedure === 'delivery' && !endedOn)).toEqual([])
    const root = rootRun(office.case)
    expect(root).toMatchObject({ stage: 'decision' })
    expect(root.result).toBeUndefined()
    expect(root.taken.map(({ action }) => action)).not.toContain('decide')
    const clock = clockOf(office, 'decision')
    expect(clock && isRunning(clock) && lastDayOf(clock)).toBe(due && lastDayOf(due))
    for (const started of ['delivery', 'publication']) expect(clockOf(office, started)?.metOn).toBeDefined()
  })

  test('is made anew by the same step, which keeps what was typed in, and the case goes on with the new one', () => {
    const office = decided()
    const [old, before] = [paper(office, 'penalty-decision').id, office.case.documents.length]
    ask(office, 'penalty-decision')
    answer(office, 'penalty-decision', 'wu', true)
    done(office.take('lin', 'decide'))
    done(office.agree('wu'))
    expect(paper(office, 'penalty-decision').id).not.toBe(old)
    expect(office.case.documents).toHaveLength(before + 3)
    steps.deliverAll(office)
    const served = office.case.deliveries.map(({ document }) => document)
    expect(served).toContain(paper(office, 'penalty-decision').id)
    expect(served).not.toContain(old)
    done(office.take('lin', 'begin-performance'))
    expect(office.refold()).toEqual(office.case)
  })

  test('is not void when the head says why not, and may be asked for again', () => {
    const office = decided()
    ask(office, 'penalty-decision')
    expect(answer(office, 'penalty-decision', 'wu', false, '不')[0]).toContain('5 至 500 个字')
    expect(answer(office, 'penalty-decision', 'wu', false, '名称没有写错，核对过执照')).toEqual([])
    expect(paper(office, 'penalty-decision')).not.toHaveProperty('voidAsked')
    expect(ask(office, 'penalty-decision')).toEqual([])
  })
})

describe('a paper of a step that needed no agreement', () => {
  test('is void at once, and the report waits for another record', () => {
    const office = new LawOffice()
    steps.fileCase(office)
    done(office.take('lin', 'inquire', steps.inquiry(office)))
    done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
    const report = () => gatesOf(office.take('lin', 'report', { case: steps.REPORT }))
    expect(ask(office, 'inquiry-record')).toEqual([])
    expect(paper(office, 'inquiry-record').voided).toBe(REASON)
    expect(report()).toContain('record-made')
    done(office.take('lin', 'inquire', steps.inquiry(office)))
    expect(office.refold()).toEqual(office.case)
  })
})

describe('no paper is void', () => {
  test('that has been served: it is corrected, or revoked by a decision', () => {
    const office = decided()
    steps.deliverAll(office)
    expect(ask(office, 'penalty-decision')).toEqual([
      '《行政处罚决定书》已经送达，不能作废；文字有误的补正、更正，决定有误的另作决定撤销、变更',
    ])
    expect(offer(office, 'penalty-decision')?.refusal).toContain('已经送达')
  })

  test('that was served while the head was asked', () => {
    const office = decided()
    ask(office, 'penalty-decision')
    steps.deliverAll(office)
    expect(answer(office, 'penalty-decision', 'wu', true).join()).toContain('已经送达')
    expect(answer(office, 'penalty-decision', 'wu', false, '已经送达，另作更正')).toEqual([])
  })

  test('without a reason, by somebody who does not handle the case, twice, or one that is not there', () => {
    const office = decided()
    expect(ask(office, 'penalty-decision', 'lin', '错了')[0]).toContain('5 至 500 个字')
    expect(ask(office, 'penalty-decision', 'wu').join()).toContain('承办人员')
    expect(offer(office, 'penalty-decision', 'zheng')).toBeUndefined()
    ask(office, 'penalty-decision')
    answer(office, 'penalty-decision', 'wu', true)
    expect(ask(office, 'penalty-decision')).toEqual(['这份文书已经作废'])
    const nothing = decideVoiding(office.env, office.case, { document: 'none', reason: REASON }, PEOPLE.lin)
    expect(nothing).toMatchObject({ ok: false, refusals: [{ sentence: '本案没有这份文书，请刷新页面' }] })
  })

  test('after which the case went on, or while something waits for agreement', () => {
    const office = decided()
    expect(ask(office, 'investigation-report').join()).toContain('往下办了')
    const pending = steps.reach(new LawOffice(), 'decision')
    done(pending.take('lin', 'decide'))
    expect(ask(pending, 'inquiry-record').join()).toContain('正在报批')
  })

  test('whose act has done more than make it out', () => {
    const parameters = valuesWith({ 'case.suspension-grounds': [HALT.case?.['halt-ground']] })
    const office = suspend(new LawOffice({ parameters }))
    expect(ask(office, 'suspension-decision').join()).toContain('不只出具文书')
  })
})
