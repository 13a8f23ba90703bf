import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openNamedFolder } from '#server/blobs/named-files.ts'
import { fixedClock } from '#server/clock.ts'
import { readSettings } from '#server/config.ts'
import type { Queryable } from '#server/db/database.ts'
import { openLog } from '#server/log.ts'
import type { SequencerContext } from '#server/record-log/sequencer.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export type TestLog = {
  readonly database: TestDatabase
  readonly home: string
  readonly context: SequencerContext
  /** Where the tiles lie. */
  readonly folder: string
  /** Codes of the problems that a sequencer has told the operator of. */
  problems(): string[]
  close(): Promise<void>
}

/** A database, a home and a folder for the record log; nothing runs yet. */
export async function testLog(env: Readonly<Record<string, string>> = {}): Promise<TestLog> {
  const database = await testDatabase()
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-log-'))
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  return {
    database,
    home,
    folder: join(home, 'blobs'),
    context: { ...logContext(database.app, home, env), log },
    problems: () => lines.map((line) => JSON.parse(line).problem).filter((problem) => problem !== undefined),
    close: async () => {
      await database.drop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export function logContext(
  db: SequencerContext['db'],
  home: string,
  env: Readonly<Record<string, string>> = {},
): SequencerContext {
  const { config } = readSettings({
    ZHAOFA_HOME: home,
    LOG_LEVEL: 'silent',
    PORTAL_PUBLIC_URL: 'https://gs.example',
    ...env,
  })
  const clock = fixedClock('2026-03-10T02:00:00Z')
  return { db, config, clock, log: openLog('silent'), blobs: { named: openNamedFolder(join(home, 'blobs')) } }
}

let made = 0

/** Leaves of nothing in particular, in one transaction; answers their subjects. */
export async function insertLeaves(db: Queryable, count: number): Promise<readonly string[]> {
  const leaves = Array.from({ length: count }, () => {
    made += 1
    const salt = randomBytes(16)
    const digest = createHash('sha256').update(salt).update(`content ${made}`).digest('hex')
    return { subject: `event:${process.pid}-${made}`, salt: salt.toString('hex'), digest }
  })
  await db.query({
    text: `INSERT INTO app.leaves (kind, subject, salt, digest)
      SELECT 'event', l.subject, decode(l.salt, 'hex'), decode(l.digest, 'hex')
      FROM jsonb_to_recordset($1) AS l(subject text, salt text, digest text)`,
    values: [JSON.stringify(leaves)],
  })
  return leaves.map(({ subject }) => subject)
}

/** Looks again and again, for a bounded time, until the condition holds. */
export async function eventually(holds: () => Promise<boolean>, limitMs = 15_000): Promise<void> {
  const end = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not happen within ${limitMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
