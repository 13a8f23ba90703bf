import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Queryable } from '../../db/database.ts'
import { takeLeniencyRows } from './import-leniency.ts'

const FILE = join(import.meta.dirname, '../../../../db/demo/leniency.csv')
const IMPORTED_AT = new Date('2026-01-01T00:00:00Z')

/** The invented lists of the demo's region; run again it changes nothing. */
export async function loadDemoLeniency(q: Queryable, regionCode: string): Promise<void> {
  const { refused } = await takeLeniencyRows(q, readFileSync(FILE, 'utf8'), { regionCode }, IMPORTED_AT)
  const [first] = refused
  if (first) throw new Error(`leniency.csv 第 ${first.line} 行：${first.sentence}`)
}
