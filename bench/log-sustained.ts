import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, quantile, round } from './figure.ts'
import { runCallers } from './load.ts'
import { startSequencer } from './log.ts'
import { type Office, withOffice } from './office.ts'

const CALLERS = 32
const SECONDS = 60
const GOAL = 500

/** A minute at 500 leaves a second while three processes stand ready to sign: each leaf once, none passed over. */
export async function measure(): Promise<readonly Figure[]> {
  return withOffice(async (office) => {
    const sequencers = [1, 2, 3].map(() => startSequencer(office))
    try {
      const watching = new AbortController()
      const waits = watch(office, watching.signal)
      const periodMs = (CALLERS * 1000) / GOAL
      const transactions = Math.ceil((GOAL * SECONDS) / CALLERS)
      const { seconds, committed } = await runCallers({
        url: office.url,
        callers: CALLERS,
        way: 'log',
        leaves: 1,
        transactions,
        pauseMs: 0,
        periodMs,
        prefix: 's-',
      })
      await settled(office, committed.length)
      watching.abort()
      return figures(await read(office), {
        rate: committed.length / seconds,
        count: committed.length,
        lag: quantile(await waits, 0.99),
      })
    } finally {
      for (const each of sequencers) each.kill('SIGTERM')
      await Promise.all(sequencers.map((each) => once(each, 'exit')))
    }
  })
}

type Read = { readonly leaves: number; readonly entries: number; readonly distinct: number; readonly last: number }

async function read({ owner }: Office): Promise<Read> {
  const { rows } = await owner.query<Read>({
    text: `SELECT (SELECT count(*) FROM app.leaves WHERE subject LIKE 'event:s-%') AS leaves, count(*) AS entries,
      count(DISTINCT leaf_id) AS distinct, coalesce(max(index), -1) AS last FROM app.log_entries`,
  })
  const [row] = rows
  if (!row) throw new Error('an aggregate answers one row')
  return row
}

async function settled(office: Office, count: number): Promise<void> {
  const end = performance.now() + 60_000
  while ((await read(office)).entries < count) {
    if (performance.now() > end) throw new Error('the log did not come to its end')
    await pause(100)
  }
}

/** How long the oldest leaf without a number has been waiting, looked at ten times a second, in milliseconds. */
async function watch({ owner }: Office, signal: AbortSignal): Promise<readonly number[]> {
  const waits: number[] = []
  let since = performance.now()
  let known = -1
  while (!signal.aborted) {
    const { rows } = await owner.query<{ entries: number; leaves: number }>({
      text: `SELECT (SELECT coalesce(max(index) + 1, 0) FROM app.log_entries) AS entries, (SELECT coalesce(max(id), 0) FROM app.leaves) AS leaves`,
    })
    const { entries = 0, leaves = 0 } = rows[0] ?? {}
    if (entries !== known || entries >= leaves) since = performance.now()
    known = entries
    waits.push(performance.now() - since)
    await pause(100)
  }
  return waits
}

function figures(
  { leaves, entries, distinct, last }: Read,
  { rate, count, lag }: { rate: number; count: number; lag: number },
): Figure[] {
  const gaps = last + 1 - entries
  const duplicates = entries - distinct
  const missing = leaves - count + (count - Math.min(count, entries))
  return [
    {
      name: `存证：${SECONDS} 秒，三个进程待签，${CALLERS} 个调用者`,
      figure: round(rate),
      unit: '叶/秒',
      target: `≥ ${GOAL * 0.9}`,
      held: rate >= GOAL * 0.9,
    },
    {
      name: `其中漏号、重号、未编号（共 ${count} 叶）`,
      figure: gaps + duplicates + missing,
      unit: '条',
      target: '0',
      held: gaps + duplicates + missing === 0,
    },
    { name: '编号停顿的时长，第 99 百分位', figure: round(lag), unit: '毫秒', target: '≤ 5000', held: lag <= 5000 },
  ]
}

if (import.meta.main) console.table(await measure())
