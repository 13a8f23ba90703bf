import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Queryable } from '../../db/database.ts'
import { agenciesByName, takeItems } from './import-items.ts'

const FILE = 'items.csv'
const PATH = join(import.meta.dirname, '../../../../db/demo', FILE)
const IMPORTED_AT = new Date('2026-01-01T00:00:00Z')

/** The invented lists of the demo's agencies; run again it changes nothing. */
export async function loadDemoItems(q: Queryable): Promise<void> {
  const scope = { agencies: await agenciesByName(q), by: null }
  const { refused } = await takeItems(q, { file: FILE, text: readFileSync(PATH, 'utf8') }, scope, IMPORTED_AT)
  const [first] = refused
  if (first) throw new Error(`${FILE} 第 ${first.line} 行：${first.sentence}`)
}
