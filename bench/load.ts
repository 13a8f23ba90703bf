import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Plan, Result } from './action-load.ts'
import type { CallersPlan, CallersResult } from './leaf-callers.ts'
import type { RawPlan, RawResult } from './raw-transactions.ts'

/** Sends the planned requests from a process of its own. */
export const loadOverHttp = (plan: Plan): Promise<Result> => run('action-load.ts', plan)

/** Runs the planned raw transactions in a process of its own. */
export const runRaw = (plan: RawPlan): Promise<RawResult> => run('raw-transactions.ts', plan)

/** Commits leaves from a process of its own. */
export const runCallers = (plan: CallersPlan): Promise<CallersResult> => run('leaf-callers.ts', plan)

async function run<T>(script: string, plan: unknown): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(plan))
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`${script} ended with ${code ?? signal}`)
  return JSON.parse(said) as T
}
