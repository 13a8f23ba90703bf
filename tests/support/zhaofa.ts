import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../src/cli/zhaofa.ts')

type Env = Readonly<Record<string, string>>
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Running = {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Waits for a text on stderr; fails when the program ends before. */
  says(text: string): Promise<void>
}

/** Starts a command as an operator would, in a process of its own, with nothing of this machine's settings. */
export function startZhaofa(args: readonly string[], env: Env): Running {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString('utf8')))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }))
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.stderr.includes(text) && resolve()
      look()
      child.stderr.on('data', look)
      child.on('close', () => reject(new Error(`ended without saying "${text}":\n${said.stderr}`)))
    })
  return { child, ended, says }
}

/** Runs a command to its end. */
export function runZhaofa(args: readonly string[], env: Env): Promise<Ended> {
  return startZhaofa(args, env).ended
}

/** A home of its own that no database runs in afterwards. */
export async function withHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-home-'))
  try {
    return await work(home)
  } finally {
    const pid = postmasterPid(home)
    if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT')
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** Process of the home's database, undefined when it was stopped in order. */
export function postmasterPid(home: string): number | undefined {
  const file = join(home, 'database/data/postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  // The file is empty for a moment, and 0 would stand for our own group.
  return pid > 0 ? pid : undefined
}

/** Whether a process runs; one that ended and was not collected by its parent yet does not. */
export function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  return existsSync(file) && !/\) Z /.test(readFileSync(file, 'utf8'))
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
