import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '#domain/access/permissions.ts'
import type { Context } from '../context.ts'
import type { Queryable, Statement } from '../db/database.ts'
import type { Actor, Post } from './request-context.ts'

const IDLE_MS = 30 * 60_000
const ABSOLUTE_MS = 12 * 3_600_000
/** Sliding is written at most this often, so that most requests only read. */
const TOUCH_MS = 60_000

export type StoredAnswer = { readonly digest: string; readonly status: number; readonly answer: unknown }
export type Session = { readonly actor: Actor; readonly stored: StoredAnswer | undefined }

type SessionRow = Omit<Actor, 'roles' | 'posts'> & {
  posts: Post[]
  seenAt: string
  storedDigest: string | null
  storedStatus: number
  storedAnswer: unknown
}

const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex')

const POSTS = (today: string) => `coalesce((SELECT json_agg(json_build_object('role', t.role, 'unitId', u.id,
      'unitName', u.name, 'unitKind', u.kind, 'isPrincipal', t.is_principal, 'fromOn', t.from_on)
      ORDER BY t.from_on, t.role, u.id)
    FROM app.posts t JOIN app.units u ON u.id = t.unit_id
    WHERE t.person_id = p.id AND t.from_on <= ${today} AND (t.until_on IS NULL OR t.until_on >= ${today})), '[]')`

/** Session, person, today's posts and the answer already stored under this key, in one read. */
const findStatement = (digest: string, now: Date, today: string, key: string | undefined): Statement => ({
  name: 'find-session',
  text: `SELECT p.id AS "personId", p.name, a.id AS "accountId", a.login, g.id AS "agencyId", g.name AS "agencyName",
      g.short_name AS "agencyShortName", g.region_code AS "regionCode", s.seen_at AS "seenAt",
      k.request_digest AS "storedDigest", k.status AS "storedStatus", k.answer AS "storedAnswer",
      ${POSTS('$4')} AS posts
    FROM app.sessions s
    JOIN app.accounts a ON a.id = s.account_id AND NOT a.is_disabled
    JOIN app.people p ON p.id = a.person_id AND (p.left_on IS NULL OR p.left_on > $4)
    JOIN app.agencies g ON g.id = p.agency_id
    LEFT JOIN app.idempotency_keys k ON k.actor_id = p.id AND k.key = $5
    WHERE s.token_digest = $1 AND s.expires_at > $2 AND s.seen_at > $3`,
  values: [digest, now.toISOString(), new Date(now.getTime() - IDLE_MS).toISOString(), today, key ?? null],
})

/** The caller behind a token with the answer stored under `key`, or undefined: unknown, idle for 30 minutes, older than 12 hours. */
export async function findSession(ctx: Context, token: string, key?: string): Promise<Session | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const digest = tokenDigest(token)
  const now = ctx.clock.now()
  const { rows } = await ctx.db.query<SessionRow>(findStatement(digest, now, ctx.clock.today(), key))
  const row = rows[0]
  if (!row) return undefined
  if (now.getTime() - Date.parse(row.seenAt) > TOUCH_MS) await touch(ctx.db, digest, now)
  const { seenAt: _seenAt, storedDigest, storedStatus, storedAnswer, ...person } = row
  const roles = rolesOf(row.posts)
  const stored =
    storedDigest === null ? undefined : { digest: storedDigest, status: storedStatus, answer: storedAnswer }
  return { actor: { ...person, roles }, stored }
}

async function touch(db: Queryable, digest: string, now: Date): Promise<void> {
  await db.query({
    name: 'touch-session',
    text: 'UPDATE app.sessions SET seen_at = $2 WHERE token_digest = $1',
    values: [digest, now.toISOString()],
  })
}

/** Somebody by login with the posts of a day, without a session. */
export async function readActor(db: Queryable, login: string, today: string): Promise<Actor | undefined> {
  const { rows } = await db.query<Omit<Actor, 'roles' | 'posts'> & { posts: Post[] }>({
    name: 'read-actor',
    text: `SELECT p.id AS "personId", p.name, a.id AS "accountId", a.login, g.id AS "agencyId", g.name AS "agencyName",
        g.short_name AS "agencyShortName", g.region_code AS "regionCode", ${POSTS('$2')} AS posts
      FROM app.accounts a JOIN app.people p ON p.id = a.person_id JOIN app.agencies g ON g.id = p.agency_id
      WHERE a.login = $1`,
    values: [login, today],
  })
  const person = rows[0]
  return person && { ...person, roles: rolesOf(person.posts) }
}

function rolesOf(posts: readonly Post[]): readonly Role[] {
  return [...new Set(posts.map(({ role }) => role))]
}

/** The answer stored under a key meanwhile, read again after a race was lost. */
export async function findStoredAnswer(db: Queryable, actorId: string, key: string): Promise<StoredAnswer | undefined> {
  const { rows } = await db.query<StoredAnswer>({
    name: 'find-stored-answer',
    text: 'SELECT request_digest AS digest, status, answer FROM app.idempotency_keys WHERE actor_id = $1 AND key = $2',
    values: [actorId, key],
  })
  return rows[0]
}

/** Opens a session and returns its token (256 random bits); only the digest is stored. */
export async function openSession(tx: Queryable, accountId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS).toISOString()
  await tx.query({
    name: 'open-session',
    text: `WITH ended AS (DELETE FROM app.sessions WHERE account_id = $2 AND (expires_at <= $3 OR seen_at <= $5))
      INSERT INTO app.sessions (token_digest, account_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`,
    values: [
      tokenDigest(token),
      accountId,
      now.toISOString(),
      expiresAt,
      new Date(now.getTime() - IDLE_MS).toISOString(),
    ],
  })
  return token
}

export async function closeSession(tx: Queryable, token: string): Promise<void> {
  await tx.query({
    name: 'close-session',
    text: 'DELETE FROM app.sessions WHERE token_digest = $1',
    values: [tokenDigest(token)],
  })
}
