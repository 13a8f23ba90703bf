import { spawn } from 'node:child_process'
import type { DatabaseUser } from './database-user.ts'

export type Outcome = { readonly code: number; readonly output: string }

/**
 * Runs a database program to its end as the database user.
 * `detached` programs leave a server behind that inherits their pipes, so they get none and their output is empty.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  user: DatabaseUser,
  kind: 'attached' | 'detached' = 'attached',
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      // The caller's own folder may be closed to the database user.
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: kind === 'detached' ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      ...user,
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', (error) => resolve({ code: 126, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 128, output }))
  })
}
