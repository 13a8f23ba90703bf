import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { newId } from '#server/ids.ts'
import { CaseRoad } from '../../../tests/support/case-road.ts'
import { type TestDesk, testDesk } from '../../../tests/support/desk.ts'
import { documentFixture } from '../../../tests/support/document-fixtures.ts'
import { eventually } from '../../../tests/support/record-log.ts'
import { runZhaofa } from '../../../tests/support/zhaofa.ts'
import { readHead } from './log-rows.ts'
import { scrubLog } from './scrub-log.ts'
import { runSequencer } from './sequencer.ts'

const EVENTS = 600
let desk: TestDesk
let caseId: string
let documentId: string
let evidence: string
let files: string

beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  files = join(desk.context.config.home, 'blobs')
  caseId = await openCase()
  await addEvents(EVENTS)
  documentId = await issueDocument()
  evidence = await storeEvidence()
  const sequencer = runSequencer(desk.context, { pollMs: 20 })
  await eventually(async () => ((await readHead(desk.context.db))?.size ?? 0) > EVENTS)
  await sequencer.close()
})
afterAll(() => desk.close())

async function openCase(): Promise<string> {
  const lin = await desk.as('lin')
  const { people } = (await lin.get('/api/people?role=handler')).json<{ people: { id: string; name: string }[] }>()
  const { parties } = (await lin.get('/api/parties?q=%E5%8D%97')).json<{ parties: { id: string }[] }>()
  const road = new CaseRoad(desk)
  const facts = {
    item: '食品经营许可',
    'licence-basis': '《食品安全法》第三十五条',
    application: '申请',
    materials: '申请书',
  }
  await road.open('chuang', {
    procedure: 'licence',
    name: '食品经营许可申请（核对）',
    parties: [parties[0]?.id],
    handlers: people.filter(({ name }) => ['林一', '周二'].includes(name)).map(({ id }) => id),
    facts: { case: facts },
  })
  return road.id
}

/** More events than two tiles hold, written as the office writes them: the event and its leaf. */
async function addEvents(count: number): Promise<void> {
  const at = '2026-06-01T02:00:00.000Z'
  const { rows } = await desk.context.db.query<{ by: string }>({
    text: 'SELECT actor_id AS by FROM app.events WHERE case_id = $1 LIMIT 1',
    values: [caseId],
  })
  const events = Array.from({ length: count }, (_, nth) => {
    const body = { type: 'noted', seq: 1000 + nth, at, by: rows[0]?.by, text: `第 ${nth} 条` }
    const salt = randomBytes(16)
    const digest = createHash('sha256').update(salt).update(canonicalJson(body)).digest('hex')
    return { body, seq: body.seq, salt: salt.toString('hex'), digest }
  })
  await desk.context.db.query({
    text: `WITH e AS (SELECT * FROM jsonb_to_recordset($3) AS e(body jsonb, seq int, salt text, digest text)),
      told AS (INSERT INTO app.events (case_id, seq, type, at, actor_id, body)
        SELECT $1, e.seq, 'noted', $2, (e.body->>'by')::uuid, e.body FROM e)
      INSERT INTO app.leaves (case_id, seq, kind, subject, salt, digest)
      SELECT $1, e.seq, 'event', 'event:' || $1::text || ':' || e.seq, decode(e.salt, 'hex'), decode(e.digest, 'hex')
      FROM e ORDER BY e.seq`,
    values: [caseId, at, JSON.stringify(events)],
  })
}

async function issueDocument(): Promise<string> {
  const id = newId()
  await desk.context.db.query({
    text: `INSERT INTO app.documents (id, case_id, code, agency_id, issued_on, data)
      SELECT $1, id, 'penalty-decision', agency_id, '2026-06-01', $3 FROM app.cases WHERE id = $2`,
    values: [id, caseId, JSON.stringify(documentFixture('penalty-decision'))],
  })
  await typesetIssued(desk.context, id)
  return id
}

