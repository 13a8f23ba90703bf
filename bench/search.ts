import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PORTAL_SETTINGS } from '#portal/portal-settings.ts'
import { servePortal } from '#portal/serve-portal.ts'
import { systemClock } from '#server/clock.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { openLog } from '#server/log.ts'
import { type Figure, quantile, round } from './figure.ts'
import { growTo, nameOf } from './search-rows.ts'

const SMALL = 100_000
const LARGE = 1_000_000
/** On a machine that is too slow or too busy to make a million in a few minutes. */
const MODERATE = 300_000
const PATIENCE_MS = 25_000
const TURNS = 25

/** What is asked, each turn with other words: rare and frequent, of every length, with and without a facet. */
const QUESTIONS: readonly ((turn: number) => string)[] = [
  (turn) => `q=${nameOf(turn)}`,
  (turn) => `q=${nameOf(turn)}&year=${2017 + (turn % 10)}`,
  () => 'q=食品',
  () => 'q=食品&year=2018',
  () => 'q=鱼',
  () => 'q=食品安全',
  () => 'q=非法收购野生动物',
  () => 'q=取用地下水&kind=licence-loss',
  (turn) => `q=“超过保质期的食品” ${nameOf(turn)}`,
  () => 'q=“未取得食品经营许可”',
  (turn) => `q=执罚决〔2019〕${200_000 + turn * 31}号`,
  (turn) => `q=${turn * 997 + 13}`,
  (turn) => `q=9199${String(turn * 991 + 5).padStart(8, '0')}`,
  () => 'q=餐饮&agency=南屏市青石区水利局',
  () => 'q=停产停业&kind=restriction&year=2020',
  () => 'kind=warning',
  () => 'agency=南屏市南湾县生态环境局&year=2021',
  () => 'q=没有这样的词语呀',
  (turn) => `q=野生动物 ${nameOf(turn)}`,
]

/** p95 of a search over HTTP, asked one after the other, at a hundred thousand and at a million disclosures. `tell` hears of each question. */
export async function measure(tell: (line: string) => void = () => undefined): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-bench-search-'))
  const embedded = await startEmbedded({ home, durable: false, say: () => undefined })
  const owner = openDatabase({ connection: embedded.connection })
  try {
    await migrate(owner, { app: 'bench-app', portal: 'bench-portal' })
    const connection = { ...embedded.connection, user: 'zhaofa_portal', password: 'bench-portal' }
    const started = performance.now()
    await growTo(owner, 0, SMALL)
    const most = performance.now() - started < PATIENCE_MS ? LARGE : MODERATE
    const small = await ask(openDatabase({ connection, searchPath: 'published', settings: PORTAL_SETTINGS }), tell)
    await growTo(owner, SMALL, most)
    const large = await ask(openDatabase({ connection, searchPath: 'published', settings: PORTAL_SETTINGS }), tell)
    return figuresOf(small, large, most)
  } finally {
    await owner.close()
    await embedded.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

type Asked = { readonly all: readonly number[]; readonly slowest: string; readonly memory: number }

async function ask(db: Database, tell: (line: string) => void): Promise<Asked> {
  const config = { host: '127.0.0.1', portalPort: 0, portalPublicUrl: 'http://127.0.0.1' }
  const files = { read: async () => undefined }
  const portal = await servePortal({ config, db, files, clock: systemClock, log: openLog('silent') })
  const each: number[][] = QUESTIONS.map(() => [])
  // The first turns warm up.
  for (let turn = -5; turn < TURNS; turn += 1) {
    for (const [index, question] of QUESTIONS.entries()) {
      const took = await time(`${portal.address}/search?${encodeURI(question(turn + 5))}`)
      if (turn >= 0) each[index]?.push(took)
    }
  }
  await portal.close()
  await db.close()
  const slow = each.map((times, index) => ({ p95: quantile(times, 0.95), question: QUESTIONS[index]?.(1) ?? '' }))
  for (const { p95, question } of slow) tell(`${p95.toFixed(1)} ms ${question}`)
  const worst = slow.toSorted((a, b) => b.p95 - a.p95)[0]
  return {
    all: each.flat(),
    slowest: `${worst?.question} ${round(worst?.p95 ?? 0, 1)} ms`,
    memory: process.memoryUsage().rss / 2 ** 20,
  }
}

async function time(address: string): Promise<number> {
  const started = performance.now()
  const answer = await fetch(address)
  await answer.text()
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}`)
  return performance.now() - started
}

function figuresOf(small: Asked, large: Asked, most: number): readonly Figure[] {
  const [p95Small, p95Large] = [quantile(small.all, 0.95), quantile(large.all, 0.95)]
  return [
    {
      name: `检索，${most / 10_000} 万件公示，${QUESTIONS.length} 种问法，HTTP p95（最慢的问法：${large.slowest}）`,
      figure: round(p95Large, 1),
      unit: '毫秒',
      target: '≤ 15',
      held: p95Large <= 15,
    },
    {
      name: `检索 p95，${most / 10_000} 万件比 ${SMALL / 10_000} 万件（${round(p95Small, 1)} 毫秒）`,
      figure: round(p95Large / p95Small, 2),
      unit: '倍',
      target: '≤ 2',
      held: p95Large / p95Small <= 2,
    },
    { name: '检索以后门户进程的内存（含词典和压测本身）', figure: round(large.memory), unit: 'MiB', target: '—' },
  ]
}
