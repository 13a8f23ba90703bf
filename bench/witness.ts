import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testWitness } from '../tests/support/served-witness.ts'
import { memoryLog } from '../tests/support/witness-log.ts'
import { type Figure, quantile, round } from './figure.ts'
import { syncedWrites } from './synced-writes.ts'

const REQUESTS = 400

/** Checkpoints that one witness cosigns a second, one after another, each remembered on the disk before its answer. */
export async function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-bench-witness-'))
  const log = memoryLog('bench.example/log')
  const witness = await testWitness('witness.example', [log.vkey])
  try {
    const address = witness.line.split(' ')[1] ?? ''
    const bodies = await Promise.all(Array.from({ length: REQUESTS }, (_, nth) => log.request(nth, nth + 1)))
    const times: number[] = []
    const started = performance.now()
    for (const body of bodies) {
      const sent = performance.now()
      const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body })
      if (answer.status !== 200) throw new Error(`the witness answered ${answer.status}`)
      await answer.text()
      times.push(performance.now() - sent)
    }
    const rate = (REQUESTS * 1000) / (performance.now() - started)
    const bare = await syncedWrites(folder, 200)
    return [
      {
        name: '见证方会签（逐个请求，落盘以后才答复；参照：同样落盘的裸写）',
        figure: round(rate),
        unit: '次/秒',
        yardstick: round(bare),
        target: '—',
      },
      { name: '见证方会签，第 95 百分位', figure: round(quantile(times, 0.95), 1), unit: '毫秒', target: '—' },
    ]
  } finally {
    await witness.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) console.table(await measure())
