import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { formatVkey, type Vkey } from '#domain/record-log/vkey.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { readSettings } from '#server/config.ts'
import { publishDue } from '#server/features/disclosure/publish-due.ts'
import { keepRendition } from '#server/features/renditions/rendition-store.ts'
import { newId } from '#server/ids.ts'
import { keepRefusal } from '#server/record-log/cosign-rows.ts'
import { scrubLog } from '#server/record-log/scrub-log.ts'
import { scrubPage } from '#server/record-log/scrub-page.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'
import { makeLogKey } from '#server/record-log/signing-key.ts'
import { askedWitnesses } from '#server/record-log/witness-policy.ts'
import { homeOfLin, storeDecided } from '../support/decided-case.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { eventually } from '../support/record-log.ts'
import { type TestWitness, testWitness } from '../support/served-witness.ts'
import { runZhaofa } from '../support/zhaofa.ts'

// Somebody with the database's superuser, the folder of blobs and the log's key. What they cannot have is the one checkpoint
// that somebody outside has kept.
const EVENTS = 600
let desk: TestDesk
let witness: TestWitness
let vkey: Vkey
let caseId: string
let evidence: string
let disclosure: string
let outside: string
let refusal: string
/** Another picture of the store, to be shown instead of the one that was made. */
let otherPicture: string

beforeAll(async () => {
  desk = await testDesk('2026-06-02T02:00:00Z')
  const [own] = makeLogKey(desk.context.config).vkeys
  if (!own) throw new Error('the log has a key')
  vkey = own
  witness = await testWitness('sifa.example', [vkey])
  outside = mkdtempSync(join(tmpdir(), 'zhaofa-outside-'))
  const decided = await storeDecided(desk.context, await homeOfLin(desk.context))
  caseId = decided.caseId
  await decided.deliver()
  await publishDue(desk.context, PROCEDURES)
  disclosure = await onlyId('SELECT disclosure_id AS id FROM app.disclosure_versions')
  await addEvents(EVENTS)
  evidence = await storeEvidence()
  await storeRendition()
  refusal = await storeRefusal()
  await sign(office())
  cpSync(join(blobs(), 'log/checkpoint.cosigned'), join(outside, 'checkpoint'))
  cpSync(join(blobs(), 'log/policy'), join(outside, 'policy'))
})
afterAll(async () => {
  await witness.close()
  await desk.close()
  rmSync(outside, { recursive: true, force: true })
})

const blobs = () => join(desk.context.config.home, 'blobs')
const withConfig = (env: Record<string, string>) => {
  const { config } = readSettings({ ZHAOFA_HOME: desk.context.config.home, LOG_LEVEL: 'silent', ...env })
  return { ...desk.context, config }
}
const office = () => withConfig({ LOG_WITNESSES: witness.line })

async function sign(context: ReturnType<typeof office>): Promise<void> {
  const sequencer = runSequencer(context, { pollMs: 20, besideMs: 20, retryMs: 50 })
  const isWitnessed = context.config.recordLog.quorum > 0
  const { rows } = await desk.database.owner.query<{ count: number }>({
    text: 'SELECT count(*) AS count FROM app.leaves',
  })
  const goal = `\n${rows[0]?.count}\n`
  await eventually(async () => {
    const name = isWitnessed ? 'log/checkpoint.cosigned' : 'log/checkpoint'
    const bytes = await desk.context.blobs.named.read(name)
    return bytes !== undefined && Buffer.from(bytes).toString().includes(goal)
  })
  await sequencer.close()
}

async function onlyId(text: string): Promise<string> {
  return (await desk.database.owner.query<{ id: string }>({ text })).rows[0]?.id ?? ''
}

async function addEvents(count: number): Promise<void> {
  const at = '2026-06-01T02:00:00.000Z'
  const events = Array.from({ length: count }, (_, nth) => {
    const body = { type: 'noted', seq: 1000 + nth, at, text: `第 ${nth} 条` }
    const salt = randomBytes(16)
    const digest = createHash('sha256').update(salt).update(canonicalJson(body)).digest('hex')
    return { body, seq: body.seq, salt: salt.toString('hex'), digest }
  })
  await desk.context.db.query({
    text: `WITH e AS (SELECT * FROM jsonb_to_recordset($3) AS e(body jsonb, seq int, salt text, digest text)),
      told AS (INSERT INTO app.events (case_id, seq, type, at, body) SELECT $1, e.seq, 'noted', $2, e.body FROM e)
      INSERT INTO app.leaves (case_id, seq, kind, subject, salt, digest)
      SELECT $1, e.seq, 'event', 'event:' || $1::text || ':' || e.seq, decode(e.salt, 'hex'), decode(e.digest, 'hex')
      FROM e ORDER BY e.seq`,
    values: [caseId, at, JSON.stringify(events)],
  })
}

