import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { generateTables } from './generate-tables.ts'
import { migrate } from './migrate.ts'
import { dumpSchema } from './schema-dump.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Migrates a database of its own from nothing and writes `db/schema.sql` and `tables.ts` from it. Answers their paths. */
export async function writeSchema(say: (sentence: string) => void): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-schema-'))
  const embedded = await startEmbedded({ home, durable: false, say })
  const owner = openDatabase({ connection: embedded.connection })
  try {
    await migrate(owner, { app: undefined, portal: undefined })
    writeFileSync(join(ROOT, 'db/schema.sql'), await dumpSchema(owner))
    writeFileSync(join(ROOT, 'src/server/db/tables.ts'), await generateTables(owner))
  } finally {
    await owner.close()
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return ['db/schema.sql', 'src/server/db/tables.ts']
}
