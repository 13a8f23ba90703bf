import { chownSync, readFileSync, statSync } from 'node:fs'
import { OperatorError } from '../../operator-error.ts'

/** Who runs the database: PostgreSQL refuses root; undefined means "as we are". */
export type DatabaseUser = { readonly uid: number; readonly gid: number } | undefined

/** The owner of existing data first, else `postgres`, else `nobody`. */
export function databaseUser(dataFolder: string): DatabaseUser {
  const uid = process.getuid?.()
  if (uid === undefined) return undefined
  if (uid !== 0) {
    if (!findAccount((account) => account.uid === uid)) throw unknownAccount(uid)
    return undefined
  }
  return ownerOf(dataFolder) ?? namedAccount()
}

function ownerOf(folder: string): DatabaseUser {
  const stats = statSync(folder, { throwIfNoEntry: false })
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : undefined
}

function namedAccount(): DatabaseUser {
  for (const name of ['postgres', 'nobody']) {
    const account = findAccount((candidate) => candidate.name === name)
    if (account) return { uid: account.uid, gid: account.gid }
  }
  throw new OperatorError(
    '以 root 运行时，内置数据库需要系统里有 postgres 或 nobody 用户；请建立其一，或改用普通用户运行。',
  )
}

type Account = { name: string; uid: number; gid: number }

function findAccount(matches: (account: Account) => boolean): Account | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid, gid] = line.split(':')
    const account = { name, uid: Number(uid), gid: Number(gid) }
    if (name !== '' && matches(account)) return account
  }
  return undefined
}

/** initdb stops with "could not look up effective user ID"; directory services may still know the uid, hence a warning in words. */
function unknownAccount(uid: number): OperatorError {
  return new OperatorError(
    `当前用户编号 ${uid} 在 /etc/passwd 中没有记录，内置数据库无法初始化；请为它建立用户，或用 DATABASE_URL 指定数据库。`,
  )
}

/** Gives a path to the database user; nothing to do when that is us. */
export function giveTo(user: DatabaseUser, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}
