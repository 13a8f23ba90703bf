import { EPOCH } from './epoch.ts'
import type { Sender } from './log-rows.ts'

export type KeptStamp = {
  readonly size: number
  readonly authority: string
  readonly token: Uint8Array
  readonly stampedAt: string
  readonly receivedAt: string
  readonly note: string
}

/** The newest time stamp of the log that is written now, with the checkpoint it is on. */
export async function readNewestStamp(db: Sender): Promise<KeptStamp | undefined> {
  const { rows } = await db.query<KeptStamp>({
    name: 'log-newest-stamp',
    text: `SELECT t.size, t.authority, t.token, t.stamped_at AS "stampedAt", t.received_at AS "receivedAt", c.note
      FROM app.log_timestamps t JOIN app.log_checkpoints c ON c.epoch = t.epoch AND c.size = t.size
      WHERE t.epoch = ${EPOCH} ORDER BY t.size DESC, t.received_at DESC LIMIT 1`,
  })
  return rows[0]
}

export type NewStamp = Pick<KeptStamp, 'size' | 'authority' | 'token'> & { readonly at: Date }

export async function keepStamp(db: Sender, { size, authority, token, at }: NewStamp, now: Date): Promise<void> {
  await db.query({
    text: `INSERT INTO app.log_timestamps (epoch, size, authority, token, stamped_at, received_at)
      VALUES (${EPOCH}, $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    values: [size, authority, token, at, now],
  })
}
