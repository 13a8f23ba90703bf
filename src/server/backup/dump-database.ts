import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PoolConfig } from 'pg'
import { OperatorError } from '../operator-error.ts'
import type { BackupTally } from './backup-tally.ts'

export const DATABASE_DUMP = 'database.dump'

export type Dump = {
  readonly connection: PoolConfig
  readonly major: number
  readonly backup: string
  readonly tally: BackupTally
}

/** A snapshot of a database that others keep, by the pg_dump of its own major version; answers its length. */
export async function dumpDatabase({ connection, major, backup, tally }: Dump): Promise<number> {
  const program = findProgram('pg_dump', major)
  const target = join(backup, DATABASE_DUMP)
  tally.tell(`正在用 ${program} 导出数据库…`)
  await runProgram(program, ['--format=custom', `--file=${target}`], connection)
  const hash = createHash('sha256')
  await pipeline(createReadStream(target), hash)
  const { size } = await stat(target)
  tally.count(DATABASE_DUMP, size, hash.digest('hex'))
  return size
}

/** On the PATH, or where Debian and Red Hat put several versions beside each other. */
export function findProgram(name: string, major: number): string {
  const places = [name, `/usr/lib/postgresql/${major}/bin/${name}`, `/usr/pgsql-${major}/bin/${name}`]
  const found = places.find((place) => (place === name || existsSync(place)) && versionOf(place) === major)
  if (found) return found
  throw new OperatorError(
    `没有找到 ${name} ${major}（要与数据库同一主版本）；请安装 postgresql-client-${major}，或者把它放到 PATH 里，再试一次。`,
  )
}

function versionOf(program: string): number | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '') ?? []
  return major === undefined ? undefined : Number(major)
}

/** The address may hold a password: it goes by the environment, where other users of the machine do not see it. */
export async function runProgram(program: string, args: readonly string[], connection: PoolConfig): Promise<void> {
  const { connectionString = '' } = connection
  const { bare, password } = withoutPassword(connectionString)
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...(password === undefined ? {} : { PGPASSWORD: password }) }
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    const child = spawn(program, [...args, `--dbname=${bare}`], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4_000)
    })
    child.on('error', (error) => resolve({ code: 126, said: error.message }))
    child.on('close', (ended) => resolve({ code: ended ?? 1, said }))
  })
  if (code !== 0) throw new OperatorError(`${program} 没有办成：${said.trim().split('\n').at(-1) ?? code}`)
}

/** Socket addresses have no host before the slash, which the URL parser refuses. */
export function withoutPassword(address: string): { readonly bare: string; readonly password: string | undefined } {
  const hasNoHost = address.includes('@/')
  const url = new URL(hasNoHost ? address.replace('@/', '@localhost/') : address)
  const password = url.password === '' ? undefined : decodeURIComponent(url.password)
  url.password = ''
  return { bare: hasNoHost ? url.href.replace('@localhost/', '@/') : url.href, password }
}
