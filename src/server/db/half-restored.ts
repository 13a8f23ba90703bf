import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator-error.ts'

const markOf = (home: string): string => join(home, 'restore-unfinished')

/** From here on the home is not to be started: it would get a new, empty database. */
export function markHalfRestored(home: string): void {
  writeFileSync(markOf(home), '', { flag: 'wx', mode: 0o600, flush: true })
}

export function markRestored(home: string): void {
  rmSync(markOf(home))
}

/** Throws an OperatorError where a restore was cut off. */
export function refuseHalfRestored(home: string): void {
  if (!existsSync(markOf(home))) return
  throw new OperatorError(
    `${home} 里有一次没有做完的恢复，不能启动；请把这个文件夹移走，再用 zhaofa restore 重新恢复到一个空的数据目录。`,
  )
}
