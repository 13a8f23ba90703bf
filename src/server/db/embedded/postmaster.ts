import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../clock.ts'

export type Postmaster = { readonly pid: number; readonly port: number; readonly sockets: string }

/** What the data folder says of its running server, whether or not that is still true. */
export function readPostmaster(data: string): Postmaster | undefined {
  const file = pidFileOf(data)
  if (!existsSync(file)) return undefined
  const [pid, , , port, sockets] = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(pid), port: Number(port || 5432), sockets: sockets ?? '' }
}

/**
 * Whether that process is a server on this very folder: its working folder is the data folder.
 * `pg_ctl status` only asks whether the number is alive, which any other program may have inherited.
 */
export function isServing(postmaster: Postmaster, data: string): boolean {
  try {
    return readlinkSync(`/proc/${postmaster.pid}/cwd`) === realpathSync(data)
  } catch {
    return false
  }
}

/** A live program that inherited a dead server's number would keep PostgreSQL from starting for ever. */
export function dropStalePidFile(data: string): void {
  const postmaster = readPostmaster(data)
  if (postmaster && !isServing(postmaster, data) && !isBeingWritten(postmaster, data)) {
    rmSync(pidFileOf(data), { force: true })
  }
}

const WRITING_MS = 2_000

/** A server that starts at this moment makes the file first and then writes its number. */
function isBeingWritten({ pid }: Postmaster, data: string): boolean {
  if (pid > 0) return false
  const stats = statSync(pidFileOf(data), { throwIfNoEntry: false })
  return stats !== undefined && systemClock.now().getTime() - stats.mtimeMs < WRITING_MS
}

const pidFileOf = (data: string): string => join(data, 'postmaster.pid')

/** Whether the server's socket can still be found; cleaners of temporary folders remove it. */
export function hasSocket(postmaster: Postmaster): boolean {
  return existsSync(join(postmaster.sockets, `.s.PGSQL.${postmaster.port}`))
}
