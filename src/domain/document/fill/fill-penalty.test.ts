import { describe, expect, test } from 'vitest'
import { fillAll, fillAtEnd, fillIssued, plainWords } from '../../../../tests/support/filled-documents.ts'
import { COMPANY, done, LawOffice, VIOLATION } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import type { FactValues } from '../../case/state.ts'
import type { DocumentData } from '../merge-data.ts'
import { type PrintData, toPrintData } from '../print-data.ts'
import { findDocumentKind } from '../registry.ts'

const SHOP = { ...COMPANY, id: 'party-2', name: '青石区第二食品店', legalRepresentative: '钱某' }
const SHOP_ACT = { ...VIOLATION, id: 'violation-2', party: 'party-2', cause: '未查验供货者许可证' }
const LABEL_ACT = { ...VIOLATION, cause: '经营标签虚假的食品' }
const TWO = { parties: [COMPANY, SHOP], violations: [LABEL_ACT, SHOP_ACT] }
const SANCTIONS = { fine: '5000', warning: true, gains: '320', goods: '超过保质期的调味品6瓶', 'goods-value': '60' }

function against(sanctions: Record<string, unknown>, more: Record<string, Record<string, unknown>> = {}) {
  return { case: { 'facts-found': '当事人经营超过保质期的调味品。' }, violation: { 'violation-1': sanctions, ...more } }
}

/** The whole way to the dossier, with review and panel. */
function wholeCase(notice = against(SANCTIONS), opened = {}): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office, opened)
  done(office.take('lin', 'inspect-scene', steps.scene(office)))
  steps.investigate(office, { 'is-complicated': true, 'is-complex': true })
  steps.notify(office, notice)
  steps.waive(office, { ...steps.WAIVER, statement: '当事人称进货时没有注意日期' })
  steps.reconsider(office)
  steps.draft(office)
  steps.review(office)
  done(office.take('lin', 'go-to-decision'))
  steps.holdPanel(office)
  done(office.take('lin', 'decide'))
  done(office.agree('wu'))
  steps.deliverAll(office)
  done(office.take('lin', 'begin-performance'))
  const paid = { ...steps.PAID, paid: '500000', 'paid-on': office.today }
  done(office.take('lin', 'record-performance', { party: steps.ofEveryParty(office, paid) }))
  steps.close(office)
  return office
}

function print(data: DocumentData): PrintData['print'] {
  const kind = findDocumentKind(data.document.code, data.document.issuedOn)
  if (!kind) throw new Error(`no kind ${data.document.code}`)
  return toPrintData(data, kind).print
}

const whole = wholeCase()
const heard = heardCase()
const two = wholeCase(against(SANCTIONS, { 'violation-2': { fine: '200000' } }), TWO)

function heardCase(): LawOffice {
  const office = new LawOffice()
  steps.reach(office, 'statement', steps.HEAVY_NOTICE)
  done(
    office.take('lin', 'hear-party', { party: { 'party-1': { 'waives-statement': true, 'waiver-medium': '书面' } } }),
  )
  steps.hear(office)
  steps.reconsider(office)
  steps.draft(office)
  steps.review(office)
  steps.decidePenalty(office)
  return office
}

