import type { Context } from '../context.ts'

/** The desk tries a command again only while its page is open; no other client waits for so long. */
const KEPT_DAYS = 30
const AT_ONCE = 10_000

/** Deletes answers that are kept for a command that comes twice and are older than that, and sessions that have expired. */
export async function forgetAnswers({ db, clock }: Context): Promise<{ answers: number; sessions: number }> {
  const now = clock.now()
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString()
  let answers = 0
  for (let gone = AT_ONCE; gone === AT_ONCE; answers += gone) {
    const { rowCount } = await db.query({
      name: 'forget-answers',
      text: `DELETE FROM app.idempotency_keys WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM app.idempotency_keys WHERE at < $1 ORDER BY at LIMIT $2))`,
      values: [before, AT_ONCE],
    })
    gone = rowCount
  }
  const ended = await db.query({
    name: 'forget-sessions',
    text: 'DELETE FROM app.sessions WHERE expires_at <= $1',
    values: [now.toISOString()],
  })
  return { answers, sessions: ended.rowCount }
}
