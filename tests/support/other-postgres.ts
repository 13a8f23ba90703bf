import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'
export const NO_OTHER_POSTGRES =
  'A database of its own is not tried here: it needs a PostgreSQL with pg_dump of the same version (Debian: apt-get install postgresql) and, for root, the user postgres.'

export type OtherPostgres = { url(database: string): string; stop(): void }

/** A server that does not belong to the program, with two empty databases a and b; undefined where the machine has none. */
export function otherPostgres(): OtherPostgres | undefined {
  const bin = programs()
  const user = bin && serverUser()
  if (!bin || !user) {
    console.warn(NO_OTHER_POSTGRES)
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-other-'))
  chownSync(folder, user.uid, user.gid)
  const run = (program: string, args: readonly string[]): void => {
    const { status } = spawnSync(join(bin, program), args, { ...user, cwd: '/', stdio: 'ignore', env: { LC_ALL: 'C' } })
    if (status !== 0) throw new Error(`${program} ended with ${status}`)
  }
  const data = join(folder, 'data')
  writeFileSync(join(folder, 'password'), 'geheim')
  run('initdb', [
    '-D',
    data,
    '-U',
    'owner',
    `--pwfile=${join(folder, 'password')}`,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
  ])
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start'])
  for (const name of ['a', 'b']) run('createdb', ['-h', folder, '-U', 'owner', name])
  return {
    url: (database) => `postgres://owner:geheim@/${database}?host=${folder}`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function programs(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => Number(name) >= 15) : []
  return versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'pg_dump')))
}

/** PostgreSQL refuses root. */
function serverUser(): { uid: number; gid: number } | undefined {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
  if (uid !== 0) return { uid, gid }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  const [, , own, group] = line?.split(':') ?? []
  return own === undefined ? undefined : { uid: Number(own), gid: Number(group) }
}
