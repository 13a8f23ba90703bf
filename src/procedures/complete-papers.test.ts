import { describe, expect, test } from 'vitest'
import { blankFields, completePapers, issuedOf } from '../../tests/support/complete-papers.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../tests/support/law-office.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import * as steps from '../../tests/support/penalty-steps.ts'
import { asked } from '../../tests/support/scenarios/child-scenarios.ts'
import { PROCEDURES } from './index.ts'

/** Written by hand on the paper, or known only from an earlier act that need not have said it. */
const BY_HAND: readonly string[] = [
  'clue/clue-register/提供人',
  'clue/clue-register/联系方式',
  'inspection/inspection-plan/备注',
  'licence/licence-hand-over/签收',
  // The shortest road to the decision has no notice, and the notice is what names the sanctions; see hooked-papers.test.ts.
  'penalty-ordinary/decision-approval/拟处罚内容',
  'penalty-ordinary/delivery-address/签名',
]
/** One that nobody asked for; the roads lead to one that was. */
const ANNOUNCED = 'licence-hearing/call/licence-hearing-announcement'

const PAPERS = [...PROCEDURES.values()].map((procedure) => ({ procedure, papers: [...completePapers(procedure)] }))

describe('an issued paper of the common layout', () => {
  test('has no empty box where its act was told everything that it asks', () => {
    const blank = PAPERS.flatMap(({ procedure, papers }) =>
      papers.flatMap(({ data }) =>
        blankFields(data).map((field) => `${procedure.code}/${data.document.code}/${field}`),
      ),
    )
    expect([...new Set(blank)].toSorted()).toEqual(BY_HAND)
  })

  test('is drawn here for every act that issues it', () => {
    const missing = PAPERS.flatMap(({ procedure, papers }) => {
      const drawn = papers.map(({ action, data }) => `${action}/${data.document.code}`)
      return issuedOf(procedure, new LawOffice())
        .filter((key) => !drawn.includes(key))
        .map((key) => `${procedure.code}/${key}`)
    })
    expect([...new Set(missing)].toSorted()).toEqual([ANNOUNCED])
  })
})

describe('a hearing that the office holds for the public', () => {
  const NOTICE = { 'hearing-matter': '选址', 'hearing-call': '电话报名' }
  const CALL = { host: ['zhu'], 'hearing-on': '2026-06-15', 'hearing-at': '上午九时', 'hearing-place': '第一会议室' }

  test('is announced once its time and place are known', () => {
    const office = licence.accepted(new LawOffice())
    done(office.take('lin', 'announce-hearing', { case: NOTICE }))
    done(office.agree('wu'))
    done(office.take('lin', 'call', { case: { ...CALL, 'is-open': true } }))
    done(office.agree('wu'))
    const data = fillIssued(office, 'licence-hearing-announcement')
    expect(blankFields(data)).toEqual([])
    expect(data.rows).toContainEqual({ label: '时间', text: '2026年6月15日上午九时' })
    expect(data.rows).toContainEqual({ label: '听证事项', text: '选址' })
  })
})

describe('papers that come with an act', () => {
  const heard = (way: string) => {
    const office = steps.reach(new LawOffice(), 'statement')
    const said = { statement: '数量有误，请求从轻', 'statement-way': way }
    const facts = { 'statement-at': '2026-06-01T01:30:00.000Z', 'statement-place': '本局询问室', recorder: ['zhou'] }
    done(office.take('lin', 'hear-party', { case: facts, party: { 'party-1': said } }))
    return office
  }

  test('what a party says by word of mouth is put on record, what it writes is not written down again', () => {
    const data = fillIssued(heard('口头'), 'statement-record')
    expect(data.rows).toContainEqual({ label: '陈述申辩内容', text: '数量有误，请求从轻' })
    expect(data.record).toMatchObject({ startedAt: '2026年6月1日9时30分', place: '本局询问室', recorder: '周二' })
    expect(heard('书面').case.documents.map(({ code }) => code)).not.toContain('statement-record')
  })

  test('a hearing that is over before it was held is ended by a letter to the party', () => {
    const office = asked(new LawOffice())
    done(office.take('lin', 'give-up', { case: { 'given-up': '当事人撤回听证要求' } }))
    const data = fillIssued(office, 'hearing-termination')
    expect(data.rows).toContainEqual({ label: '终止情形', text: '当事人撤回听证要求' })
    expect(office.child('delivery').stage).toBe('open')
  })

  test('a review that wants more material says in writing what is missing', () => {
    const office = steps.reach(new LawOffice(), 'drafting')
    steps.draft(office)
    done(office.take('lin', 'submit-review'))
    done(office.take('shen', 'ask-material', { case: { missing: '听证笔录，三日内补来' } }))
    expect(fillIssued(office, 'review-return').rows).toContainEqual({ label: '缺漏材料', text: '听证笔录，三日内补来' })
  })
})