async function storeEvidence(): Promise<string> {
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), Buffer.from('a photograph'))
  await desk.context.db.query({
    text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, 12, 'image/jpeg', now())`,
    values: [sha256, sm3],
  })
  return sha256
}

const scrub = async () =>
  (await scrubLog(desk.context, () => undefined)).findings.map(({ kind, name }) => ({ kind, name }))

/** Changes rows behind everybody's back, past foreign keys and grants, and puts them back afterwards. */
async function whileRows<T>(change: string, look: () => Promise<T>): Promise<T> {
  const { owner } = desk.database
  const run = async (statements: readonly string[]) =>
    owner.transaction(async (tx) => {
      await tx.query({ text: `SET LOCAL session_replication_role = 'replica'` })
      for (const text of statements) await tx.query({ text })
    })
  const tables = ['events', 'leaves', 'log_entries', 'log_checkpoints', 'document_files']
  await run(tables.map((table) => `CREATE TABLE public.kept_${table} AS TABLE app.${table}`))
  await run([change])
  try {
    return await look()
  } finally {
    await run([
      ...tables.map((table) => `DELETE FROM app.${table}`),
      ...tables.map((table) => `INSERT INTO app.${table} OVERRIDING SYSTEM VALUE SELECT * FROM public.kept_${table}`),
      ...tables.map((table) => `DROP TABLE public.kept_${table}`),
    ])
  }
}

async function whileFile<T>(path: string, change: (bytes: Buffer) => Buffer | undefined, look: () => Promise<T>) {
  const file = join(files, path)
  const kept = readFileSync(file)
  const changed = change(Buffer.from(kept))
  rmSync(file)
  if (changed) writeFileSync(file, changed)
  try {
    return await look()
  } finally {
    writeFileSync(file, kept)
    chmodSync(file, 0o440)
  }
}

function flip(at: number): (bytes: Buffer) => Buffer {
  return (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }
}

const subject = (seq: number) => `event:${caseId}:${seq}`
const leafId = async (of: string): Promise<number> =>
  (
    await desk.database.owner.query<{ id: number }>({
      text: 'SELECT id FROM app.leaves WHERE subject = $1',
      values: [of],
    })
  ).rows[0]?.id ?? 0
const indexOf = async (of: string): Promise<number> => {
  const text = 'SELECT e.index FROM app.log_entries e JOIN app.leaves l ON l.id = e.leaf_id WHERE l.subject = $1'
  return (await desk.database.owner.query<{ index: number }>({ text, values: [of] })).rows[0]?.index ?? -1
}
const blobPath = (sha256: string) => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`

test('a log that nobody has touched has no findings', async () => {
  const report = await scrubLog(desk.context, () => undefined)
  expect(report.findings).toEqual([])
  expect(report.entries).toBeGreaterThan(EVENTS)
})

describe('whoever owns the database changes', () => {
  const where = () => `WHERE case_id = '${caseId}' AND seq = 1005`

  test('what an event says: the event is named', async () => {
    const change = `UPDATE app.events SET body = body || '{"text":"别的"}' ${where()}`
    expect(await whileRows(change, scrub)).toEqual([{ kind: 'event', name: subject(1005) }])
  })

  test('the time of an event beside its body: the event is named', async () => {
    const change = `UPDATE app.events SET at = at - interval '1 day' ${where()}`
    expect(await whileRows(change, scrub)).toEqual([{ kind: 'event', name: subject(1005) }])
  })

  test('an event away: the event is named', async () => {
    expect(await whileRows(`DELETE FROM app.events ${where()}`, scrub)).toEqual([
      { kind: 'event', name: subject(1005) },
    ])
  })

  test('an event and its leaf to match it: both are named, for the signature knows the old leaf', async () => {
    const change = `WITH e AS (UPDATE app.events SET body = body || '{"text":"x"}' ${where()} RETURNING body)
      UPDATE app.leaves SET digest = sha256('changed') ${where()}`
    const name = `${await leafId(subject(1005))}（${subject(1005)}）`
    expect(await whileRows(change, scrub)).toEqual([
      { kind: 'leaf', name },
      { kind: 'event', name: subject(1005) },
    ])
  })

  test('the digest of a leaf: the leaf is named and its event is not', async () => {
    const name = `${await leafId(subject(1005))}（${subject(1005)}）`
    const change = `UPDATE app.leaves SET digest = sha256('changed') ${where()}`
    expect(await whileRows(change, scrub)).toEqual([{ kind: 'leaf', name }])
  })

  test('a leaf away: the leaf is named, and its event, which now nobody logged', async () => {
    const name = String(await leafId(subject(1005)))
    const found = await whileRows(`DELETE FROM app.leaves ${where()}`, scrub)
    expect(found).toEqual(
      expect.arrayContaining([
        { kind: 'leaf', name },
        { kind: 'event', name: subject(1005) },
      ]),
    )
  })

  test('the hash of an entry: the row is named', async () => {
    const change = `UPDATE app.log_entries SET entry_hash = sha256('changed') WHERE index = 300`
    expect(await whileRows(change, scrub)).toEqual([{ kind: 'entry', name: '300' }])
  })

  test('which leaf an entry is of: both leaves are named', async () => {
    const change = `UPDATE app.log_entries e SET leaf_id = -leaf_id WHERE index IN (300, 301);`
    const swap = `UPDATE app.log_entries e SET leaf_id = (SELECT -o.leaf_id FROM app.log_entries o
      WHERE o.index = 601 - e.index) WHERE index IN (300, 301)`
    const found = await whileRows(change + swap, scrub)
    expect(found.map(({ kind }) => kind)).toEqual(['leaf', 'leaf'])
  })

  test('an entry away: the row is named', async () => {
    const found = await whileRows('DELETE FROM app.log_entries WHERE index = 300', scrub)
    expect(found).toEqual(expect.arrayContaining([{ kind: 'entry', name: '300' }]))
  })

  test('the root of a checkpoint: the checkpoint is named', async () => {
    const { rows } = await desk.database.owner.query<{ size: number }>({
      text: 'SELECT min(size) AS size FROM app.log_checkpoints',
    })
    const change = `UPDATE app.log_checkpoints SET root = sha256('changed') WHERE size = ${rows[0]?.size}`
    const found = await whileRows(change, scrub)
    expect(found).toEqual(expect.arrayContaining([{ kind: 'checkpoint', name: String(rows[0]?.size) }]))
  })

  test('which file a document has: the document is named', async () => {
    const change = `UPDATE app.document_files SET sha256 = '${evidence}'`
    expect(await whileRows(change, scrub)).toEqual([{ kind: 'document', name: `document:${documentId}` }])
  })

  test('the record by adding an event: it is named, for it has no leaf', async () => {
    const change = `INSERT INTO app.events SELECT case_id, 5000, type, at, actor_id, body || '{"seq":5000}'
      FROM app.events ${where()}`
    expect(await whileRows(change, scrub)).toEqual([{ kind: 'event', name: subject(5000) }])
  })
})

describe('whoever reaches the files changes', () => {
  test.each([
    ['tile/0/000', 'tile'],
    ['tile/entries/001', 'bundle'],
  ] as const)('log/%s: it is named, and nothing beside it', async (path, kind) => {
    expect(await whileFile(`log/${path}`, flip(77), scrub)).toEqual([{ kind, name: `log/${path}` }])
    expect(await whileFile(`log/${path}`, () => undefined, scrub)).toEqual([{ kind, name: `log/${path}` }])
  })

  test('the tile above the others: it is named', async () => {
    const found = await whileFile('log/tile/1/000.p/2', flip(3), scrub)
    expect(found).toEqual([{ kind: 'tile', name: 'log/tile/1/000.p/2' }])
  })

  test('the published checkpoint: it is named', async () => {
    const found = await whileFile('log/checkpoint', flip(2), scrub)
    expect(found).toEqual([{ kind: 'checkpoint', name: 'log/checkpoint' }])
  })

  test('a document, or takes it away: its file is named', async () => {
    const { rows } = await desk.database.owner.query<{ sha256: string }>({
      text: 'SELECT sha256 FROM app.document_files',
    })
    const [{ sha256 } = { sha256: '' }] = rows
    expect(await whileFile(blobPath(sha256), flip(500), scrub)).toEqual([{ kind: 'blob', name: sha256 }])
    expect(await whileFile(blobPath(sha256), () => undefined, scrub)).toEqual([{ kind: 'blob', name: sha256 }])
  })

  test('an original of the evidence: its file is named', async () => {
    expect(await whileFile(blobPath(evidence), flip(1), scrub)).toEqual([{ kind: 'blob', name: evidence }])
  })
})

test('the command names what was changed and ends with 1, and with 0 when all is as it was', async () => {
  const { app, owner, portal } = desk.database.urls
  const env = {
    ZHAOFA_HOME: desk.context.config.home,
    DATABASE_URL: owner,
    DATABASE_URL_APP: app,
    DATABASE_URL_PORTAL: portal,
  }
  const index = await indexOf(subject(1005))
  const change = `UPDATE app.log_entries SET entry_hash = sha256('changed') WHERE index = ${index}`
  const tampered = await whileRows(change, () => runZhaofa(['log', 'scrub'], env))
  expect([tampered.code, tampered.stdout]).toEqual([1, expect.stringContaining(`条目 ${index}`)])
  const sound = await runZhaofa(['log', 'scrub'], env)
  expect([sound.code, sound.stdout]).toEqual([0, expect.stringContaining('没有发现改动')])
  const status = await runZhaofa(['log', 'status', '--json'], env)
  expect([status.code, JSON.parse(status.stdout)]).toEqual([0, expect.objectContaining({ waiting: 0 })])
})
