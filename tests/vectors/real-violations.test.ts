import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { describeRange } from '#domain/discretion/describe-range.ts'
import { parseRange } from '#domain/discretion/parse-range.ts'
import { statesAmount } from '#domain/discretion/states-amount.ts'
import vectors from './ranges.json' with { type: 'json' }

type Source = { readonly name: string; readonly texts: readonly string[] }

// Real texts are somebody else's and no part of the project: where they lie beside it they are held to the same as those of our own.
const FOLDER = join(import.meta.dirname, '../../../shared/data/violations')
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.csv')) : []
const textsOf = (file: string): string[] =>
  parse(readFileSync(join(FOLDER, file)), { columns: true, bom: true }).map(
    (row) => (row as Readonly<Record<string, string>>).处罚幅度 ?? '',
  )
const OWN: Source = {
  name: 'ranges.json',
  texts: vectors.read.filter(([, says]) => says !== null).map(([text]) => String(text)),
}
const SOURCES: readonly Source[] = [OWN, ...files.map((name) => ({ name, texts: textsOf(name) }))]

describe('penalty ranges as they are written', () => {
  const rates = SOURCES.map(({ name, texts }) => {
    const stating = texts.filter(statesAmount)
    return { name, stating: stating.length, parsed: stating.filter((text) => parseRange(text).ok).length }
  })

  it('at least 95 % of the rows that state an amount are read', () => {
    console.table(rates.map((rate) => ({ ...rate, percent: ((rate.parsed / rate.stating) * 100).toFixed(1) })))
    const total = (key: 'stating' | 'parsed') => rates.reduce((sum, rate) => sum + rate[key], 0)
    expect(rates[0]?.stating).toBeGreaterThan(20)
    expect(total('parsed') / total('stating')).toBeGreaterThanOrEqual(0.95)
  })

  it.each(SOURCES)('what $name says is said back in other words with the same meaning', ({ texts }) => {
    const read = [...new Set(texts)].flatMap((text) => {
      const result = parseRange(text)
      return result.ok ? [{ text, result }] : []
    })
    expect(read.length).toBeGreaterThan(0)
    for (const { text, result } of read) expect(parseRange(describeRange(result.range)), text).toEqual(result)
  })
})
