import { describe, expect, test } from 'vitest'
import { fillIssued, plainWords } from '../../../tests/support/filled-documents.ts'
import { done, gatesOf, LawOffice } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { DELIVERY_METHODS } from './effective-on.ts'

type Facts = Record<string, unknown>

const CONSENT = { 'consents-electronic': true, 'electronic-address': 'a@example.cn' }

function deliver(facts: Facts, today = '2026-06-03', consent: Facts = CONSENT) {
  const office = steps.reach(new LawOffice(), 'notice')
  done(office.take('chuang', 'confirm-delivery', { party: { 'party-1': consent } }))
  steps.issueNotice(office)
  const words = { 'received-on': '2026-06-02', 'delivery-place': '当事人住所', 'delivered-by': ['lin', 'zhou'] }
  const decision = office.on(today).take('lin', 'deliver', { case: { ...words, ...facts } })
  return { office, decision }
}
const startOf = (office: LawOffice) => office.case.runs[0]?.clocks.find((clock) => clock.clock === 'statement')?.startOn

const PROOF: Readonly<Record<(typeof DELIVERY_METHODS)[number], Facts>> = {
  直接送达: { 'received-by': '赵某' },
  留置送达: { witness: '居委会孙某' },
  电子送达: {},
  委托送达: {},
  邮寄送达: {},
  转交送达: {},
  公告送达: { 'delivery-note': '下落不明，其他方式均退回' },
}

describe('each of the seven ways of delivery', () => {
  test.each(DELIVERY_METHODS.filter((method) => method !== '公告送达'))(
    '%s takes effect on the day it names',
    (method) => {
      const { office, decision } = deliver({ method, ...PROOF[method] })
      expect(gatesOf(decision)).toEqual([])
      expect(office.case.deliveries).toMatchObject([{ method, party: 'party-1', effectiveOn: '2026-06-02' }])
      expect(startOf(office)).toBe('2026-06-02')
      expect(office.child('delivery').outcome).toBe('delivered')
    },
  )

  test('公告送达 takes effect when thirty days have passed, and the terms count from there', () => {
    const { office, decision } = deliver({ method: '公告送达', ...PROOF.公告送达 })
    expect(gatesOf(decision)).toEqual([])
    expect(office.case.deliveries[0]?.effectiveOn).toBe('2026-07-02')
    expect(startOf(office)).toBe('2026-07-02')
  })
})

describe('a delivery is refused', () => {
  test.each<readonly [string, Facts, readonly string[]]>([
    ['when it is direct and nobody has signed', { method: '直接送达' }, ['signed-for']],
    ['when the paper is left without witness or recording', { method: '留置送达' }, ['left-with-proof']],
    [
      'when it is announced without saying why',
      { method: '公告送达', 'delivery-note': '无' },
      ['announcement-explained'],
    ],
    ['when it lies before the paper', { method: '邮寄送达', 'received-on': '2026-05-31' }, ['received-in-order']],
    ['when it lies in the future', { method: '邮寄送达', 'received-on': '2026-06-04' }, ['received-in-order']],
    ['when no such way exists', { method: '短信送达' }, ['input']],
  ])('%s', (_title, facts, gates) => expect(gatesOf(deliver(facts).decision)).toEqual(gates))

  test('but a recording proves a paper that was left, without a witness', () =>
    expect(gatesOf(deliver({ method: '留置送达', 'is-recorded': true }).decision)).toEqual([]))
})

describe('the decision and its payment notice', () => {
  test('are delivered to a party together, and the seven working days are met', () => {
    const office = steps.reach(new LawOffice(), 'delivery')
    const clock = () => office.case.runs[0]?.clocks.find((item) => item.clock === 'delivery')
    expect(clock()?.rolledDue).toBe('2026-06-10')
    expect(office.case.runs.filter((run) => run.procedure === 'delivery' && !run.endedOn)).toHaveLength(1)
    steps.deliverAll(office.on('2026-06-05'))
    const papers = office.case.documents.filter((doc) => ['penalty-decision', 'payment-notice'].includes(doc.code))
    const delivered = office.case.deliveries.map((made) => made.document)
    expect(papers.every((doc) => delivered.includes(doc.id))).toBe(true)
    expect(clock()?.metOn).toBe('2026-06-05')
  })
})

describe('electronic delivery', () => {
  test('is refused to a party that has not signed the agreement, also where a box is ticked', () => {
    const box = { method: '电子送达', 'has-consented': true }
    expect(gatesOf(deliver(box, '2026-06-03', { 'consents-electronic': false }).decision)).toEqual([
      'electronic-consent',
    ])
    expect(gatesOf(deliver(box, '2026-06-03', { 'delivery-address': '青石区某路 1 号' }).decision)).toEqual([
      'electronic-consent',
    ])
  })

  test('the agreement is a paper of the case', () => {
    const { office } = deliver({ method: '电子送达' })
    expect(office.case.documents.map(({ code }) => code)).toContain('delivery-address')
    expect(plainWords(fillIssued(office, 'delivery-address'))).toContain('a@example.cn')
  })
})