describe('the papers of an ordinary penalty', () => {
  test('every paper bears the number of the case and names its party', () => {
    const filled = fillAll(whole)
    expect(new Set(filled.map((data) => data.document.code)).size).toBe(15)
    for (const data of filled) {
      expect(data.case.number).toBe('南青市监立〔2026〕1号')
      expect(data.parties).toHaveLength(1)
    }
  })

  test('the filing form shows the clue, the ground with its article and every approval', () => {
    const data = fillIssued(whole, 'filing-approval')
    expect(data.approvals.map((item) => [item.role, item.name, item.verdict, item.onDate])).toEqual([
      ['承办人意见', '林一', undefined, '2026-06-01'],
      ['承办机构负责人意见', '郑三', '同意', '2026-06-01'],
      ['机关负责人审批意见', '吴四', '同意', '2026-06-01'],
    ])
    expect(plainWords(data)).toContain('检查发现货架有超过保质期的调味品')
    expect(plainWords(data)).toContain('依据：《中华人民共和国行政处罚法》第五十四条。')
  })

  test('a record names the officers with the certificate of the day', () => {
    expect(fillIssued(whole, 'inquiry-record').officers).toEqual([
      { name: '林一', certificate: 'CERT-lin' },
      { name: '周二', certificate: 'CERT-zhou' },
    ])
    const { record } = fillIssued(whole, 'inquiry-record')
    expect(record).toMatchObject({ startedAt: '2026年6月1日9时00分', endedAt: '2026年6月1日10时00分', round: 1 })
    expect(record?.subject).toMatchObject({ name: '赵某', employer: COMPANY.name })
  })

  test('the review opinion has the seven points and the digest of exactly the draft that was submitted', () => {
    const { review } = fillIssued(whole, 'review-opinion')
    expect(review?.points).toHaveLength(7)
    expect(review).toMatchObject({ verdict: '同意', reviewer: { name: '沈五' }, submittedOn: '2026-06-01' })
    expect(review?.draftDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(review?.draftDigest).toBe(fillIssued(whole, 'review-submission').review?.draftDigest)
  })

  test('the panel record has the opinion of each head', () => {
    const { panel } = fillIssued(whole, 'panel-record')
    expect(panel?.members.map((one) => one.name)).toEqual(['吴四', '傅六'])
    expect(panel?.reason).toContain('情节复杂')
  })

  test('the receipt names all papers handed over together, with their numbers', () => {
    expect(fillIssued(whole, 'delivery-receipt').delivery?.documents).toEqual([
      { title: '行政处罚决定书', number: '南青市监罚决〔2026〕1号', copies: 1 },
      { title: '罚没款缴款通知书', number: '南青市监缴〔2026〕1号', copies: 1 },
    ])
  })

  test('before delivery the payment notice gives the term and no day', () => {
    const { payment } = fillIssued(whole, 'payment-notice')
    expect(payment).toMatchObject({ amountFen: 532_000, decisionNumber: '南青市监罚决〔2026〕1号' })
    expect(payment?.dueOn).toBeUndefined()
    expect(payment?.dueRule).toBe('自收到行政处罚决定书之日起十五日内')
  })

  test('the cover says what the case came to', () => {
    expect(fillAtEnd(whole, 'dossier-cover').dossier).toMatchObject({ retention: '30年' })
    expect(fillAtEnd(whole, 'dossier-cover').dossier?.result).toContain('人民币伍仟元整')
  })
})

describe('the penalty notice', () => {
  const noticeOf = (fine: string, more = {}) => {
    const office = new LawOffice()
    steps.reach(office, 'notice')
    steps.issueNotice(office, against({ fine, ...more }))
    return fillIssued(office, 'penalty-notice').notice
  }

  test('gives the right to a hearing from the threshold on and not below it', () => {
    expect(noticeOf('99999.99')?.hearingGround).toBeUndefined()
    expect(noticeOf('100000')).toMatchObject({
      hearingGround: '拟作出较大数额罚款的行政处罚',
      hearingTerm: '自收到本告知书之日起五个工作日内',
    })
  })

  test('gives it whatever the amount when the sanction is heavy', () => {
    const heavy = noticeOf('100', { 'is-heavy': true, 'other-sanction': '吊销食品经营许可证' })
    expect(heavy?.hearingGround).toContain('吊销许可证件')
  })
})

describe('the penalty decision', () => {
  test('has the amounts in words', () => {
    expect(print(fillIssued(whole, 'penalty-decision')).decisionItems).toEqual([
      '给予警告。',
      '没收违法所得320.00元（大写：人民币叁佰贰拾元整）。',
      '没收超过保质期的调味品6瓶。',
      '处罚款5,000.00元（大写：人民币伍仟元整）。',
    ])
  })

  test('states notice, hearing of the party, review and panel with their days, and the order to correct', () => {
    const words = plainWords(fillIssued(whole, 'penalty-decision'))
    expect(words).toContain('本机关向当事人送达《行政处罚告知书》（南青市监罚告〔2026〕1号）')
    expect(words).toContain('当事人提出了陈述、申辩，本机关进行了复核')
    expect(words).toContain('2026年6月1日，本案经本机关法制审核通过。2026年6月1日，本案经本机关负责人集体讨论决定。')
    expect(words).toContain('立即停止经营超过保质期的食品')
    expect(words).not.toContain('听证，')
  })

  test('names the reviewing body and the court of the agency', () => {
    const { remedy } = fillIssued(whole, 'penalty-decision')
    expect(remedy?.text).toContain('六十日内向青石区人民政府申请行政复议')
    expect(remedy?.text).toContain('六个月内依法向青石区人民法院提起行政诉讼')
  })

  test('rests on the hearing where one was held', () => {
    expect(plainWords(fillIssued(heard, 'penalty-decision'))).toContain(
      '2026年6月12日，本机关依法组织听证，并根据听证笔录提出处理意见。',
    )
    expect(fillIssued(heard, 'hearing-notice').hearing).toMatchObject({ heldAt: '2026年6月12日上午九时三十分' })
    expect(plainWords(fillIssued(heard, 'hearing-record'))).not.toContain('事实清楚')
  })

  test('imposes the amount that was decided, not the one that was notified', () => {
    const office = new LawOffice()
    steps.reach(office, 'drafting', against({ fine: '5000' }))
    steps.draft(office, { violation: { 'violation-1': { 'final-fine': '3000' } } })
    steps.decidePenalty(office)
    expect(print(fillIssued(office, 'penalty-decision')).fineText).toContain('人民币叁仟元整')
    expect(print(fillIssued(office, 'penalty-notice')).fineText).toContain('人民币伍仟元整')
  })
})

describe('a case with two parties', () => {
  test('each letter speaks of its addressee and of its acts alone', () => {
    for (const code of ['penalty-notice', 'penalty-decision', 'payment-notice']) {
      const [mine, others] = [fillIssued(two, code, SHOP.name), fillIssued(two, code, COMPANY.name)]
      expect(plainWords(mine)).not.toContain(LABEL_ACT.cause)
      expect(plainWords(mine)).not.toContain(COMPANY.name)
      expect(plainWords(others)).not.toContain(SHOP_ACT.cause)
    }
    expect(fillIssued(two, 'payment-notice', SHOP.name).payment?.amountFen).toBe(20_000_000)
  })

  test('only the party above the threshold may demand a hearing', () => {
    expect(fillIssued(two, 'penalty-notice', SHOP.name).notice?.hearingGround).toBeDefined()
    expect(fillIssued(two, 'penalty-notice', COMPANY.name).notice?.hearingGround).toBeUndefined()
  })

  test('a hearing that one of them asked for is told only to that one', () => {
    const office = new LawOffice()
    steps.fileCase(office, TWO)
    steps.investigate(office)
    steps.notify(office, against({ fine: '100000' }, { 'violation-2': { warning: true } }))
    steps.waive(office, { 'waives-statement': true, 'waiver-medium': '书面' })
    steps.hear(office)
    steps.reconsider(office)
    steps.draft(office)
    steps.review(office)
    steps.decidePenalty(office)
    expect(plainWords(fillIssued(office, 'penalty-decision', COMPANY.name))).toContain('本机关依法组织听证')
    expect(plainWords(fillIssued(office, 'penalty-decision', SHOP.name))).not.toContain('本机关依法组织听证')
  })

  test('forms of the office name whom each sanction is against', () => {
    expect(print(fillIssued(two, 'closure-approval')).decisionItems).toContain(
      `对${SHOP.name}：处罚款200,000.00元（大写：人民币贰拾万元整）。`,
    )
  })
})

test('no letter to a party tells what only the handlers may see', () => {
  for (const office of [whole, heard, two]) {
    const secrets = hiddenTexts(office)
    expect(secrets.length).toBeGreaterThan(3)
    for (const data of fillAll(office).filter(isLetter)) {
      for (const secret of secrets) expect(plainWords(data), data.document.code).not.toContain(secret)
    }
  }
})

function isLetter({ document }: DocumentData): boolean {
  const kind = findDocumentKind(document.code, document.issuedOn)
  return kind?.header === 'red' && kind.per === 'party'
}

/** Texts of facts of the class 'handlers', in every run; names of one or two characters stand elsewhere too. */
function hiddenTexts({ case: state, env }: LawOffice): readonly string[] {
  return state.runs.flatMap((run) => {
    const facts = env.procedures.get(`${run.procedure}@${run.version}`)?.facts ?? {}
    const values: readonly FactValues[] = [run.facts.case, ...Object.values(run.facts.party)]
    const hidden = values.flatMap((of) => Object.entries(of).filter(([name]) => facts[name]?.disclosure === 'handlers'))
    return hidden.flatMap(([, value]) => (typeof value === 'string' && value.length > 3 ? [value] : []))
  })
}

test('the same case gives the same data', () => {
  expect(JSON.stringify(fillAll(wholeCase()))).toBe(JSON.stringify(fillAll(whole)))
})
