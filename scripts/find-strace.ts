import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installDebian } from './install-debian.ts'

/** Finds or installs strace, with which the tests make system calls fail: its path, or undefined when this machine can have none. */
export function findStrace(): string | undefined {
  const given = process.env.STRACE_PATH ?? 'strace'
  if (canTrace(given)) return given
  if (!existsSync('/usr/bin/strace')) installDebian(['strace'], 'the faults of the disk')
  return canTrace(given) ? given : undefined
}

export const NO_STRACE =
  'Faults of the disk are not tried here: they need strace and the right to trace (Debian: apt-get install strace; containers: --cap-add SYS_PTRACE).'

/** There, and allowed to: many containers forbid tracing. */
function canTrace(program: string): boolean {
  return (
    spawnSync(program, ['-qq', '-f', '-o', '/dev/null', process.execPath, '--version'], { stdio: 'ignore' }).status ===
    0
  )
}
