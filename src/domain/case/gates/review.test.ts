import { describe, expect, test } from 'vitest'
import type { RawFacts } from '#domain/case/command.ts'
import { done, gatesOf, LawOffice, VIOLATION, valuesWith } from '../../../../tests/support/law-office.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'

const decision = (office: LawOffice) => office.take('lin', 'go-to-decision')
const fine = (amount: string): RawFacts => ({ violation: { [VIOLATION.id]: { 'final-fine': amount } } })

function drafted(report: Record<string, unknown> = {}, office = new LawOffice()): LawOffice {
  steps.fileCase(office)
  steps.investigate(office, report)
  steps.draft(steps.reach(office, 'drafting'))
  return office
}
const reviewed = (office: LawOffice): LawOffice => {
  steps.review(office)
  return office
}
/** Back to the notice, and on the same road to a draft again. */
function noticedAgain(office: LawOffice, notice: RawFacts = steps.NOTICE): LawOffice {
  done(office.take('lin', 'notify-again'))
  steps.notify(office, notice)
  steps.waive(office)
  steps.reconsider(office)
  steps.draft(office)
  return office
}

describe('legal review is required', () => {
  test.each<readonly [string, Record<string, unknown>]>([
    ['where great public interest is touched', { 'public-interest': true }],
    ['where the case is difficult and of several relations', { 'is-complex': true }],
    ['where another law or list says so', { 'other-review-ground': true }],
  ])('%s', (_title, report) => {
    const office = drafted(report)
    expect(gatesOf(decision(office))).toEqual(['review-passed'])
    expect(gatesOf(decision(reviewed(office)))).toEqual([])
  })

  test('after a hearing', () => {
    const office = steps.reach(new LawOffice(), 'statement', steps.HEAVY_NOTICE)
    steps.hear(office)
    steps.reconsider(office)
    steps.draft(office)
    expect(gatesOf(decision(office))).toEqual(['review-passed'])
    expect(gatesOf(decision(reviewed(office)))).toEqual([])
  })

  test('of every ordinary penalty where the region says so', () => {
    const office = drafted({}, new LawOffice({ parameters: valuesWith({ 'review.every-ordinary-penalty': true }) }))
    expect(gatesOf(decision(office))).toEqual(['review-passed'])
  })

  test('not of a plain case where nothing says so', () => expect(gatesOf(decision(drafted()))).toEqual([]))
})

describe('a pass lapses', () => {
  const must = { 'public-interest': true }
  test.each<readonly [string, RawFacts]>([
    ['when the reasons change', { case: { 'decision-reasons': '另有理由，裁量仍然适当。' } }],
    ['when the order to correct changes', { case: { correction: '十日内改正' } }],
    ['when the amount falls', fine('4000')],
  ])('%s', (_title, change) => {
    const office = reviewed(drafted(must))
    steps.draft(office, change)
    expect(gatesOf(decision(office))).toEqual(['review-passed'])
    expect(gatesOf(decision(reviewed(office)))).toEqual([])
  })

  test('not when the same draft is written again', () => {
    const office = reviewed(drafted(must))
    steps.draft(office)
    expect(gatesOf(decision(office))).toEqual([])
  })

  test.each<readonly [string, RawFacts]>([
    ['when the facts change', { ...steps.NOTICE, case: { 'facts-found': '当事人经营超过保质期的调味品 8 瓶。' } }],
    [
      'when the kind changes',
      { ...steps.NOTICE, violation: { [VIOLATION.id]: { fine: '5000', goods: '调味品', 'goods-value': '60' } } },
    ],
    ['when the notified amount changes', { ...steps.NOTICE, violation: { [VIOLATION.id]: { fine: '4000' } } }],
  ])('%s', (_title, notice) => {
    const office = noticedAgain(reviewed(drafted(must)), notice)
    expect(gatesOf(decision(office))).toEqual(['review-passed'])
  })

  test('by a later hearing, though no word of the draft has changed', () => {
    const office = new LawOffice()
    steps.reach(office, 'drafting', steps.HEAVY_NOTICE)
    steps.draft(office)
    steps.review(office)
    done(office.take('lin', 'notify-again'))
    steps.notify(office, steps.HEAVY_NOTICE)
    steps.hear(office)
    steps.reconsider(office)
    const refused = decision(office)
    expect(gatesOf(refused)).toEqual(['review-passed'])
    expect(refused.ok ? '' : refused.refusals[0]?.sentence).toContain('又举行了听证')
  })

  test('not by a notice that says the same again', () => {
    expect(gatesOf(decision(noticedAgain(reviewed(drafted(must)))))).toEqual([])
  })
})

describe('a review', () => {
  const handedIn = (office = drafted()): LawOffice => {
    done(office.take('lin', 'submit-review'))
    return office
  }
  const pass = (more: Record<string, unknown> = {}) => ({ case: { ...steps.SEVEN_POINTS, ...more } })

  test.each(['subject', 'procedure', 'facts', 'law', 'power', 'documents', 'crime'])(
    'is no pass while the point %s is open',
    (point) => {
      const { [`${point}-reason`]: _left, ...rest } = steps.SEVEN_POINTS
      expect(gatesOf(handedIn().take('shen', 'pass', { case: rest }))).toEqual(['input'])
      expect(gatesOf(handedIn().take('shen', 'pass', pass({ [`${point}-reason`]: '是' })))).toEqual(['seven-points'])
      expect(gatesOf(handedIn().take('shen', 'pass', pass({ [`${point}-verdict`]: '有问题' })))).toEqual([
        'points-agree',
      ])
    },
  )

  test('is not done by a handler of the case, whatever his post', () => {
    const office = new LawOffice()
    steps.fileCase(office, { handlers: ['lin', 'duo'] })
    const open = handedIn(drafted2(office))
    expect(gatesOf(open.take('duo', 'pass', pass()))).toEqual(['reviewer-not-handler'])
    expect(gatesOf(open.take('shen', 'pass', pass()))).toEqual([])
  })

  test('is not done by somebody without the law examination', () => {
    expect(gatesOf(handedIn().take('xin', 'pass', pass()))).toEqual(['reviewer-licensed'])
  })

  test('that objects keeps the decision shut until another passes', () => {
    const office = handedIn()
    done(office.take('shen', 'object', pass({ 'law-verdict': '有问题', overall: '裁量理由不足' })))
    expect(gatesOf(decision(office))).toEqual(['review-passed'])
    steps.draft(office, { case: { 'decision-reasons': '补充裁量理由后拟稿。' } })
    expect(gatesOf(decision(reviewed(office)))).toEqual([])
  })

  test('that is still open keeps the decision shut', () =>
    expect(gatesOf(decision(handedIn()))).toEqual(['review-passed']))

  test('waits for material that is missing and goes on when it has come', () => {
    const office = handedIn()
    done(office.take('shen', 'ask-material', { case: { missing: '检验报告' } }))
    expect(gatesOf(office.take('shen', 'pass', pass()))).toEqual(['not-offered'])
    done(office.take('lin', 'supply', { case: { supplement: '已补检验报告' } }))
    expect(gatesOf(office.take('shen', 'pass', pass()))).toEqual([])
  })
})

function drafted2(office: LawOffice): LawOffice {
  steps.draft(steps.reach(office, 'drafting'))
  return office
}
