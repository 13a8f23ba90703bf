import { describe, expect, test } from 'vitest'
import * as execution from '../../tests/support/execution-steps.ts'
import { fillIssued, plainWords } from '../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { asked } from '../../tests/support/scenarios/child-scenarios.ts'
import { demolitionDecided } from '../../tests/support/scenarios/execution-scenarios.ts'

describe('行政处罚决定审批表', () => {
  const INFORMANT = { informant: '孙举报', contact: '13900000000', 'wants-reply': true }
  const decided = () => {
    const office = new LawOffice()
    steps.openPenalty(office, {}, INFORMANT)
    done(office.take('lin', 'file', steps.filing(office)))
    office.agreeAll('zheng', 'wu')
    steps.reach(office, 'decision')
    done(office.take('lin', 'decide'))
    return office
  }

  test('comes with the decision, when it is agreed to, and is delivered to nobody', () => {
    const office = decided()
    expect(office.case.documents.map(({ code }) => code)).not.toContain('decision-approval')
    done(office.agree('wu'))
    const paper = office.case.documents.find(({ code }) => code === 'decision-approval')
    expect(paper?.party).toBeUndefined()
    expect(office.case.runs.some(({ document }) => document === paper?.id)).toBe(false)
  })

  test('says what was found, on what it rests and what is decided, who agreed, and nothing of who reported it', () => {
    const office = decided()
    done(office.agree('wu'))
    const data = fillIssued(office, 'decision-approval')
    expect(data.rows.map(({ label }) => label)).toEqual(['违法事实', '处罚依据', '拟处罚内容'])
    expect(data.rows[2]?.text).toContain('罚款')
    expect(data.approvals.map(({ role }) => role)).toEqual(['承办人意见', '机关负责人审批意见'])
    expect(plainWords(data)).not.toContain('孙举报')
    expect(plainWords(data)).not.toContain('13900000000')
  })
})

describe('听证报告书', () => {
  const held = (more: Record<string, unknown> = {}) => {
    const office = asked(new LawOffice())
    done(office.take('lin', 'call', { case: steps.CALL }))
    done(office.agree('wu'))
    steps.deliverAll(office)
    office.on(steps.CALL['hearing-on'])
    const facts = { 'hearing-text': '调查人员：……', 'host-opinion': '建议按告知的内容处罚', ...more }
    const run = office.child('hearing').id
    const scenes = office.unrecorded(run, 'hold', { case: facts })
    done(office.do('zhu', { type: 'take', run, action: 'hold', facts: { case: facts }, evidence: [], scenes }))
    return fillIssued(office, 'hearing-report')
  }

  test('is made when the hearing is put on record, with the opinion of the host', () => {
    const rows = held({ 'hearing-sides': '调查人员主张五千元，当事人主张不处罚' }).rows
    expect(rows.map(({ label }) => label)).toEqual(['基本情况', '双方意见', '主持人意见'])
    expect(rows[0]?.text).toContain('公开举行')
    expect(rows[1]?.text).toBe('调查人员主张五千元，当事人主张不处罚')
    expect(rows[2]?.text).toBe('建议按告知的内容处罚')
  })

  test('points to the record where the two sides are not told apart', () => {
    expect(held().rows[1]?.text).toBe('见听证笔录。')
  })
})

describe('加处罚款决定书', () => {
  const late = () => execution.late(new LawOffice())

  test('says from which day, on which amount and how much, and is delivered', () => {
    const office = late().on('2026-06-20')
    done(office.take('lin', 'add-surcharge'))
    office.agreeAll('zheng', 'wu')
    const data = fillIssued(office, 'surcharge-decision')
    const [span, amount] = data.letter?.rows ?? []
    expect(span?.text).toMatch(/^2026年6月17日至2026年6月20日，4日，未缴罚款.*5,000/)
    expect(amount?.text).toContain('600')
    expect(data.remedy?.text).toContain('本加处罚款决定')
    expect(office.child('delivery').stage).toBe('open')
  })

  test('never adds more than the fine', () => {
    const office = late().on('2026-12-01')
    done(office.take('lin', 'add-surcharge'))
    office.agreeAll('zheng', 'wu')
    expect(fillIssued(office, 'surcharge-decision').letter?.rows[1]?.text).toContain('已达罚款数额')
  })

  test('is made out to nobody who has time to pay', () => {
    const office = steps.reach(new LawOffice(), 'performance')
    expect(gatesOf(office.take('lin', 'add-surcharge'))).toEqual(['surcharge-due'])
  })
})

describe('强制拆除公告', () => {
  test('comes with the decision to take a structure down, with where and when', () => {
    const data = fillIssued(demolitionDecided(new LawOffice()), 'demolition-announcement')
    expect(data.execution?.rows.map(({ label }) => label)).toContain('强制拆除的时间')
  })

  test('and with no other way of execution', () => {
    const office = execution.decided(new LawOffice())
    expect(office.case.documents.map(({ code }) => code)).not.toContain('demolition-announcement')
  })
})
