import type { SignIn } from '#contract/session.ts'
import type { Tx } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { writeAudit } from '#server/http/idempotency.ts'
import { decoyDigest, isPassword } from '#server/http/password.ts'
import type { PublicContext } from '#server/http/request-context.ts'
import { closeSession, openSession } from '#server/http/session.ts'

const MAX_FAILURES = 5
const LOCK_MINUTES = 15

export type AccountRow = {
  id: string
  personId: string
  passwordHash: string
  isUsable: boolean
  lockedUntilAt: string | null
}

/**
 * Checks login and password and opens a session; returns its token. One sentence for unknown login, wrong password, locked and
 * disabled account, so that nobody learns which logins exist.
 */
export async function signIn(ctx: PublicContext, input: SignIn): Promise<{ token: string } | Refused> {
  const login = input.login.trim().toLowerCase()
  const account = await findAccount(ctx, login)
  const isRight = await isPassword(account?.passwordHash ?? (await decoyDigest()), input.password)
  return ctx.db.transaction(async (tx) => {
    const isAccepted = account !== undefined && (await settle(ctx, tx, account, isRight))
    await noteAttempt(ctx, tx, account?.personId, isAccepted)
    if (!account || !isAccepted) return failed()
    if (ctx.sessionToken) await closeSession(tx, ctx.sessionToken)
    return { token: await openSession(tx, account.id, ctx.clock.now()) }
  })
}

const failed = (): Refused =>
  refused(
    'login-failed',
    `用户名或者密码不对，或者账号已停用、已锁定。连续 ${MAX_FAILURES} 次输错，账号锁定 ${LOCK_MINUTES} 分钟；需要解锁请联系系统管理员。`,
  )

export async function findAccount(ctx: PublicContext, login: string): Promise<AccountRow | undefined> {
  const { rows } = await ctx.db.query<AccountRow>({
    name: 'find-account',
    text: `SELECT a.id, a.person_id AS "personId", a.password_hash AS "passwordHash", a.locked_until_at AS "lockedUntilAt",
        NOT a.is_disabled AND (p.left_on IS NULL OR p.left_on > $2) AS "isUsable"
      FROM app.accounts a JOIN app.people p ON p.id = a.person_id WHERE a.login = $1`,
    values: [login, ctx.clock.today()],
  })
  return rows[0]
}

/**
 * Counts a failure or clears the count, decided on the locked row: parallel guesses cannot outrun the count, and a right
 * password opens nothing while the lock stands.
 */
export async function settle(ctx: PublicContext, tx: Tx, account: AccountRow, isRight: boolean): Promise<boolean> {
  const now = ctx.clock.now()
  const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * 60_000)
  const { rows } = await tx.query<{ isOpen: boolean }>({
    name: 'settle-sign-in',
    text: `WITH account AS (
        SELECT id, failures, coalesce(locked_until_at > $2, false) AS is_locked, locked_until_at IS NOT NULL AS was_locked
        FROM app.accounts WHERE id = $1 FOR UPDATE),
      counted AS (
        UPDATE app.accounts a SET
          failures = CASE WHEN $3 THEN 0 WHEN c.was_locked THEN 1 ELSE c.failures + 1 END,
          locked_until_at = CASE WHEN NOT $3 AND NOT c.was_locked AND c.failures + 1 >= $4 THEN $5::timestamptz END
        FROM account c WHERE a.id = c.id AND NOT c.is_locked RETURNING a.id)
      SELECT NOT is_locked AS "isOpen" FROM account`,
    values: [account.id, now.toISOString(), isRight, MAX_FAILURES, lockedUntil.toISOString()],
  })
  return isRight && account.isUsable && rows[0]?.isOpen === true
}

async function noteAttempt(ctx: PublicContext, tx: Tx, personId: string | undefined, isAccepted: boolean) {
  // What was typed as a login may be a password, so an unknown one is not written down.
  ctx.audit({ subject: personId ? `person:${personId}` : 'login:unknown', detail: { isAccepted } })
  await writeAudit(tx, ctx, { actorId: isAccepted ? (personId ?? null) : null })
}
