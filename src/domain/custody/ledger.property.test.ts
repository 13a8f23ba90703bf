import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { ledgerOf, movable, refusePortions } from './ledger.ts'
import { MOVEMENTS, type Movement } from './movement.ts'
import { quantityFromText, quantityText } from './quantity.ts'
import { FATE_TITLES, type Fate, type Thing } from './thing.ts'

const ON = plainDate('2026-06-01')
const LISTED: Thing = {
  id: 'thing-1',
  run: 'run-1',
  no: 1,
  name: '酱油',
  spec: '',
  unit: '瓶',
  amount: 6000,
  condition: '',
  place: 'officers',
  shelf: '',
  seal: '',
  photos: [],
  listedOn: ON,
  life: [],
}
const DECIDABLE = (Object.keys(FATE_TITLES) as Fate[]).filter((fate) => fate !== 'held')

type Try = { readonly movement: Movement; readonly amount: number; readonly fate: Fate }
const tried: fc.Arbitrary<Try> = fc.record({
  movement: fc.constantFrom(...(Object.keys(MOVEMENTS) as Movement[])),
  amount: fc.integer({ min: 1, max: 7000 }),
  fate: fc.constantFrom(...DECIDABLE),
})

/** The life goes on with what the rule lets through, as the engine does it. */
function moveOn(thing: Thing, { movement, amount, fate }: Try): Thing {
  const decided = movement === 'decide' ? { fate } : {}
  if (refusePortions([thing], movement, [{ thing: thing.id, amount, ...decided }]) !== undefined) return thing
  const move = { seq: thing.life.length + 1, on: ON, movement, amount, given: 'lin', ...decided }
  return { ...thing, life: [...thing.life, move] }
}

const sum = (accounts: Readonly<Record<string, number>>) =>
  Object.values(accounts).reduce((total, one) => total + one, 0)

describe('whatever is tried with a thing, in whatever order', () => {
  test('what is here, by place and by decision, and what has left add up to what was listed', () =>
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 40 }), (tries) => {
        const thing = tries.reduce(moveOn, LISTED)
        const { places, fates, left } = ledgerOf(thing)
        expect(sum(places) + left).toBe(LISTED.amount)
        expect(sum(fates) + left).toBe(LISTED.amount)
        expect([...Object.values(places), ...Object.values(fates), left].every((amount) => amount >= 0)).toBe(true)
      }),
      { numRuns: 400 },
    ))

  test('never more goes out than came in, told by adding up the moves alone', () =>
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 40 }), (tries) => {
        const { life } = tries.reduce(moveOn, LISTED)
        const out = life.filter(({ movement, fate }) => MOVEMENTS[movement].leaves || fate === 'consumed')
        expect(out.reduce((total, { amount }) => total + amount, 0)).toBeLessThanOrEqual(LISTED.amount)
      }),
      { numRuns: 400 },
    ))

  test('exactly what may go goes, and a thousandth more does not', () =>
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 30 }), tried, (tries, { movement }) => {
        const thing = tries.reduce(moveOn, LISTED)
        const free = movable(thing, movement)
        const refuse = (amount: number) => refusePortions([thing], movement, [{ thing: thing.id, amount }])
        if (free > 0) expect(refuse(free)).toBeUndefined()
        expect(refuse(free + 1)).toContain('酱油')
      }),
    ))

  test('some lives end with everything gone, so that the sums are not of things that never moved', () => {
    const lives = fc.sample(fc.array(tried, { minLength: 30, maxLength: 60 }), { numRuns: 300, seed: 7 })
    const gone = lives.map((tries) => ledgerOf(tries.reduce(moveOn, LISTED)).left)
    expect(gone.filter((left) => left > 0).length).toBeGreaterThan(100)
  })
})

describe('a quantity', () => {
  test('is read exactly and written as it was read', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (amount) => {
        expect(quantityFromText(quantityText(amount))).toEqual({ ok: true, amount })
      }),
    ))

  test.each([
    ['12', 12_000],
    ['12.5', 12_500],
    ['0.125', 125],
    ['3.10', 3100],
    [' 7 ', 7000],
  ])('%s is %d thousandths', (text, amount) => expect(quantityFromText(text)).toEqual({ ok: true, amount }))

  test('a tenth and two tenths are three tenths', () => {
    const [a, b] = ['0.1', '0.2'].map((text) => quantityFromText(text))
    expect(a?.ok && b?.ok && quantityText(a.amount + b.amount)).toBe('0.3')
  })
})

test('two rows of one thing are judged by their sum', () => {
  const rows = [
    { thing: 'thing-1', amount: 4000 },
    { thing: 'thing-1', amount: 3000 },
  ]
  expect(refusePortions([LISTED], 'store', rows)).toBe('“酱油”可以入库的只有6瓶，不能填7瓶')
})
