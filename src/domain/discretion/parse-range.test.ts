import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../../tests/vectors/ranges.json' with { type: 'json' }
import { describeAmount, describeRange, yuan } from './describe-range.ts'
import { isOrdered } from './interval.ts'
import { parseRange } from './parse-range.ts'
import type { Amount, Clause, PenaltyRange } from './penalty-range.ts'

const read = vectors.read as [string, string | null][]
const refused = vectors.refused as [string, string, number][]

function rangeOf(text: string): PenaltyRange {
  const result = parseRange(text)
  if (!result.ok) throw new Error(`${text}: ${result.problem.sentence}`)
  return result.range
}

function firstOf(text: string): Clause | undefined {
  return rangeOf(text).clauses[0]
}

describe('the text of a penalty range', () => {
  it.each(read.filter(([, says]) => says !== null))('%s', (text, says) => {
    expect(describeRange(rangeOf(text))).toBe(says)
  })

  it.each(read.filter(([, says]) => says === null))('%s is refused rather than guessed', (text) => {
    expect(parseRange(text).ok).toBe(false)
  })

  it.each(refused)('%s is refused as %s at %d', (text, code, position) => {
    expect(parseRange(text)).toMatchObject({ ok: false, problem: { code, position, sentence: expect.any(String) } })
  })

  it('以上 and 以下 include the number, 超过 and 不足 do not (《民法典》第一千二百五十九条)', () => {
    const inclusive = { min: { value: 1e6, inclusive: true }, max: { value: 3e6, inclusive: true } }
    const exclusive = { min: { value: 1e6, inclusive: false }, max: { value: 3e6, inclusive: false } }
    expect(firstOf('处一万元以上三万元以下罚款')?.measure).toMatchObject({ amount: { fen: inclusive } })
    expect(firstOf('处超过一万元不足三万元的罚款')?.measure).toMatchObject({ amount: { fen: exclusive } })
  })

  it('amounts are fen, shares are basis points', () => {
    expect(firstOf('处12.5元罚款')?.measure).toMatchObject({ amount: { fen: { min: { value: 1250 } } } })
    expect(firstOf('处货值百分之五罚款')?.measure).toMatchObject({
      amount: { of: '货值', basisPoints: { min: { value: 500 } } },
    })
  })

  it('可以 makes a clause optional and reaches through its list', () => {
    const modes = rangeOf('可以给予警告、没收违法所得；处一千元罚款').clauses.map(({ mode }) => mode)
    expect(modes).toEqual(['may', 'may', 'must'])
  })

  it('a later sentence keeps the person of the one before, another subject replaces him', () => {
    const { clauses } = rangeOf('对船舶所有人处二千元罚款；情节严重的，处四千元罚款。处一百元罚款')
    expect(clauses.map(({ condition }) => condition.subject)).toEqual(['船舶所有人', '船舶所有人', undefined])
  })

  it('a multiple without a base takes the one named before', () => {
    const { clauses } = rangeOf('处运费二倍罚款，情节严重的，处四倍罚款')
    expect(clauses[1]).toMatchObject({
      condition: { circumstances: ['情节严重'] },
      measure: { amount: { of: '运费' } },
    })
  })

  it('what is said in plain Chinese is read as the same range', () => {
    for (const [text, says] of read) if (says !== null) expect(rangeOf(says)).toEqual(rangeOf(text))
  })
})

const fen = fc.integer({ min: 1, max: 99_999_999 }).map((value) => value * 100)

describe('properties of the grammar', () => {
  it('every interval of money is read back as it was written', () => {
    fc.assert(
      fc.property(fen, fen, (a, b) => {
        const [min, max] = a < b ? [a, b] : [b, a]
        const text = `处${yuan(min)}以上${max / 100}元以下罚款`
        const { measure } = firstOf(text) ?? {}
        expect(measure).toMatchObject({ kind: 'fine', amount: { fen: { min: { value: min }, max: { value: max } } } })
        expect(rangeOf(describeRange(rangeOf(text)))).toEqual(rangeOf(text))
      }),
    )
  })

  it('no string crashes the reader, and no lower bound is above its upper bound', () => {
    const pieces = [
      ...'处并可以罚款元万千百五三倍的，；。、|（）不足超过每人对按至-0123 \n',
      '违法所得',
      '以上',
      '以下',
      '情节严重的',
      '没收',
      '拘留',
      '日',
      '百分之',
      '等值',
      '责令',
      '\ud842',
    ]
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const result = parseRange(text)
        if (!result.ok) expect(result.problem.position).toBeLessThanOrEqual(text.length)
        else for (const clause of result.range.clauses) expectOrdered(clause)
      }),
      { numRuns: 600 },
    )
  })

  it.each(['处五万元以上', '（'.repeat(5), '、', '对', '货值金额不足一万元的，', '一', '1,', '或者', '没收', '\n'])(
    '10,000 characters of %j are answered within a second',
    (piece) => {
      const started = performance.now()
      parseRange(piece.repeat(10_000).slice(0, 10_000))
      expect(performance.now() - started).toBeLessThan(1_000)
    },
  )

  it('more than 10,000 characters are refused', () => {
    expect(parseRange('处'.repeat(10_001))).toMatchObject({ ok: false, problem: { code: 'too-long' } })
  })
})

function expectOrdered({ measure }: Clause): void {
  const amount: Amount | undefined = 'amount' in measure ? measure.amount : undefined
  if (amount === undefined) return
  expect(isOrdered(amount.form === 'money' ? amount.fen : amount.basisPoints), describeAmount(amount)).toBe(true)
}
