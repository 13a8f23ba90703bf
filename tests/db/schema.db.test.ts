import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateTables } from '#server/db/generate-tables.ts'
import { dumpSchema } from '#server/db/schema-dump.ts'
import { withDatabase } from '../support/database.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const CURE = 'run `npm run -s zhaofa -- migrate --write-schema` and commit what it writes'

test('db/schema.sql is what the migrations make', async () => {
  const dumped = await withDatabase((db) => dumpSchema(db.owner))
  expect(read('db/schema.sql'), CURE).toBe(dumped)
})

test('src/server/db/tables.ts is what the migrations make', async () => {
  const generated = await withDatabase((db) => generateTables(db.owner))
  expect(read('src/server/db/tables.ts'), CURE).toBe(generated)
})
