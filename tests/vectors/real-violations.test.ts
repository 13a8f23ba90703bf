import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { describeRange } from '#domain/discretion/describe-range.ts'
import { parseRange } from '#domain/discretion/parse-range.ts'
import { statesAmount } from '#domain/discretion/states-amount.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data/violations')
const isThere = existsSync(FOLDER)
if (!isThere) console.log('../shared/data/violations 不在，真实处罚幅度的检验跳过。')

const files = isThere ? readdirSync(FOLDER).filter((name) => name.endsWith('.csv')) : []
const textsOf = (file: string): string[] =>
  parse(readFileSync(join(FOLDER, file)), { columns: true, bom: true }).map(
    (row) => (row as Readonly<Record<string, string>>).处罚幅度 ?? '',
  )

describe.skipIf(!isThere)('real penalty ranges of twelve domains', () => {
  const rates = files.map((file) => {
    const stating = textsOf(file).filter(statesAmount)
    return { file, stating: stating.length, parsed: stating.filter((text) => parseRange(text).ok).length }
  })

  it('at least 95 % of the rows that state an amount are read', () => {
    console.table(rates.map((rate) => ({ ...rate, percent: ((rate.parsed / rate.stating) * 100).toFixed(1) })))
    const total = (key: 'stating' | 'parsed') => rates.reduce((sum, rate) => sum + rate[key], 0)
    expect(total('stating')).toBeGreaterThan(600)
    expect(total('parsed') / total('stating')).toBeGreaterThanOrEqual(0.95)
  })

  it.each(files)('what %s says is said back in other words with the same meaning', (file) => {
    for (const text of new Set(textsOf(file))) {
      const result = parseRange(text)
      if (!result.ok) continue
      expect(parseRange(describeRange(result.range)), text).toEqual(result)
    }
  })
})

it.skipIf(isThere)('real penalty ranges are skipped when the data is not there', () => expect(files).toEqual([]))
