import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStrace, NO_STRACE } from '../../scripts/find-strace.ts'

/** One system call of a run: its name, and the how manieth of that name it is. */
export type Call = { readonly name: string; readonly nth: number }

export type Traced = { readonly code: number | null; readonly stdout: string; readonly calls: readonly Call[] }

export type Trace = {
  readonly script: string
  readonly args: readonly string[]
  /** Names of calls, or classes as `file` and `desc`. */
  readonly calls: string
  /** Only calls that touch exactly these. */
  readonly paths?: readonly string[]
  /** As strace writes it: `fsync:error=EIO:when=2`. */
  readonly inject?: string
}

/** Undefined, with a sentence, where nothing can be traced. */
export const strace = findStrace()
if (!strace) console.warn(NO_STRACE)

/** Runs one of our scripts under strace. With one thread for files its calls come in the same order every time. */
export async function traced({ script, args, calls, paths = [], inject }: Trace): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-trace-'))
  const log = join(folder, 'log')
  const options = ['-f', '-qq', '--seccomp-bpf', '-o', log, '-e', `trace=${calls}`]
  const injected = inject === undefined ? [] : ['-e', `inject=${inject}`]
  const watched = paths.flatMap((path) => ['-P', path])
  const words = [...options, ...injected, ...watched, process.execPath, join(import.meta.dirname, script), ...args]
  const child = spawn(strace ?? 'strace', words, {
    env: { PATH: process.env.PATH ?? '', UV_THREADPOOL_SIZE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const made = callsIn(readFileSync(log, 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  return { code, stdout, calls: made }
}

function callsIn(log: string): Call[] {
  const counts = new Map<string, number>()
  const names = [...log.matchAll(/^\d+ +([a-z0-9_]+)\(/gm)].map(([, name = '']) => name)
  return names.map((name) => {
    const nth = (counts.get(name) ?? 0) + 1
    counts.set(name, nth)
    return { name, nth }
  })
}
