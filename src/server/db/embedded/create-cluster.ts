import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { OperatorError } from '../../operator-error.ts'
import type { Binaries } from './binaries.ts'
import { giveTo } from './database-user.ts'
import type { Place } from './place.ts'
import { runProgram } from './run-program.ts'

export const OWNER = 'zhaofa_owner'

const SETTINGS = [
  `-U${OWNER}`,
  '--auth=scram-sha-256',
  '-EUTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** Makes the cluster beside its place and moves it in when it is whole, so that a start cut short leaves none behind. */
export async function createCluster(
  place: Place,
  binaries: Binaries,
  password: string,
  durable: boolean,
): Promise<void> {
  const unfinished = `${place.data}.${process.pid}`
  const passwordFile = `${unfinished}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(place.user, unfinished)
  giveTo(place.user, passwordFile)
  try {
    const args = ['-D', unfinished, ...SETTINGS, `--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync'])]
    const outcome = await runProgram(binaries.initdb, args, place.user)
    if (outcome.code !== 0) throw explainInitdb(outcome.output, place)
    moveIn(unfinished, place.data)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/** Another process may have finished its cluster first: then that one is taken. */
function moveIn(unfinished: string, data: string): void {
  try {
    renameSync(unfinished, data)
  } catch (error) {
    if (!existsSync(data)) throw error
  }
}

function explainInitdb(output: string, place: Place): OperatorError {
  if (output.includes('No space left on device')) return diskFull(place)
  return new OperatorError(`内置数据库无法在 ${place.data} 初始化：${lastLine(output)}`)
}

export function diskFull(place: Place): OperatorError {
  return new OperatorError(`磁盘已满，数据库无法写入 ${place.data}；请腾出空间后再启动，已写入的数据不会丢失。`)
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
