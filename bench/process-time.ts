import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** The fields after the program's name in Linux's process table; the name may hold spaces. */
function fieldsOf(pid: number): readonly number[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat
    .slice(stat.lastIndexOf(') ') + 4)
    .split(' ')
    .map(Number)
}

/** Processor seconds that a process has used so far, all threads; counted in hundredths. NaN where there is no /proc. */
export function cpuSeconds(pid: number): number {
  try {
    const fields = fieldsOf(pid)
    return ((fields[10] ?? 0) + (fields[11] ?? 0)) / TICKS_A_SECOND
  } catch {
    return Number.NaN
  }
}

/** The same for a process and all it started, those included that have ended and were collected. */
export function familyCpuSeconds(pid: number): number {
  const own = findFields(pid).slice(10, 14)
  const ticks = own.reduce((sum, value) => sum + value, 0)
  return ticks / TICKS_A_SECOND + childrenOf(pid).reduce((sum, child) => sum + familyCpuSeconds(child), 0)
}

/** Processes whose parent is this one, now. */
export function childrenOf(pid: number): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((each) => findFields(each)[0] === pid)
}

/** Nothing for a process that has ended meanwhile. */
function findFields(pid: number): readonly number[] {
  try {
    return fieldsOf(pid)
  } catch {
    return []
  }
}

/** Memory of a process that is its own or shared in MiB, as the system counts it (VmRSS). */
export function residentMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1024
}
