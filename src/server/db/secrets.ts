import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type SecretName =
  | 'database-owner'
  | 'database-app'
  | 'database-portal'
  | 'log-key'
  | 'log-key-sm2'
  | 'witness-key'

const folderOf = (home: string): string => join(home, 'secrets')

/** Reads a password of this home, undefined when none was made yet. */
export function findSecret(home: string, name: SecretName): string | undefined {
  const file = join(folderOf(home), name)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Reads a secret of this home, or makes one (a password) that only this user can read. Two processes at once get the same. */
export function getOrMakeSecret(home: string, name: SecretName, make: () => string = newPassword): string {
  const found = findSecret(home, name)
  if (found) return found
  mkdirSync(folderOf(home), { recursive: true, mode: 0o700 })
  publish(join(folderOf(home), name), make())
  return readFileSync(join(folderOf(home), name), 'utf8').trim()
}

const newPassword = (): string => randomBytes(24).toString('base64url')

/** The secrets of that name that were put aside as `<name>.<anything>`, such as keys that sign no longer. */
export function retiredSecrets(home: string, name: SecretName): string[] {
  if (!existsSync(folderOf(home))) return []
  // What `publish` has not finished ends in a process id.
  const aside = readdirSync(folderOf(home)).filter((file) => file.startsWith(`${name}.`) && !/\.\d+$/.test(file))
  return aside.sort().map((file) => readFileSync(join(folderOf(home), file), 'utf8').trim())
}

/** Puts a secret aside as `<name>.<day>-<nth>`; nothing happens when there is none. */
export function retireSecret(home: string, name: SecretName, day: string): void {
  const file = join(folderOf(home), name)
  if (!existsSync(file)) return
  let nth = 1
  while (existsSync(`${file}.${day}-${nth}`)) nth += 1
  renameSync(file, `${file}.${day}-${nth}`)
}

/** Whole or not at all, and never over another's: a process killed while it writes leaves no empty password. */
function publish(file: string, secret: string): void {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, secret, { mode: 0o600, flush: true })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}
