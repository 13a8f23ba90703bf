import type { Queryable, Statement, Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { isRefused, type Refused, RefusedError } from './errors.ts'
import type { PublicContext, RequestContext } from './request-context.ts'

/** Column values of one `app.audit_entries` row. */
export type AuditRow = {
  readonly id: string
  readonly at: string
  readonly name: string
  readonly actorId: string | null
  readonly agencyId: string | null
  readonly subject: string | null
  readonly detail: string
  readonly address: string | null
}
/** Column values of one `app.idempotency_keys` row; `answer` is JSON text. */
export type KeyRow = {
  readonly actorId: string
  readonly key: string
  readonly digest: string
  readonly status: number
  readonly answer: string
  readonly at: string
}
/** The rows that a command must write in the transaction of its change; `audit` is absent on routes declared `none:`. */
export type CommandRecord = { readonly key: KeyRow; readonly audit: AuditRow | undefined }

/** The audit row of this request as it stands, or undefined on routes declared `none:`. */
export function auditRow(ctx: PublicContext): AuditRow | undefined {
  if (ctx.auditName.startsWith('none:')) return undefined
  return {
    id: newId(),
    at: ctx.clock.now().toISOString(),
    name: ctx.auditName,
    actorId: ctx.actor?.personId ?? null,
    agencyId: ctx.actor?.agencyId ?? null,
    subject: ctx.record.note.subject ?? null,
    detail: JSON.stringify(ctx.record.note.detail ?? {}),
    address: ctx.address,
  }
}

/** For a command that folds both rows into its own statement (`idempotency: 'own'`); marks the request as recorded. */
export function commandRecord(ctx: RequestContext, answer: unknown): CommandRecord {
  if (!ctx.idempotency) throw new Error('commandRecord: this route is exempt from idempotency')
  ctx.record.isRecorded = true
  const { key, digest } = ctx.idempotency
  const at = ctx.clock.now().toISOString()
  const keyRow = { actorId: ctx.actor.personId, key, digest, status: ctx.status, answer: JSON.stringify(answer), at }
  return { key: keyRow, audit: auditRow(ctx) }
}

const insertKey = `INSERT INTO app.idempotency_keys (actor_id, key, request_digest, status, answer, at)
  VALUES ($1, $2, $3, $4, $5, $6)`
const insertAudit = (first: number) => `INSERT INTO app.audit_entries
  (id, at, name, actor_id, agency_id, subject, detail, address)
  VALUES (${Array.from({ length: 8 }, (_, index) => `$${first + index}`).join(', ')})`

const keyValues = (row: KeyRow) => [row.actorId, row.key, row.digest, row.status, row.answer, row.at]
const auditValues = (row: AuditRow) => [
  row.id,
  row.at,
  row.name,
  row.actorId,
  row.agencyId,
  row.subject,
  row.detail,
  row.address,
]

export const auditStatement = (row: AuditRow): Statement => ({
  name: 'audit-entry',
  text: insertAudit(1),
  values: auditValues(row),
})

/** Writes this request's audit entry where no answer is stored with it: reads, signing in and out. */
export async function writeAudit(db: Queryable, ctx: PublicContext, changes: Partial<AuditRow> = {}): Promise<void> {
  ctx.record.isRecorded = true
  const row = auditRow(ctx)
  if (row) await db.query(auditStatement({ ...row, ...changes }))
}

function recordStatement({ key, audit }: CommandRecord): Statement {
  if (!audit) return { name: 'idempotency-key', text: insertKey, values: keyValues(key) }
  const text = `WITH answered AS (${insertKey}) ${insertAudit(7)}`
  return { name: 'command-record', text, values: [...keyValues(key), ...auditValues(audit)] }
}

/** Writes answer and audit entry in the command's transaction, in one round trip. A repeated key breaks the transaction. */
export async function recordAnswer(tx: Tx, ctx: RequestContext, answer: unknown): Promise<void> {
  await tx.query(recordStatement(commandRecord(ctx, answer)))
}

/** Runs a command in one transaction together with its audit entry and stored answer; a refusal rolls everything back. */
export async function idempotent<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T | Refused>): Promise<T | Refused> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const result = await work(tx)
      if (isRefused(result)) throw new RefusedError(result)
      await recordAnswer(tx, ctx, result)
      return result
    })
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal
    throw error
  }
}
