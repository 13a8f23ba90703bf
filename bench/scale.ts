import { openDatabase } from '#server/db/database.ts'
import { compareRefold } from '#server/features/cases/refold.ts'
import type { Lane } from './action-load.ts'
import { type Figure, median, quantile, round } from './figure.ts'
import { loadOverHttp } from './load.ts'
import { openManyCases } from './many-cases.ts'
import { type Office, withOffice } from './office.ts'
import { paceMs } from './pace.ts'
import { cpuSeconds, familyCpuSeconds, residentMib } from './process-time.ts'
import { type ServerProcess, startDesk } from './server-process.ts'

const LANES = 4
const CASES_A_LANE = 60
const ROUNDS = 5
/** The first rounds warm the program, and what the growth has pushed out. */
const WARMING = 3
const ACTIONS = 50
/** With SCALE=small it ends at the second, for machines that have not an hour. */
const SIZES = process.env.SCALE === 'small' ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]
const PAGE = 5_000
const REFOLD_EVENTS = 1_000_000

/** One round: processor time an action, of both and of the database alone, and how often the machine could have done a fixed work meanwhile. */
type Round = { readonly cpuMs: number; readonly dbMs: number; readonly paces: number; readonly p50: number }
type Measured = Round & { readonly cases: number }

/** One action over HTTP while the tables hold ten thousand, a hundred thousand and a million cases; and all of their events folded anew. */
export async function measure(): Promise<Figure[]> {
  return withOffice(async (office) => {
    const desk = await startDesk(office)
    try {
      const { lanes, ids } = await openManyCases(office, desk.port, LANES, CASES_A_LANE * SIZES.length)
      const model = await modelOf(office, ids)
      const measured: Measured[] = []
      let [held, refolded]: [number, Figure[]] = [ids.length, []]
      for (const [index, cases] of SIZES.entries()) {
        await grow(office, model, cases - held)
        held = cases
        // Cases of their own for each size: what was moved before has a longer record.
        const part = (lane: Lane) => lane.targets.slice(index * CASES_A_LANE, (index + 1) * CASES_A_LANE)
        const fresh = lanes.map((lane) => ({ headers: lane.headers, targets: part(lane) }))
        measured.push(await measureActions(office, desk, fresh, cases))
        if (refolded.length === 0 && cases >= REFOLD_EVENTS / 10) refolded = await measureRefold(office)
      }
      return [...figuresOf(measured), ...refolded]
    } finally {
      await desk.stop()
    }
  })
}

/** The case that was driven through the product and of which all others are copies; nobody moves it. */
async function modelOf({ owner }: Office, copies: readonly string[]): Promise<string> {
  // Cleaning up after the growth would be counted as work of the actions.
  await owner.query({ text: 'ALTER SYSTEM SET autovacuum = off' })
  await owner.query({ text: 'SELECT pg_reload_conf()' })
  const { rows } = await owner.query<{ id: string }>({
    text: 'SELECT id FROM app.cases WHERE id <> ALL ($1::uuid[])',
    values: [copies],
  })
  return rows[0]?.id ?? ''
}

/** Copies of the driven case with names of their day, as the product gives them, over the last three years; nine of ten are over. */
async function grow({ owner }: Office, from: string, count: number): Promise<void> {
  for (let made = 0; made < count; made += PAGE)
    await owner.query({ text: GROW, values: [from, Math.min(PAGE, count - made)] })
  await owner.query({ text: 'VACUUM ANALYZE app.cases, app.events, app.case_people' })
  await owner.query({ text: 'CHECKPOINT' })
}

const GROW = `WITH ages AS MATERIALIZED (SELECT (random() * 1000)::int AS age, random() < 0.9 AS is_over FROM generate_series(1, $2::int)),
  ids AS MATERIALIZED (SELECT uuidv7(make_interval(days => -age)) AS id, age, is_over FROM ages),
  made AS (INSERT INTO app.cases SELECT c.* FROM app.cases o, ids n,
      LATERAL jsonb_populate_record(o, jsonb_build_object('id', n.id, 'opened_on', o.opened_on - n.age,
        'due_on', o.due_on - n.age, 'ended_on', CASE WHEN n.is_over THEN o.opened_on END,
        'state', replace(o.state::text, o.id::text, n.id::text)::jsonb)) c
    WHERE o.id = $1),
  told AS (INSERT INTO app.events SELECT n.id, e.seq, e.type, e.at, e.actor_id,
      CASE WHEN e.seq = 1 THEN replace(e.body::text, e.case_id::text, n.id::text)::jsonb ELSE e.body END
    FROM app.events e, ids n WHERE e.case_id = $1)
  INSERT INTO app.case_people SELECT n.id, p.person_id, p.is_handler FROM app.case_people p, ids n WHERE p.case_id = $1`

