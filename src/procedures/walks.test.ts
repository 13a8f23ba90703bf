import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingAt } from '../../tests/support/decision-oracle.ts'
import { LawOffice } from '../../tests/support/law-office.ts'
import { SCENARIOS } from '../../tests/support/scenarios/gate-scenarios.ts'
import { unreviewed } from '../../tests/support/walks/review-oracle.ts'
import { decisions, problemsOf, type Walked, walk } from '../../tests/support/walks/walk.ts'
import { withGates } from '../../tests/support/with-gates.ts'
import { PROCEDURES } from './index.ts'

/** Of the ten thousand walks of each procedure that `npm run walks` takes. */
const SEEDS = Array.from({ length: 30 }, (_item, index) => index)
const OTHERS = 6
const ALL = [...PROCEDURES.values()]

const walked: Walked[] = []

describe('whatever anybody does, in whatever order, from whatever stage', () => {
  test.each(ALL)('$title ($code) keeps to the law', (procedure) => {
    for (const seed of SEEDS) {
      const one = walk(procedure, seed)
      expect(problemsOf(one), `seed ${seed}`).toEqual([])
      walked.push(one)
    }
  })

  test.each(ALL)('$title ($code) keeps to it on any other walk', (procedure) => {
    const holds = (seed: number) => void expect(problemsOf(walk(procedure, seed))).toEqual([])
    fc.assert(fc.property(fc.nat(), holds), { numRuns: OTHERS, endOnFailure: true })
  })

  test('the walks act, are refused, decide and come to an end', () => {
    const sum = (of: (one: Walked) => number) => walked.reduce((total, one) => total + of(one), 0)
    expect(sum(({ acts }) => acts)).toBeGreaterThan(walked.length * 5)
    expect(sum(({ refusals }) => refusals.length)).toBeGreaterThan(walked.length * 5)
    expect(sum(({ office }) => decisions(office.events).length)).toBeGreaterThan(8)
    for (const { code } of ALL)
      expect(
        walked.some((one) => hasEnded(one, code)),
        code,
      ).toBe(true)
  })

  test('recordings come in, hold back and let go', () => {
    const bound = walked.flatMap(({ office }) => office.case.recordings ?? [])
    const held = walked.flatMap(({ refusals }) => refusals).filter(({ gate }) => gate === 'recording-bound')
    expect(bound.length).toBeGreaterThan(10)
    expect(held.length).toBeGreaterThan(2)
  })

  test('bindings are taken back, and losses are explained, let stand and not', () => {
    const told = walked.flatMap(({ office }) => office.events.map(({ type }) => type))
    for (const type of ['recording-unbound', 'exception-asked', 'exception-decided']) expect(told).toContain(type)
  })
})

/** Some run of the procedure came to its end. */
function hasEnded({ office }: Walked, code: string): boolean {
  return office.case.runs.some(({ procedure, outcome }) => procedure === code && outcome !== undefined)
}

describe('the second opinion on decisions is no echo of the first', () => {
  test.each([
    ['notice-heard', 'statement neither waived nor over'],
    ['hearing-settled', 'hearing neither held nor waived nor over'],
    ['review-passed', 'review not passed'],
    ['panel-decided', 'panel has not agreed to this draft'],
  ])('it sees a decision from which %s was left out', (gate, found) => {
    const office = new LawOffice({ procedures: withGates((...place) => place[2] !== gate) })
    SCENARIOS[`penalty-ordinary/decide/${gate}`]?.run(office)
    office.agreeAll('wu')
    const [decision] = decisions(office.events)
    expect(decision && missingAt(office.events, decision)).toEqual([found])
  })

  test('it sees a licence that was withdrawn without its review', () => {
    const office = new LawOffice({ procedures: withGates((...place) => place[2] !== 'major-reviewed') })
    SCENARIOS['licence-withdrawal/decide/major-reviewed']?.run(office)
    office.agreeAll('wu')
    expect(unreviewed(office.events)).toEqual(['licence-withdrawal was made and its draft not reviewed'])
  })
})
