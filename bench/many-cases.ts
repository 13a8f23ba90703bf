import { randomUUID } from 'node:crypto'
import type { CaseAnswer } from '#contract/cases.ts'
import type { Queryable } from '#server/db/database.ts'
import { openSession } from '#server/http/session.ts'
import { sessionCookieName } from '#server/http/session-cookie.ts'
import type { Lane } from './action-load.ts'
import type { Office } from './office.ts'

type Named = { readonly id: string; readonly name: string }

/** A signed-in person of the demo region, over real HTTP. */
class Visitor {
  readonly origin: string
  readonly cookie: string

  constructor(origin: string, cookie: string) {
    this.origin = origin
    this.cookie = cookie
  }

  async send<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
    const headers = {
      cookie: this.cookie,
      origin: this.origin,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    }
    const payload = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(this.origin + path, { method, headers, ...payload })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
}

async function visit(office: Office, origin: string, login: string): Promise<Visitor> {
  const accounts = await office.owner.query<{ id: string }>({
    text: 'SELECT id FROM app.accounts WHERE login = $1',
    values: [login],
  })
  const token = await openSession(office.owner, accounts.rows[0]?.id ?? '', new Date())
  return new Visitor(origin, `${sessionCookieName(origin)}=${token}`)
}

export type ManyCases = {
  readonly lanes: readonly Lane[]
  readonly ids: readonly string[]
  readonly stateBytes: number
}

/**
 * One penalty case driven into its investigation through the product, copied until each of `lanes` heads has `perLane` of
 * them: in service, too, sixteen requests at once come from sixteen people.
 */
export async function openManyCases(office: Office, port: number, lanes: number, perLane: number): Promise<ManyCases> {
  const origin = `http://127.0.0.1:${port}`
  const { id, version, handlers } = await driveOne(office, origin)
  const ids = await copyCase(office.owner, id, lanes * perLane)
  await copyHead(office.owner, lanes)
  const body = JSON.stringify({
    run: 'main',
    facts: { case: { handlers, 'handlers-reason': '原承办人员另有任务，按排班调整。' } },
  })
  const made: Lane[] = []
  for (let lane = 0; lane < lanes; lane += 1) {
    const { cookie } = await visit(office, origin, `head-${lane}`)
    const headers = [
      `host: 127.0.0.1:${port}`,
      `origin: ${origin}`,
      `cookie: ${cookie}`,
      'content-type: application/json',
    ]
    const targets = ids
      .slice(lane * perLane, (lane + 1) * perLane)
      .map((each) => ({ path: `/api/cases/${each}/actions/change-handlers`, version, body }))
    made.push({ headers: headers.join('\r\n'), targets })
  }
  const { rows } = await office.owner.query<{ bytes: number }>({
    text: 'SELECT length(state::text) AS bytes FROM app.cases WHERE id = $1',
    values: [id],
  })
  return { lanes: made, ids, stateBytes: rows[0]?.bytes ?? 0 }
}

async function driveOne(office: Office, origin: string) {
  const lin = await visit(office, origin, 'lin')
  const { people } = await lin.send<{ people: Named[] }>('GET', '/api/people')
  const { parties } = await lin.send<{ parties: Named[] }>('GET', `/api/parties?q=${encodeURIComponent('青石')}`)
  const handlers = ['林一', '周二'].map((name) => people.find((person) => person.name === name)?.id)
  const [party] = parties
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const opened = await lin.send<{ id: string; version: number }>('POST', '/api/cases', {
    procedure: 'penalty-ordinary',
    name: '某餐饮公司经营超过保质期食品案',
    parties: [party?.id],
    violations: [{ party: party?.id, cause: '经营超过保质期的食品' }],
    handlers,
    facts: {
      case: { source: '行政检查', 'found-on': today, clue: '检查发现货架有超过保质期的调味品', place: '青石区' },
    },
  })
  const { id } = opened
  const { state } = await lin.send<CaseAnswer>('GET', `/api/cases/${id}`)
  const filing = {
    run: 'main',
    facts: {
      case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' },
      violation: { [state.violations[0]?.id ?? '']: { 'act-ended-on': today } },
    },
  }
  await lin.send('POST', `/api/cases/${id}/actions/file`, filing, opened.version)
  for (const login of ['zheng', 'shen']) await agree(await visit(office, origin, login), id)
  const { version } = await lin.send<CaseAnswer>('GET', `/api/cases/${id}`)
  return { id, version, handlers }
}

async function agree(head: Visitor, id: string): Promise<void> {
  const { version, approvals } = await head.send<CaseAnswer>('GET', `/api/cases/${id}`)
  const body = { do: 'agree', run: approvals[0]?.run, opinion: '同意' }
  await head.send('POST', `/api/cases/${id}/approvals/${approvals[0]?.proposal}`, body, version)
}

/** Copies a case with its events and people; ids of the copies. */
async function copyCase(owner: Queryable, id: string, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>({
    text: `WITH ids AS MATERIALIZED (SELECT gen_random_uuid() AS id FROM generate_series(1, $2::int)),
      made AS (INSERT INTO app.cases SELECT c.* FROM app.cases o, ids n,
          LATERAL jsonb_populate_record(o, jsonb_build_object('id', n.id, 'state',
            replace(o.state::text, o.id::text, n.id::text)::jsonb)) c
        WHERE o.id = $1 RETURNING id),
      told AS (INSERT INTO app.events SELECT made.id, e.seq, e.type, e.at, e.actor_id,
          CASE WHEN e.seq = 1 THEN replace(e.body::text, $1::text, made.id::text)::jsonb ELSE e.body END
        FROM app.events e, made WHERE e.case_id = $1),
      concerned AS (INSERT INTO app.case_people SELECT made.id, p.person_id, p.is_handler
        FROM app.case_people p, made WHERE p.case_id = $1)
      SELECT id FROM made`,
    values: [id, count],
  })
  return rows.map((row) => row.id)
}

/** As many heads of the handling unit as there are connections, each with an account. */
async function copyHead(owner: Queryable, count: number): Promise<void> {
  await owner.query({
    text: `WITH head AS (SELECT p.*, a.id AS account FROM app.people p JOIN app.accounts a ON a.person_id = p.id WHERE a.login = 'zheng'),
      numbered AS MATERIALIZED (SELECT gen_random_uuid() AS id, n FROM generate_series(0, $1::int - 1) n),
      people AS (INSERT INTO app.people (id, agency_id, name, employment, has_law_licence)
        SELECT numbered.id, agency_id, name || n, employment, has_law_licence FROM head, numbered),
      posts AS (INSERT INTO app.posts (person_id, unit_id, role, from_on)
        SELECT numbered.id, t.unit_id, t.role, t.from_on FROM head JOIN app.posts t ON t.person_id = head.id, numbered)
      INSERT INTO app.accounts (id, person_id, login, password_hash, is_demo)
        SELECT gen_random_uuid(), id, 'head-' || n, '-', true FROM numbered`,
    values: [count],
  })
}