async function measureActions(
  office: Office,
  desk: ServerProcess,
  lanes: readonly Lane[],
  cases: number,
): Promise<Measured> {
  const rounds: Round[] = []
  for (let turn = 0; turn < WARMING + ROUNDS; turn += 1) {
    const round = await oneRound(office, desk, lanes)
    if (turn >= WARMING) rounds.push(round)
  }
  const middle = (key: keyof Round) => median(rounds.map((round) => round[key]))
  return { cases, cpuMs: middle('cpuMs'), dbMs: middle('dbMs'), paces: middle('paces'), p50: middle('p50') }
}

async function oneRound({ postmaster }: Office, { port, pid }: ServerProcess, lanes: readonly Lane[]): Promise<Round> {
  const spent = () => ({ server: cpuSeconds(pid), db: familyCpuSeconds(postmaster) })
  const [pace, before] = [paceMs(), spent()]
  const { latenciesMs, versions } = await loadOverHttp({ port, perLane: ACTIONS, lanes })
  const after = spent()
  for (const target of lanes.flatMap((lane) => lane.targets)) target.version = versions[target.path] ?? target.version
  const dbMs = ((after.db - before.db) * 1000) / latenciesMs.length
  const cpuMs = dbMs + ((after.server - before.server) * 1000) / latenciesMs.length
  return { cpuMs, dbMs, paces: cpuMs / ((pace + paceMs()) / 2), p50: quantile(latenciesMs, 0.5) }
}

async function measureRefold({ owner, url }: Office): Promise<Figure[]> {
  const { rows } = await owner.query<{ events: number }>({ text: 'SELECT count(*)::int AS events FROM app.events' })
  const db = openDatabase({ connection: { connectionString: url } })
  try {
    const [started, before] = [performance.now(), residentMib(process.pid)]
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, residentMib(process.pid))
    }, 200)
    const { cases, differing } = await compareRefold({ db })
    clearInterval(watch)
    if (differing.length > 0) throw new Error(`${differing.length} cases differ from their events`)
    const seconds = (performance.now() - started) / 1000
    const events = rows[0]?.events ?? 0
    return [
      {
        name: `全部案件从事件重算并与存的状态比较（doctor），${cases} 件、${events} 个事件`,
        figure: round(events / seconds),
        unit: '事件/秒',
        target: '—',
      },
      {
        name: '同上，进程内存最多比开始时多',
        figure: round(most - before),
        unit: 'MiB',
        target: '≤ 200',
        held: most - before <= 200,
      },
    ]
  } finally {
    await db.close()
  }
}

function figuresOf(measured: readonly Measured[]): Figure[] {
  const [first] = measured
  if (!first) return []
  return measured.flatMap(({ cases, cpuMs, dbMs, paces, p50 }) => {
    const isFirst = cases === first.cases
    const name = `案件动作，库里有 ${cases} 件`
    const said = (what: string, figure: number) => ({
      name: `${name}，${what}`,
      figure: round(figure, 2),
      unit: '毫秒',
      target: '—',
    })
    const compared = {
      name: `${name}，处理器时间合当时一份固定工作的几分（参照：${first.cases} 件时）`,
      figure: round(paces, 3),
      unit: '份',
      target: isFirst ? '—' : '≤ 120 %',
      ...(isFirst ? {} : { yardstick: round(first.paces, 3), held: paces <= 1.2 * first.paces }),
    }
    const both = said('处理器时间，服务器加数据库', cpuMs)
    return [both, said('其中数据库', dbMs), compared, said('答复的中位数', p50)]
  })
}

if (import.meta.main) console.table(await measure())
