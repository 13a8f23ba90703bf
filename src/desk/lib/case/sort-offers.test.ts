import { describe, expect, it } from 'vitest'
import type { Offer } from '#domain/case/offers.ts'
import { isMainStep, sortOffers } from './sort-offers.ts'

const offer = (action: string, more: Partial<Offer> = {}): Offer => ({
  run: 'main',
  action,
  title: action,
  by: ['handler'],
  approval: [],
  basis: '《行政处罚法》第五十四条',
  asks: [],
  parties: [],
  records: [],
  movesOn: false,
  isYours: true,
  refusals: [],
  ...more,
})
const because = (gate: string) => ({ gate, basis: '《行政处罚法》第五十八条', sentence: '还没有' })
const names = (offers: readonly Offer[]) => offers.map(({ action }) => action)

describe('what can be done in a case', () => {
  it('begins with what moves it on', () => {
    expect(names(sortOffers([offer('inquire'), offer('report', { movesOn: true })]).now)).toEqual(['report', 'inquire'])
  })
  it('does not lead to another way out while the main one is refused', () => {
    const report = offer('report', { movesOn: true, refusals: [because('record-made')] })
    const offers = [offer('inquire'), report, offer('propose-transfer', { movesOn: true })]
    expect(names(sortOffers(offers).now)).toEqual(['inquire', 'propose-transfer'])
    expect(offers.filter((item) => isMainStep(offers, item))).toEqual([report])
  })
  it('never counts as possible what is refused, and keeps the reason', () => {
    const { now, notYet } = sortOffers([offer('decide', { refusals: [because('review-passed')] })])
    expect([names(now), names(notYet)]).toEqual([[], ['decide']])
  })
  it('folds away what could be done if a thing were there, and keeps the reason', () => {
    const { notYet, folded } = sortOffers([offer('sell', { refusals: [because('nothing-to-move'), because('sold')] })])
    expect([names(notYet), names(folded)]).toEqual([[], ['sell']])
  })
  it('shows what waits for somebody else only when nothing but the role stands against it', () => {
    const others = sortOffers([
      offer('pass', { isYours: false, refusals: [because('role')] }),
      offer('decide', { isYours: false, refusals: [because('role'), because('review-passed')] }),
    ]).others
    expect(names(others)).toEqual(['pass'])
  })
})
