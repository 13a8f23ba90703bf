import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { OperatorError } from '../../operator-error.ts'
import { type DatabaseUser, databaseUser, giveTo } from './database-user.ts'
import { runProgram } from './run-program.ts'

/** Where one home's cluster lives and who runs it. */
export type Place = {
  readonly data: string
  readonly log: string
  readonly sockets: string
  readonly user: DatabaseUser
  /** State of the system's own for this home, used where the home itself is closed to the database user. */
  readonly stateFolder: string
}

/** Finds or makes the place of a home's cluster; `say` hears a sentence when that is not inside the home. */
export async function findPlace(home: string, say: (sentence: string) => void): Promise<Place> {
  const fingerprint = createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)
  const stateFolder = join('/var/lib/zhaofa', fingerprint)
  openHome(home)
  const inside = join(home, 'database')
  const recorded = readPointer(home)
  const user = databaseUser(join(recorded ?? inside, 'data'))

  let folder = recorded ?? inside
  ownFolder(folder, user)
  if (!(await canEnter(folder, user))) {
    if (existsSync(join(folder, 'data'))) throw closedHome(home)
    rmdirSync(folder)
    folder = stateFolder
    say(`运行数据库的用户进不了 ${home}，数据库因此放在 ${folder}。`)
    ownFolder(folder, user)
    writeFileSync(pointerOf(home), `${folder}\n`)
  }
  // A socket's path may have 107 bytes: never inside the data folder.
  const sockets = join(tmpdir(), `zhaofa-${fingerprint}`)
  ownFolder(sockets, user)
  return { data: join(folder, 'data'), log: join(folder, 'server.log'), sockets, user, stateFolder }
}

const pointerOf = (home: string): string => join(home, 'database-folder')

/** A home that was moved still finds its cluster outside. */
function readPointer(home: string): string | undefined {
  const pointer = pointerOf(home)
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
}

/** Nobody else reads the home; under root the database user must be able to pass through it. */
function openHome(home: string): void {
  makeHome(home)
  const mode = statSync(home).mode & 0o777
  if (process.getuid?.() === 0 && (mode & 0o011) !== 0o011) chmodSync(home, mode | 0o011)
}

function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // On a read-only file system a recursive mkdir says ENOENT.
    if (code !== 'ENOENT' && code !== 'EROFS') throw error
    throw new OperatorError(`无法建立数据目录 ${home}：所在文件系统是只读的；请用 ZHAOFA_HOME 另选一个可写的目录。`)
  }
}

/** Makes a folder that only the database user enters; somebody else's folder in its place is refused. */
function ownFolder(folder: string, user: DatabaseUser): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(user, folder)
  }
  const stats = lstatSync(folder)
  const owner = user?.uid ?? process.getuid?.()
  if (!stats.isDirectory() || stats.uid !== owner) {
    throw new OperatorError(`${folder} 不是数据库用户（编号 ${owner}）自己的文件夹；请移走它后再启动。`)
  }
}

async function canEnter(folder: string, user: DatabaseUser): Promise<boolean> {
  return user === undefined || (await runProgram('/bin/sh', ['-c', 'cd "$0"', folder], user)).code === 0
}

function closedHome(home: string): OperatorError {
  return new OperatorError(
    `${home} 中已有数据库，但运行数据库的用户进不了这个文件夹；请放开其上级文件夹的进入权限（chmod o+x）后再启动。`,
  )
}
