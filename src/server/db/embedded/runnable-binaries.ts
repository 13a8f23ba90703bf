import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OperatorError } from '../../operator-error.ts'
import { type Binaries, binariesIn, linkLibraries, shippedBinaries, versionOf } from './binaries.ts'
import type { Place } from './place.ts'
import { runProgram } from './run-program.ts'

/**
 * The shipped programs, or a copy of them where the database user can run them:
 * capabilities do not help, since initdb and pg_ctl look for themselves with access(2).
 */
export async function runnableBinaries(place: Place, say: (sentence: string) => void): Promise<Binaries> {
  const shipped = await shippedBinaries()
  linkLibraries(shipped.native)
  if ((await tryToRun(shipped, place)).code === 0) return shipped
  // An upgrade brings new programs, so a copy is kept per version.
  const copy = binariesIn(join(`${place.stateFolder}-programs-${versionOf(shipped)}`, 'native'))
  if ((await tryToRun(copy, place)).code === 0) return copy

  copyPrograms(shipped.native, copy.native)
  say(`运行数据库的用户进不了 ${shipped.native}，数据库程序因此复制到 ${copy.native}。`)
  const trial = await tryToRun(copy, place)
  if (trial.code !== 0) throw new OperatorError(`内置数据库的程序在本机无法运行：${trial.output.trim()}`)
  return copy
}

const tryToRun = (binaries: Binaries, place: Place) => runProgram(binaries.postgres, ['--version'], place.user)

/** Whole or not at all: a copy cut short is never taken for the programs. */
function copyPrograms(from: string, to: string): void {
  const unfinished = `${dirname(to)}.${process.pid}`
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  cpSync(from, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  rmSync(dirname(to), { recursive: true, force: true })
  renameSync(unfinished, dirname(to))
}
