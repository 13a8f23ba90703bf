// Types, lint and architecture: `npm run check`.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
const ROOMS = ['domain', 'procedures', 'contract', 'server', 'portal', 'desk', 'cli', 'verifier']

type Task = { readonly title: string; readonly program: string; readonly args: readonly string[] }

/** A room without files has nothing to check, and the compiler would call that an error. */
const rooms = ROOMS.map((room) => `src/${room}`).filter((room) => hasSources(join(ROOT, room)))
const types = [...rooms, '.'].map((room) => ({
  title: `types ${room === '.' ? 'tests, scripts, bench' : room}`,
  program: 'tsc',
  args: ['-p', room],
}))
const failed = [
  ...(await runAll(types, Math.min(2, availableParallelism()))),
  ...(await runAll([{ title: 'lint and format', program: 'biome', args: ['check', '--error-on-warnings'] }], 1)),
  ...(await runAll([{ title: 'architecture', program: 'vitest', args: ['run', 'tests/architecture.test.ts'] }], 1)),
]
console.log(failed.length === 0 ? 'check: all good' : `check: ${failed.join(', ')} found wanting`)
process.exitCode = failed.length === 0 ? 0 : 1

function hasSources(folder: string): boolean {
  if (!existsSync(join(folder, 'tsconfig.json'))) return false
  return readdirSync(folder, { recursive: true }).some((name) => /(?<!\.test)\.tsx?$/.test(String(name)))
}

/** Answers the titles of those that failed; each speaks when it is done, whole. */
async function runAll(tasks: readonly Task[], atOnce: number): Promise<string[]> {
  const waiting = [...tasks]
  const bad: string[] = []
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) if (!(await run(task))) bad.push(task.title)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return bad
}

function run({ title, program, args }: Task): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, program), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', (error) => said.push(Buffer.from(error.message)))
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title}`)
      if (code !== 0) process.stdout.write(Buffer.concat(said))
      resolve(code === 0)
    })
  })
}
