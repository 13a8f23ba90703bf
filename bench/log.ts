import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, median, quantile, round } from './figure.ts'
import type { CallersPlan, CallersResult } from './leaf-callers.ts'
import { runCallers } from './load.ts'
import { type Office, withOffice } from './office.ts'
import { cpuSeconds, familyCpuSeconds } from './process-time.ts'

const CALLERS = 16
const ROUNDS = 3
/** Leaves of one transaction: one event, and as many as a busy command writes. */
const SIZES = [1, 8] as const

/** The record log under load beside a chain whose head row is locked for each leaf. */
export async function measure(): Promise<Figure[]> {
  return withOffice(async (office) => {
    const sequencer = startSequencer(office)
    try {
      await office.owner.query({ text: CHAIN })
      const bench = new LogBench(office, sequencer.pid ?? 0)
      await bench.round('log', 1, 100)
      const figures: Figure[] = []
      for (const leaves of SIZES) figures.push(...(await bench.rate(leaves)))
      return [...figures, await bench.signingTime()]
    } finally {
      sequencer.kill('SIGTERM')
      await once(sequencer, 'exit')
    }
  })
}

const CHAIN = `CREATE SCHEMA bench; CREATE TABLE bench.head (seq bigint NOT NULL, hash bytea NOT NULL);
  INSERT INTO bench.head VALUES (0, ''); CREATE TABLE bench.chain (seq bigint PRIMARY KEY, subject text UNIQUE, hash bytea);
  GRANT ALL ON SCHEMA bench TO zhaofa_app; GRANT ALL ON ALL TABLES IN SCHEMA bench TO zhaofa_app`

/** The sequencer as `zhaofa work` runs it, in a process of its own. */
export function startSequencer({ url, home }: Office): ChildProcess {
  const script = join(import.meta.dirname, 'log-sequencer.ts')
  return spawn(process.execPath, [script, url, home], { stdio: 'inherit' })
}

class LogBench {
  readonly office: Office
  readonly sequencer: number
  #rounds = 0

  constructor(office: Office, sequencer: number) {
    this.office = office
    this.sequencer = sequencer
  }

  /** Leaves a second, committed and in a published checkpoint, against links of the chain. */
  async rate(leaves: number): Promise<Figure[]> {
    const rates: { log: number[]; chain: number[]; cpu: number[] } = { log: [], chain: [], cpu: [] }
    const transactions = leaves === 1 ? 1500 : 600
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const before = this.cpu()
      rates.log.push(await this.round('log', leaves, transactions))
      rates.cpu.push(((this.cpu() - before) * 1e6) / (CALLERS * transactions * leaves))
      rates.chain.push(await this.round('chain', leaves, Math.ceil(100 / leaves)))
    }
    const figure = median(rates.log)
    const isTarget = leaves > 1
    const rate = {
      name: `存证：16 个调用者，每个事务 ${leaves} 片叶，直到签入检查点（参照：锁头的链）`,
      figure: round(figure),
      unit: '叶/秒',
      yardstick: round(median(rates.chain)),
      target: isTarget ? '≥ 10000' : '—',
      ...(isTarget ? { held: figure >= 10_000 } : {}),
    }
    const name = `每片叶的处理器时间，数据库加定序器，每个事务 ${leaves} 片叶`
    return [rate, { name, figure: round(median(rates.cpu)), unit: '微秒', target: '—' }]
  }

  /** Database and sequencer; the callers are not counted. */
  private cpu(): number {
    return familyCpuSeconds(this.office.postmaster) + cpuSeconds(this.sequencer)
  }

  async round(way: CallersPlan['way'], leaves: number, transactions: number): Promise<number> {
    const count = CALLERS * transactions * leaves
    const goal = (await this.publishedSize()) + count
    const started = performance.now()
    await this.run({ way, leaves, transactions, pauseMs: 0 })
    if (way === 'log') await this.reach(goal)
    return (count * 1000) / (performance.now() - started)
  }

  /** From the commit of a leaf to the published checkpoint that holds it, at a pace that an office could have. */
  async signingTime(): Promise<Figure> {
    const seen: { size: number; at: number }[] = []
    const running = new AbortController()
    const watching = this.watch(seen, running.signal)
    const before = await this.publishedSize()
    const { committed } = await this.run({ way: 'log', leaves: 1, transactions: 100, pauseMs: 60 })
    await this.reach(before + committed.length)
    running.abort()
    await watching
    const indexes = await this.indexes(committed.map(([subject]) => subject))
    const waits = committed.map(([subject, at]) => {
      const index = indexes.get(subject) ?? Number.POSITIVE_INFINITY
      return (seen.find(({ size }) => size > index)?.at ?? Number.POSITIVE_INFINITY) - at
    })
    const p95 = round(quantile(waits, 0.95))
    const name = `从提交到已公布的检查点，16 个调用者约 ${round(committed.length / 7)} 叶/秒，第 95 百分位`
    return { name, figure: p95, unit: '毫秒', target: '≤ 1000', held: p95 <= 1000 }
  }

  private async reach(size: number): Promise<void> {
    const end = performance.now() + 60_000
    while ((await this.publishedSize()) < size) {
      if (performance.now() > end) throw new Error(`the log did not reach ${size} leaves within a minute`)
      await pause(5)
    }
  }

  private run(plan: Omit<CallersPlan, 'url' | 'callers' | 'prefix'>): Promise<CallersResult> {
    this.#rounds += 1
    return runCallers({ ...plan, url: this.office.url, callers: CALLERS, prefix: `${this.#rounds}-` })
  }

  private async watch(seen: { size: number; at: number }[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const size = await this.publishedSize()
      if (size > (seen.at(-1)?.size ?? 0)) seen.push({ size, at: Date.now() })
      await pause(2)
    }
  }

  private async publishedSize(): Promise<number> {
    try {
      const note = await readFile(join(this.office.home, 'blobs/log/checkpoint'), 'utf8')
      return Number(note.split('\n')[1])
    } catch {
      return 0
    }
  }

  private async indexes(subjects: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.office.owner.query<{ subject: string; index: number }>({
      text: `SELECT l.subject, e.index FROM app.leaves l JOIN app.log_entries e ON e.leaf_id = l.id WHERE l.subject = ANY ($1)`,
      values: [subjects],
    })
    return new Map(rows.map(({ subject, index }) => [subject, index]))
  }
}

if (import.meta.main) console.table(await measure())
