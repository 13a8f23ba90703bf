import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator-error.ts'

export type MigrationFile = { readonly name: string; readonly sql: string; readonly checksum: string }

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../db/migrations')

const NAME = /^\d{4}-[a-z0-9-]+\.sql$/

/** The migrations in order of their number; an unfitting name or a number used twice is refused. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): MigrationFile[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  return names.map((name) => {
    const number = name.slice(0, 4)
    if (!NAME.test(name)) throw new OperatorError(`迁移文件 ${name} 的名称不对，应为“0001-小写名称.sql”。`)
    if (numbers.has(number)) throw new OperatorError(`迁移编号 ${number} 有两个文件，请给其中一个改用新的编号。`)
    numbers.add(number)
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
  })
}
