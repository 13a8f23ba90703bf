import type { Database } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { hashPassword } from '#server/http/password.ts'
import { newId } from '#server/ids.ts'

/** The shortest password that is taken (OWASP ASVS 6.2.1 asks for 8 and recommends 15). */
const MIN_PASSWORD = 12

/** Opens an account for a person on file who has none. Refuses an unknown person, a taken login and a short password. */
export async function createAccount(
  db: Database,
  input: { agencyCode: string; name: string; login: string; password: string },
): Promise<{ login: string } | Refused> {
  const login = input.login.toLowerCase()
  if (!/^[a-z][a-z0-9._-]{1,31}$/.test(login)) {
    return refused('invalid-input', '账号应当是 2 到 32 个小写字母、数字、点、横线，以字母开头。')
  }
  const weak = weakPassword(input.password)
  if (weak) return weak
  const { rows } = await db.query<{ id: string }>({
    text: `SELECT p.id FROM app.people p JOIN app.agencies g ON g.id = p.agency_id WHERE g.code = $1 AND p.name = $2`,
    values: [input.agencyCode, input.name],
  })
  const [person, namesake] = rows
  if (!person) return refused('not-found', `机关 ${input.agencyCode} 里没有名叫“${input.name}”的人员。`)
  if (namesake) return refused('conflict', `机关 ${input.agencyCode} 里有不止一个“${input.name}”，请先在姓名上区分。`)
  const { rowCount } = await db.query({
    text: `INSERT INTO app.accounts (id, person_id, login, password_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    values: [newId(), person.id, login, await hashPassword(input.password)],
  })
  return rowCount === 1 ? { login } : refused('conflict', `账号“${login}”已有人用，或者“${input.name}”已有账号。`)
}

/** Lets a locked account sign in again at once. */
export async function unlockAccount(db: Database, login: string): Promise<{ login: string } | Refused> {
  const { rowCount } = await db.query({
    text: 'UPDATE app.accounts SET failures = 0, locked_until_at = NULL WHERE login = $1',
    values: [login.toLowerCase()],
  })
  return rowCount === 1 ? { login } : noAccount(login)
}

/** Sets a new password, unlocks, and ends every open session of the account. */
export async function resetPassword(
  db: Database,
  login: string,
  password: string,
  at: Date,
): Promise<{ login: string } | Refused> {
  const weak = weakPassword(password)
  if (weak) return weak
  const { rowCount } = await db.query({
    text: `WITH changed AS (
        UPDATE app.accounts SET password_hash = $2, password_set_at = $3, failures = 0, locked_until_at = NULL, is_demo = false
        WHERE login = $1 RETURNING id),
      ended AS (DELETE FROM app.sessions s USING changed c WHERE s.account_id = c.id)
      SELECT id FROM changed`,
    values: [login.toLowerCase(), await hashPassword(password), at.toISOString()],
  })
  return rowCount === 1 ? { login } : noAccount(login)
}

const noAccount = (login: string): Refused => refused('not-found', `没有账号“${login}”。`)

function weakPassword(password: string): Refused | undefined {
  const length = [...password].length
  if (length >= MIN_PASSWORD && length <= 256) return undefined
  return refused('invalid-input', `密码应当是 ${MIN_PASSWORD} 到 256 个字，现为 ${length} 个。`)
}
