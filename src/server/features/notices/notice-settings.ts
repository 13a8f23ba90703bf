import type { NoticeSettingsAnswer, NoticeSettingsInput } from '#contract/notices.ts'
import type { NoticeKind } from '#domain/notice/notice.ts'
import type { Queryable } from '#server/db/database.ts'
import { type Refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { minuteOf, textOfMinute } from './minute-of-day.ts'

type Row = {
  readonly version: number
  readonly quietFrom: number | null
  readonly quietUntil: number | null
  readonly digestAt: number | null
  readonly muted: NoticeKind[]
}
const NEVER_SET: Row = { version: 0, quietFrom: null, quietUntil: null, digestAt: null, muted: [] }

export async function readSettings(db: Queryable, personId: string): Promise<NoticeSettingsAnswer> {
  const { rows } = await db.query<Row>({
    name: 'notice-settings',
    text: `SELECT version, quiet_from AS "quietFrom", quiet_until AS "quietUntil", digest_at AS "digestAt", muted
      FROM app.notice_settings WHERE person_id = $1`,
    values: [personId],
  })
  const { version, quietFrom, quietUntil, digestAt, muted } = rows[0] ?? NEVER_SET
  const quiet = { quietFrom: textOfMinute(quietFrom), quietUntil: textOfMinute(quietUntil) }
  return { version, ...quiet, digestAt: textOfMinute(digestAt), muted }
}

/** Changes how the caller is told from now on; what waits already comes as it was planned. */
export async function changeSettings(
  ctx: RequestContext,
  input: NoticeSettingsInput,
): Promise<NoticeSettingsAnswer | Refused> {
  return idempotent(ctx, async (tx) => {
    const { personId } = ctx.actor
    const isDone = await write(tx, personId, ctx.ifMatch ?? 0, input)
    const now = await readSettings(tx, personId)
    if (!isDone) return stale({ version: now.version, values: now })
    ctx.audit({ subject: `person:${personId}`, detail: { ...input } })
    return now
  })
}

async function write(db: Queryable, personId: string, version: number, input: NoticeSettingsInput): Promise<boolean> {
  const { quietFrom, quietUntil, digestAt, muted } = input
  const { rows } = await db.query({
    name: 'notice-settings-change',
    text: `INSERT INTO app.notice_settings AS s (person_id, version, quiet_from, quiet_until, digest_at, muted)
      SELECT $1, 1, $3, $4, $5, $6 WHERE $2::int = 0 OR EXISTS (SELECT FROM app.notice_settings WHERE person_id = $1)
      ON CONFLICT (person_id) DO UPDATE SET version = s.version + 1, quiet_from = EXCLUDED.quiet_from,
        quiet_until = EXCLUDED.quiet_until, digest_at = EXCLUDED.digest_at, muted = EXCLUDED.muted
      WHERE s.version = $2 RETURNING version`,
    values: [
      ...[personId, version, minuteOf(quietFrom), minuteOf(quietUntil), minuteOf(digestAt)],
      [...new Set(muted)],
    ],
  })
  return rows.length > 0
}