async function storeEvidence(): Promise<string> {
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), Buffer.from('a photograph of the shop'))
  await desk.context.db.query({
    text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, 24, 'image/jpeg', now())`,
    values: [sha256, sm3],
  })
  return sha256
}

/** What an original is played from, as the job writes it. */
async function storeRendition(): Promise<void> {
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), Buffer.from('a small picture'))
  otherPicture = await storeRandom()
  await desk.context.db.query({
    text: `INSERT INTO app.renditions (sha256, state) VALUES ($1, 'waiting')`,
    values: [evidence],
  })
  const at = '2026-06-01T02:00:00.000Z'
  const picture = { sha256, sm3, size: 15, mediaType: 'image/jpeg', at }
  const made = {
    state: 'ready',
    sentence: null,
    probe: { width: 4, height: 3 },
    poster: picture,
    web: picture,
  } as const
  await keepRendition(desk.context.db, evidence, made, at)
}

/** A witness was once shown another history; it was settled since, and the refusal stays. */
async function storeRefusal(): Promise<string> {
  const [asked] = askedWitnesses(office().config)
  if (!asked) throw new Error('a witness is asked')
  const stranger = { ...asked, name: 'dangan.example', vkey: { ...asked.vkey, keyId: Buffer.from('dang') } }
  const said = { size: 3, witness: stranger.name, status: 409, knownSize: 9 }
  await keepRefusal(desk.context.db, stranger, said, new Date('2026-06-01T02:00:00Z'))
  return onlyId('SELECT id FROM app.log_refusals')
}

const TABLES = [
  'app.events',
  'app.leaves',
  'app.log_entries',
  'app.log_cosignatures',
  'app.log_checkpoints',
  'app.log_refusals',
  'app.renditions',
  'app.disclosure_versions',
  'app.disclosures',
  'published.decisions',
]

/** As a superuser past every grant, constraint and trigger; everything is put back afterwards, files as well. */
async function tampered<T>(changes: readonly string[], look: () => Promise<T>): Promise<T> {
  const kept = (table: string) => `public.kept_${table.replace('.', '_')}`
  const run = (statements: readonly string[]) =>
    desk.database.owner.transaction(async (tx) => {
      await tx.query({ text: `SET LOCAL session_replication_role = 'replica'` })
      for (const text of statements) await tx.query({ text })
    })
  const copy = mkdtempSync(join(tmpdir(), 'zhaofa-kept-'))
  cpSync(blobs(), copy, { recursive: true })
  await run(TABLES.map((table) => `CREATE TABLE ${kept(table)} AS TABLE ${table}`))
  try {
    await run(changes)
    return await look()
  } finally {
    await run([
      ...TABLES.map((table) => `DELETE FROM ${table}`),
      ...TABLES.map((table) => `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${kept(table)}`),
      ...TABLES.map((table) => `DROP TABLE ${kept(table)}`),
    ])
    rmSync(blobs(), { recursive: true, force: true })
    cpSync(copy, blobs(), { recursive: true })
    rmSync(copy, { recursive: true, force: true })
  }
}

const found = async (context = office()): Promise<string[]> =>
  (await scrubLog(context, () => undefined)).findings.map(({ kind, name }) => `${kind} ${name}`)

/** What somebody outside says of the log as it is exported now: they have one cosigned checkpoint and the policy. */
async function judgedOutside(): Promise<{ ok: boolean; problems: string[] }> {
  const args = [
    'verify',
    'log',
    join(blobs(), 'log'),
    '--vkey',
    formatVkey(vkey),
    '--known',
    join(outside, 'checkpoint'),
    '--json',
  ]
  return JSON.parse((await runZhaofa(args, {})).stdout)
}

/** The leaves are made to fit, the old tree is thrown away, and the stolen key signs the new one: nothing inside disagrees. */
const REFIT = `UPDATE app.leaves l SET digest = sha256(l.salt || convert_to(v.canonical, 'UTF8')) FROM forged v WHERE l.subject = v.subject`
async function signAnew(): Promise<void> {
  await desk.database.owner.query({
    text: 'DELETE FROM app.log_cosignatures; DELETE FROM app.log_checkpoints; DELETE FROM app.log_entries',
  })
  rmSync(join(blobs(), 'log'), { recursive: true })
  await sign(withConfig({}))
}

/** Rows changed and the leaf with them, as good as a forger can. */
function forgeEvent(seq: number, patch: Record<string, unknown>): string[] {
  const body = canonicalJson({
    type: 'noted',
    seq,
    at: '2026-06-01T02:00:00.000Z',
    text: `第 ${seq - 1000} 条`,
    ...patch,
  })
  return [
    `UPDATE app.events SET body = '${body}', at = ('${body}'::jsonb ->> 'at')::timestamptz WHERE case_id = '${caseId}' AND seq = ${seq}`,
    `CREATE TEMP TABLE forged AS SELECT 'event:${caseId}:${seq}' AS subject, '${body}' AS canonical`,
    REFIT,
    'DROP TABLE forged',
  ]
}

const subject = (seq: number) => `event:${caseId}:${seq}`
const seq = (nth: number) => `case_id = '${caseId}' AND seq = ${nth}`

test('the log that nobody has touched is whole, inside and outside', async () => {
  expect(await found()).toEqual([])
  expect(await judgedOutside()).toMatchObject({ ok: true, problems: [] })
})

describe('named by the full comparison:', () => {
  const rows: readonly [string, () => string[], () => string][] = [
    [
      'an event that was edited',
      () => [`UPDATE app.events SET body = body || '{"text":"别的"}' WHERE ${seq(1005)}`],
      () => `event ${subject(1005)}`,
    ],
    ['an event that was deleted', () => [`DELETE FROM app.events WHERE ${seq(1005)}`], () => `event ${subject(1005)}`],
    [
      'two events that changed places',
      () => [
        `UPDATE app.events e SET body = o.body || jsonb_build_object('seq', e.seq) FROM app.events o
        WHERE e.case_id = o.case_id AND e.case_id = '${caseId}' AND e.seq IN (1005, 1006) AND o.seq = 2011 - e.seq`,
      ],
      () => `event ${subject(1005)}`,
    ],
    [
      'an event that was dated back',
      () => forgeEvent(1005, { at: '2026-05-01T02:00:00.000Z' }),
      () => `event ${subject(1005)}`,
    ],
    [
      'a tail that was cut off',
      () => [
        `DELETE FROM app.log_cosignatures WHERE true`,
        `DELETE FROM app.log_checkpoints WHERE true`,
        `DELETE FROM app.log_entries WHERE index >= 300`,
      ],
      () => 'checkpoint log/checkpoint',
    ],
    [
      'an edit after grants and triggers were switched off',
      () => [
        'ALTER TABLE app.events DISABLE TRIGGER ALL',
        `UPDATE app.events SET actor_id = NULL, body = body - 'text' WHERE ${seq(1007)}`,
        'ALTER TABLE app.events ENABLE TRIGGER ALL',
      ],
      () => `event ${subject(1007)}`,
    ],
    [
      'a published row that was edited',
      () => [`UPDATE published.decisions SET body = jsonb_set(body, '{fineFen}', '1') WHERE id = '${disclosure}'`],
      () => `disclosure disclosure:${disclosure}`,
    ],
    [
      'a published row that was edited with its kept version',
      () => [
        `UPDATE app.disclosure_versions SET record = jsonb_set(record, '{fineFen}', '1') WHERE disclosure_id = '${disclosure}'`,
        `UPDATE published.decisions SET body = jsonb_set(body, '{fineFen}', '1') WHERE id = '${disclosure}'`,
      ],
      () => `disclosure disclosure:${disclosure}:1`,
    ],
    [
      'a publication that was removed',
      () => [`DELETE FROM published.decisions WHERE id = '${disclosure}'`],
      () => `disclosure disclosure:${disclosure}`,
    ],
    [
      'a publication that was removed with all its rows',
      () => [
        `DELETE FROM published.decisions WHERE id = '${disclosure}'`,
        `DELETE FROM app.disclosure_versions WHERE disclosure_id = '${disclosure}'`,
      ],
      () => `disclosure disclosure:${disclosure}:1`,
    ],
    [
      'a publication taken down without a record of it',
      () => [
        `UPDATE published.decisions SET status = 'withdrawn', reason = 'x', withdrawn_at = now() WHERE id = '${disclosure}'`,
      ],
      () => `disclosure disclosure:${disclosure}`,
    ],
    [
      'a cosignature that was changed',
      () => [`UPDATE app.log_cosignatures SET line = replace(line, 'A', 'B')`],
      () => 'cosignature',
    ],
    [
      'another picture shown instead of the one that was made of a recording',
      () => [`UPDATE app.renditions SET poster_sha256 = '${otherPicture}' WHERE sha256 = '${evidence}'`],
      () => `rendition rendition:${evidence}:1`,
    ],
    [
      'the length that is told of a recording',
      () => [`UPDATE app.renditions SET probe = '{"width":8,"height":3}' WHERE sha256 = '${evidence}'`],
      () => `rendition rendition:${evidence}:1`,
    ],
    [
      'what a recording is played from, said to be from before there were leaves',
      () => [`UPDATE app.renditions SET version = 0, web_sha256 = '${otherPicture}' WHERE sha256 = '${evidence}'`],
      () => `rendition rendition:${evidence}:1`,
    ],
    [
      'what a recording is played from, as a newer one that no job has made',
      () => [`UPDATE app.renditions SET version = 2, web_sha256 = '${otherPicture}' WHERE sha256 = '${evidence}'`],
      () => `rendition rendition:${evidence}:2`,
    ],
    [
      'what a recording is played from, removed',
      () => [`DELETE FROM app.renditions WHERE sha256 = '${evidence}'`],
      () => `rendition rendition:${evidence}:1`,
    ],
    [
      "a witness's refusal that was made harmless",
      () => [`UPDATE app.log_refusals SET known_size = 4, size = 3 WHERE id = '${refusal}'`],
      () => `refusal refusal:${refusal}`,
    ],
    [
      "a witness's refusal that was removed",
      () => [`DELETE FROM app.log_refusals WHERE id = '${refusal}'`],
      () => `refusal refusal:${refusal}`,
    ],
    [
      'a refusal that no witness has made',
      () => [
        `INSERT INTO app.log_refusals (id, epoch, size, witness, key_id, status, known_size, refused_at, is_sealed)
          VALUES ('01930000-0000-7000-8000-0000000000aa', 0, 5, 'sifa.example', '\\x00000000', 409, 9, now(), true)`,
      ],
      () => 'refusal refusal:01930000-0000-7000-8000-0000000000aa',
    ],
  ]
  test.each(rows)('%s', async (_, changes, name) => {
    expect((await tampered(changes(), found)).join('\n')).toContain(name())
  })

  test('the file of what a recording is played from', async () => {
    const named = await tampered([], async () => {
      const { rows } = await desk.database.owner.query<{ web: string }>({
        text: `SELECT web_sha256 AS web FROM app.renditions WHERE sha256 = '${evidence}'`,
      })
      const [{ web } = { web: '' }] = rows
      flipFile(join(blobs(), web.slice(0, 2), web.slice(2, 4), web))
      return [await found(), web]
    })
    expect(named[0]).toEqual([`blob ${named[1]}`])
  })

  test('a blob that was exchanged', async () => {
    const named = await tampered([], async () => {
      const file = join(blobs(), evidence.slice(0, 2), evidence.slice(2, 4), evidence)
      chmodSync(file, 0o640)
      writeFileSync(file, 'another photograph')
      return found()
    })
    expect(named).toEqual([`blob ${evidence}`])
  })

  test('an offline page that was exchanged', async () => {
    const root = mkdtempSync(join(tmpdir(), 'zhaofa-page-'))
    const named: string[] = []
    cpSync(join(import.meta.dirname, '../../src/verifier/page/page.html'), join(root, 'dist/verifier/verify.html'), {
      recursive: true,
    })
    await scrubPage((one) => void named.push(one?.kind ?? ''), root)
    rmSync(root, { recursive: true })
    expect(named).toEqual(['page'])
  })
})

describe('covered up with the stolen key, so that nothing inside disagrees, and refused outside:', () => {
  const covered: readonly [string, () => string[]][] = [
    ['an event that was edited', () => forgeEvent(1005, { text: '别的' })],
    ['an event that was dated back', () => forgeEvent(1005, { at: '2026-05-01T02:00:00.000Z' })],
    [
      'an event that was deleted',
      () => [`DELETE FROM app.events WHERE ${seq(1005)}`, `DELETE FROM app.leaves WHERE ${seq(1005)}`],
    ],
    [
      'two events whose leaves changed places',
      () => [
        `UPDATE app.leaves l SET subject = l.subject || 'x' WHERE subject = '${subject(1005)}'`,
        `UPDATE app.leaves l SET subject = '${subject(1005)}', seq = 1005 WHERE subject = '${subject(1006)}'`,
        `UPDATE app.leaves l SET subject = '${subject(1006)}', seq = 1006 WHERE subject = '${subject(1005)}x'`,
      ],
    ],
    [
      'a tail that was cut off',
      () => [`DELETE FROM app.events WHERE seq >= 1300`, `DELETE FROM app.leaves WHERE seq >= 1300`],
    ],
    [
      'a published record that was edited',
      () => [
        `UPDATE app.disclosure_versions SET record = jsonb_set(record, '{fineFen}', '1')`,
        `UPDATE published.decisions SET body = jsonb_set(body, '{fineFen}', '1')`,
        `UPDATE app.leaves SET digest = sha256(salt || 'whatever') WHERE kind = 'disclosure'`,
      ],
    ],
    [
      'a publication that was removed',
      () => [
        `DELETE FROM published.decisions WHERE id = '${disclosure}'`,
        `DELETE FROM app.disclosure_versions WHERE disclosure_id = '${disclosure}'`,
        `DELETE FROM app.leaves WHERE kind = 'disclosure'`,
      ],
    ],
    [
      'a fork with one leaf exchanged',
      () => [`UPDATE app.leaves SET salt = substring(sha256(salt) FOR 16) WHERE ${seq(1200)}`],
    ],
  ]
  test.each(covered)('%s', async (_, changes) => {
    await tampered(changes(), async () => {
      await signAnew()
      const verdict = await judgedOutside()
      expect(verdict.ok).toBe(false)
      expect(verdict.problems.join()).toMatch(/不是由您保存的检查点|后面的被截去/)
    })
  })

  test('an old backup that is put back whole', async () => {
    await tampered([`DELETE FROM app.leaves WHERE seq > 1100`, `DELETE FROM app.events WHERE seq > 1100`], async () => {
      await signAnew()
      expect((await judgedOutside()).problems.join()).toContain('后面的被截去，或者它是旧的一份')
      // With the witness still asked, nothing more would have been signed at all.
      const sequencer = runSequencer(office(), { pollMs: 20, besideMs: 20, retryMs: 50 })
      await eventually(async () => (await found()).some((name) => name.startsWith('checkpoint')))
      await sequencer.close()
    })
    await desk.database.owner.query({
      text: `DELETE FROM app.log_refusals WHERE id <> '${refusal}'; DELETE FROM app.leaves WHERE kind = 'refusal' AND subject <> 'refusal:${refusal}'`,
    })
  })
})

test('a thousand single bits flipped over blobs, rows and tiles are all named', async () => {
  const originals = await Promise.all(Array.from({ length: 400 }, () => storeRandom()))
  await tampered([], async () => {
    for (const digest of originals) flipFile(join(blobs(), digest.slice(0, 2), digest.slice(2, 4), digest))
    const leaves = `UPDATE app.leaves SET digest = set_bit(digest, (id * 37 % 256)::int, 1 - get_bit(digest, (id * 37 % 256)::int)) WHERE seq BETWEEN 1000 AND 1299`
    const events = `UPDATE app.events SET body = jsonb_set(body, '{text}', to_jsonb(overlay(body ->> 'text' placing chr(ascii(substr(body ->> 'text', 1, 1)) # 1) from 1 for 1))) WHERE seq BETWEEN 1300 AND 1599`
    await desk.database.owner.query({ text: leaves })
    await desk.database.owner.query({ text: events })
    const tiles = ['tile/0/000', 'tile/0/001', 'tile/entries/000', 'tile/entries/001']
    // Not the same entry in every copy: of four copies of one hash two must agree.
    for (const tile of tiles) flipFile(join(blobs(), 'log', tile), Number(tile.includes('entries')) / 2)
    const started = performance.now()
    const named = await found()
    expect(performance.now() - started).toBeLessThan(60_000)
    const expected = [
      ...originals.map((digest) => `blob ${digest}`),
      ...Array.from({ length: 300 }, (_, nth) => `event ${subject(1300 + nth)}`),
      ...Array.from({ length: 300 }, (_, nth) => `（${subject(1000 + nth)}）`),
      ...tiles.map((tile) => `log/${tile}`),
    ]
    const all = named.join('\n')
    expect(expected.filter((name) => !all.includes(name))).toEqual([])
    expect(expected).toHaveLength(1004)
  })
})

async function storeRandom(): Promise<string> {
  const bytes = randomBytes(64)
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), bytes)
  await desk.context.db.query({
    text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, 64, 'image/jpeg', now())`,
    values: [sha256, sm3],
  })
  return sha256
}

function flipFile(path: string, share = 0): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length * share) + 5
  bytes[at] = (bytes[at] ?? 0) ^ 4
  chmodSync(path, 0o640)
  writeFileSync(path, bytes)
}
