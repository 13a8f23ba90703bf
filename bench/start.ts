import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, postmasterPid } from '../tests/support/zhaofa.ts'
import { type Figure, median, round } from './figure.ts'
import { type Office, withOffice } from './office.ts'
import { childrenOf, residentMib } from './process-time.ts'
import { startDesk } from './server-process.ts'

const ROOT = join(import.meta.dirname, '..')
const SERVE_ROUNDS = 5

/** Seconds from the command to the first page, memory of a start that rests, and what is installed. */
export async function measure(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'zhaofa-bench-start-'))
  try {
    const first = await npmStart(home, false)
    const second = await npmStart(home, true)
    const served = await withOffice(serveSeconds)
    const mib = await productionMib()
    return [
      {
        name: 'npm start 到第一页，第一次（空的家目录）',
        figure: round(first.seconds, 2),
        unit: '秒',
        target: '≤ 5',
        held: first.seconds <= 5,
      },
      {
        name: 'npm start 到第一页，第二次',
        figure: round(second.seconds, 2),
        unit: '秒',
        target: '≤ 5',
        held: second.seconds <= 5,
      },
      {
        name: 'serve desk 到第一次答复（库已在运行）',
        figure: round(served, 2),
        unit: '秒',
        target: '≤ 1.5',
        held: served <= 1.5,
      },
      {
        name: '空闲内存：node 和排版子进程',
        figure: round(second.nodeMib),
        unit: 'MiB',
        target: '≤ 200',
        held: second.nodeMib <= 200,
      },
      {
        name: '空闲内存：内置 PostgreSQL（共享内存重复计）',
        figure: round(second.postgresMib),
        unit: 'MiB',
        target: '—',
      },
      { name: '生产依赖 node_modules', figure: round(mib), unit: 'MiB', target: '—' },
    ]
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

type Started = { readonly seconds: number; readonly nodeMib: number; readonly postgresMib: number }

/** `npm start` as the README says it, ended again as Ctrl+C does. Memory is looked at when nothing was asked for some seconds. */
async function npmStart(home: string, rests: boolean): Promise<Started> {
  const [port, portalPort] = [await freePort(), await freePort()]
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, ZHAOFA_HOME: home, PORT: String(port), PORTAL_PORT: String(portalPort) },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const ended = once(child, 'close')
  try {
    const seconds = await firstPage(child, port, began)
    // By then the demo is typeset and the typesetting child has been let go.
    if (rests) await wait(90_000)
    const postmaster = postmasterPid(home)
    const nodes = descendantsOf(child.pid ?? 0).filter((pid) => pid !== postmaster)
    const backends = postmaster === undefined ? [] : [postmaster, ...childrenOf(postmaster)]
    return { seconds, nodeMib: sumMib(nodes.filter((pid) => !isNpm(pid, child))), postgresMib: sumMib(backends) }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

const isNpm = (pid: number, npm: ChildProcess): boolean => pid === npm.pid

async function firstPage(child: ChildProcess, port: number, began: number): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return (performance.now() - began) / 1000
    await wait(20)
  }
}

function descendantsOf(pid: number): readonly number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])
}

const sumMib = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + residentMib(pid), 0)

/** Median over own processes on a database that runs already. */
async function serveSeconds(office: Office): Promise<number> {
  const seconds: number[] = []
  for (let turn = 0; turn < SERVE_ROUNDS; turn += 1) {
    const began = performance.now()
    const desk = await startDesk(office)
    const answer = await fetch(`http://127.0.0.1:${desk.port}/`)
    await answer.arrayBuffer()
    seconds.push((performance.now() - began) / 1000)
    await desk.stop()
  }
  return median(seconds)
}

/** Bytes of every package that the lock file does not count to the development ones. */
async function productionMib(): Promise<number> {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  const paths = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true)
  const sizes = await Promise.all(paths.map(([path]) => bytesOf(join(ROOT, path))))
  return sizes.reduce((sum, size) => sum + size, 0) / 1024 / 1024
}

/** Packages below a package have entries of their own. */
async function bytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name === 'node_modules' ? 0 : bytesOf(path)
      return entry.isFile() ? (await stat(path)).size : 0
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

if (import.meta.main) console.table(await measure())
