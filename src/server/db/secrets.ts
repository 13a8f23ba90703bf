import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type SecretName = 'database-owner' | 'database-app' | 'database-portal'

const folderOf = (home: string): string => join(home, 'secrets')

/** Reads a password of this home, undefined when none was made yet. */
export function findSecret(home: string, name: SecretName): string | undefined {
  const file = join(folderOf(home), name)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Reads a password of this home, or makes one that only this user can read. Two processes at once get the same. */
export function getOrMakeSecret(home: string, name: SecretName): string {
  const found = findSecret(home, name)
  if (found) return found
  mkdirSync(folderOf(home), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(join(folderOf(home), name), randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(join(folderOf(home), name), 'utf8').trim()
}
