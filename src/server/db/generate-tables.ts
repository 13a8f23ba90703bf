import type { Queryable } from './database.ts'

type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isArray: boolean
  readonly isRequired: boolean
  readonly hasDefault: boolean
  readonly isAlwaysGenerated: boolean
}

const HEADER = `// Written by \`zhaofa migrate --write-schema\` from the database's catalogue; never edited.
import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'

type CalendarDate = ColumnType<PlainDate, string, string>
type Instant = ColumnType<string, string | Date, string | Date>
`

/** TypeScript for Kysely: tables of \`app\` by their name, those of \`published\` with the schema before it. */
export async function generateTables(db: Queryable): Promise<string> {
  const { rows } = await db.query<Column>({ text: COLUMNS })
  const tables = Map.groupBy(rows, (column) => column.table)
  const bodies = [...tables].map(([table, columns]) => tableType(table, columns))
  const index = [...tables.keys()].map((table) => `  ${quoted(table)}: ${typeName(table)}`)
  return `${HEADER}\n${bodies.join('\n')}\nexport interface DB {\n${index.join('\n')}\n}\n`
}

const typeName = (table: string): string =>
  `${table
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}Table`

const quoted = (name: string): string => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `'${name}'`)

function tableType(table: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => `  ${quoted(column.name)}: ${columnType(column)}`)
  return `export interface ${typeName(table)} {\n${lines.join('\n')}\n}\n`
}

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  date: 'CalendarDate',
  timestamptz: 'Instant',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Buffer',
}

function columnType(column: Column): string {
  const item = TYPES[column.type] ?? 'string'
  if (column.isArray) return finish(column, `${ARRAY_ITEMS[item] ?? item}[]`)
  return finish(column, item)
}

/** Kysely's own marks do not reach into arrays. */
const ARRAY_ITEMS: Readonly<Record<string, string>> = { CalendarDate: 'PlainDate', Instant: 'string' }

function finish(column: Column, type: string): string {
  const whole = column.isRequired || type === 'unknown' ? type : `${type} | null`
  if (column.isAlwaysGenerated) return `ColumnType<${whole}, never, never>`
  return column.hasDefault ? `Generated<${whole}>` : whole
}

const COLUMNS = `
  SELECT CASE n.nspname WHEN 'app' THEN '' ELSE n.nspname || '.' END || c.relname AS "table",
         a.attname AS name,
         coalesce(e.typname, t.typname) AS type,
         e.oid IS NOT NULL AS "isArray",
         a.attnotnull AS "isRequired",
         a.atthasdef OR a.attidentity <> '' AS "hasDefault",
         a.attgenerated <> '' OR a.attidentity = 'a' AS "isAlwaysGenerated"
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
  WHERE n.nspname IN ('app', 'published') AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
    AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY n.nspname, c.relname, a.attnum`
