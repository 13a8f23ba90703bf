// Runs as a worker of scripts/walks.ts: answers each share of walks with what they came to.
import { parentPort } from 'node:worker_threads'
import { PROCEDURES } from '#procedures/index.ts'
import { decisions, problemsOf, type Walked, walk } from './walk.ts'

/** So many walks of a procedure, from this seed on. */
export type Share = { readonly procedure: string; readonly from: number; readonly count: number }

export type Walks = {
  readonly procedure: string
  readonly walks: number
  readonly acts: number
  readonly refusals: number
  readonly events: number
  readonly decided: number
  readonly ended: number
  readonly ms: number
  readonly problems: readonly { readonly procedure: string; readonly seed: number; readonly problem: string }[]
}

function walkAll({ procedure: code, from, count }: Share): Walks {
  const procedure = [...PROCEDURES.values()].findLast((definition) => definition.code === code)
  if (!procedure) throw new Error(`no procedure ${code}`)
  const started = performance.now()
  const sums = { acts: 0, refusals: 0, events: 0, decided: 0, ended: 0 }
  const problems: Walks['problems'][number][] = []
  for (let seed = from; seed < from + count; seed += 1) {
    const { found, walked } = tryWalk(() => walk(procedure, seed))
    problems.push(...found.map((problem) => ({ procedure: code, seed, problem })))
    if (walked) add(sums, walked)
  }
  return { procedure: code, walks: count, ...sums, ms: performance.now() - started, problems }
}

/** A walk that throws has found a fault as well. */
function tryWalk(take: () => Walked): { readonly found: readonly string[]; readonly walked?: Walked } {
  try {
    const walked = take()
    return { found: problemsOf(walked), walked }
  } catch (error) {
    return { found: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

type Sums = { acts: number; refusals: number; events: number; decided: number; ended: number }

function add(sums: Sums, { acts, refusals, office }: Walked): void {
  sums.acts += acts
  sums.refusals += refusals.length
  sums.events += office.events.length
  sums.decided += decisions(office.events).length
  sums.ended += office.case.endedOn ? 1 : 0
}

parentPort?.on('message', (share: Share) => parentPort?.postMessage(walkAll(share)))
