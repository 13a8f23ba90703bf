import type { CaseEvent } from '#domain/case/event.ts'
import type { Projection } from '#domain/case/projection.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Bar } from '#domain/licence/licence.ts'
import type { RegisterWrite } from '#domain/licence/register-writes.ts'
import type { Statement, Tx } from '#server/db/database.ts'
import type { CommandRecord } from '#server/http/idempotency.ts'
import { ROWS_PARTS, type RowsPart } from './case-rows.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Job } from './follow-ups.ts'

export type CaseWrite = {
  readonly isNew: boolean
  readonly unitId: string
  readonly state: CaseState
  readonly projection: Projection
  readonly people: readonly string[]
  readonly events: readonly CaseEvent[]
  readonly leaves: readonly { readonly salt: string; readonly digest: string; readonly seq: number }[]
  readonly documents: readonly DocumentRow[]
  readonly jobs: readonly Job[]
  /** What follows for the register of licences. */
  readonly register: readonly RegisterWrite[]
  readonly bars: readonly Bar[]
  /** The act that has taken effect; the draft of its form is no longer needed. */
  readonly submitted: { readonly run: string; readonly action: string } | undefined
  /** Undefined for what the office's clock does by itself: nobody asked, so nobody is answered. */
  readonly record: CommandRecord | undefined
}

/**
 * Writes everything that one command does to a case in one statement, which is sent together with the end of the transaction;
 * the row is locked or new.
 */
export function writeCase(tx: Tx, write: CaseWrite): void {
  const parts = ROWS_PARTS.filter((part) => part.isNeeded(write))
  const shared = [write.state.id, write.events[0]?.at, write.state.agency]
  const values = [...shared, ...parts.flatMap((part) => part.values(write))]
  tx.send({ ...statementOf(parts, write), values })
}

/** Few kinds of commands have the same parts, so each is prepared once per connection. */
const statements = new Map<string, Statement>()

function statementOf(parts: readonly RowsPart[], write: CaseWrite): Statement {
  const name = `case-${parts.map((part) => part.name).join('-')}`
  const known = statements.get(name) ?? { name: `case-write-${statements.size}`, text: textOf(parts, write) }
  statements.set(name, known)
  return known
}

/**
 * Foreign keys are checked when the statement ends, so the rows may be written side by side. A row that is not there divides by
 * zero: then nothing is committed.
 */
function textOf([moved, ...others]: readonly RowsPart[], write: CaseWrite): string {
  if (!moved) throw new Error('a command writes a case')
  let first = 4
  const withs = [moved, ...others].map((part, index) => {
    const sql = `${index === 0 ? 'moved' : part.name} AS (${part.sql(first)})`
    first += part.values(write).length
    return sql
  })
  const queued = others.some(({ name }) => name === 'queued') ? ', (SELECT count(*) FROM queued)' : ''
  // Every shared value has a type, also where no part speaks of it.
  return `WITH ${withs.join(',\n')}\nSELECT 1 / (SELECT count(*) FROM moved), $3::uuid${queued}`
}
