import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { PROCEDURES } from '#procedures/index.ts'
import type { Share, Walks } from '../tests/support/walks/walk-share.ts'

const WALKS = 10_000
/** Small enough that no worker is left alone with the last one. */
const SHARE = 250
const WORKER = new URL('../tests/support/walks/walk-share.ts', import.meta.url)

const { values } = parseArgs({
  options: {
    walks: { type: 'string', default: String(WALKS) },
    procedure: { type: 'string' },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
})

/** Ten thousand walks of fifty steps through every procedure, over all processors; ends with 1 when one of them broke something. */
async function run(): Promise<void> {
  const codes = [...PROCEDURES.values()]
    .map(({ code }) => code)
    .filter((code) => [undefined, code].includes(values.procedure))
  if (codes.length === 0) throw new Error(`no procedure ${values.procedure}`)
  const [from, count] = [Number(values.from), Number(values.walks)]
  const started = performance.now()
  // Some of every procedure first, so that what is stopped early has seen them all.
  const shares = codes.flatMap((code) => sharesOf(code, from, count)).toSorted((a, b) => a.from - b.from)
  const made = await inWorkers(shares, Math.min(Number(values.workers), shares.length))
  console.table(codes.map((code) => rowOf(code, made)))
  const broken = made.flatMap(({ problems }) => problems)
  for (const { procedure, seed, problem } of broken.slice(0, 50))
    console.log(`${problem}\n    npm run walks -- --procedure ${procedure} --from ${seed} --walks 1`)
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  const walked = made.reduce((total, { walks }) => total + walks, 0)
  console.log(`${walked} of ${codes.length * count} walks in ${minutes} minutes, ${broken.length} problems`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

function sharesOf(procedure: string, from: number, count: number): readonly Share[] {
  const starts = Array.from({ length: Math.ceil(count / SHARE) }, (_item, index) => from + index * SHARE)
  return starts.map((start) => ({ procedure, from: start, count: Math.min(SHARE, from + count - start) }))
}

/** Each worker takes the next share as soon as it has done one. */
async function inWorkers(shares: readonly Share[], count: number): Promise<readonly Walks[]> {
  const waiting = [...shares]
  const made: Walks[] = []
  // Stopped by hand, the workers finish what they have, and what was walked is told.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => waiting.splice(0))
  const work = async () => {
    const worker = new Worker(WORKER)
    for (let share = waiting.shift(); share; share = waiting.shift()) made.push(await answerOf(worker, share))
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: count }, work))
  return made
}

function answerOf(worker: Worker, share: Share): Promise<Walks> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners()
    worker.once('message', resolve).once('error', reject)
    worker.postMessage(share)
  })
}

function rowOf(code: string, made: readonly Walks[]) {
  const own = made.filter(({ procedure }) => procedure === code)
  const sum = (of: (walks: Walks) => number) => own.reduce((total, walks) => total + of(walks), 0)
  return {
    procedure: code,
    walks: sum(({ walks }) => walks),
    acts: sum(({ acts }) => acts),
    refusals: sum(({ refusals }) => refusals),
    events: sum(({ events }) => events),
    decisions: sum(({ decided }) => decided),
    ended: sum(({ ended }) => ended),
    problems: sum(({ problems }) => problems.length),
    'ms a walk': Number((sum(({ ms }) => ms) / sum(({ walks }) => walks)).toFixed(1)),
  }
}

await run()
