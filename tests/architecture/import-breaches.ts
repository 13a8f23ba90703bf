import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { IMPORT_TABLE, type Row } from './import-table.ts'
import { type Import, importsOf } from './imports-of.ts'
import { isTest, ROOT, sources } from './source-files.ts'

/** Every import that section 2 of ARCHITECTURE.md does not allow; tests may import everything. */
export function importBreaches(): string[] {
  return sources('src')
    .filter((path) => !isTest(path))
    .flatMap((path) => importsOf(path))
    .flatMap(breachesOf)
}

/** The reasons why one import is not allowed; none when it is. */
export function breachesOf(found: Import): string[] {
  const row = rowOf(found.from)
  if (!row) return [`${at(found)} stands in no room of the import table`]
  const reasons = [
    !isAllowed(row, found) && row.why,
    crossesFeature(found) && 'a feature is reached from another through its index.ts only; a desk feature not at all',
    found.isOwn && !existsSync(join(ROOT, found.to)) && 'it does not exist; the file ending is written out',
  ]
  return reasons.filter((reason) => typeof reason === 'string').map((why) => `${at(found)} imports ${found.to}: ${why}`)
}

const at = (found: Import): string => `${found.from}:${found.line}`

const isIn = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`)

function rowOf(path: string): Row | undefined {
  return IMPORT_TABLE.filter((row) => isIn(path, row.room)).toSorted((a, b) => b.room.length - a.room.length)[0]
}

function isAllowed(row: Row, found: Import): boolean {
  if (!found.isOwn) return row.packages.includes('*') || row.packages.includes(found.to)
  return [row.room, ...row.own].some((room) => isIn(found.to, room))
}

function crossesFeature(found: Import): boolean {
  const [from, to] = [featureOf(found.from), featureOf(found.to)]
  if (!from || !to || from === to) return false
  return from.startsWith('src/desk/') || !/\/index\.ts$/.test(found.to)
}

function featureOf(path: string): string | undefined {
  return /^(src\/(?:server|desk)\/features\/[^/]+)\//.exec(path)?.[1]
}
