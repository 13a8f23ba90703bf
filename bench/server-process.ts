import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from '../tests/support/zhaofa.ts'
import type { Office } from './office.ts'

export type ServerProcess = { readonly port: number; readonly pid: number; stop(): Promise<void> }

const PROGRAM = join(import.meta.dirname, '../src/cli/zhaofa.ts')

/** The product as an operator serves it, in a process of its own. `nodeFlags` is for profiling. */
export async function startDesk(office: Office, nodeFlags: readonly string[] = []): Promise<ServerProcess> {
  const port = await freePort()
  const env = { PATH: process.env.PATH, ZHAOFA_HOME: office.home, DATABASE_URL_APP: office.url, PORT: String(port) }
  const child = spawn(process.execPath, [...nodeFlags, PROGRAM, 'serve', 'desk'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return started(child, port)
}

/** The ceiling: node:http and one call of a function in the database. */
export async function startCeiling(office: Office): Promise<ServerProcess> {
  const port = await freePort()
  const script = join(import.meta.dirname, 'ceiling-server.ts')
  const args = [script, String(port), office.url]
  return started(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] }), port)
}

/** Every one of these servers says a line when it listens. */
async function started(child: ChildProcess, port: number): Promise<ServerProcess> {
  const { stderr, pid = 0 } = child
  if (!stderr) throw new Error('the server was started without stderr')
  const ended = once(child, 'close')
  const said = await Promise.race([once(stderr, 'data').then(([text]) => String(text)), ended.then(() => 'it ended')])
  if (!said.includes(String(port))) throw new Error(`the server did not start: ${said}`)
  stderr.pipe(process.stderr)
  return {
    port,
    pid,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
