import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { shippedFontFolders } from '#server/features/documents/font-folders.ts'
import { openTypesetter, typesetIssued, voidDocument } from '#server/features/documents/index.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

const ISSUERS = 20
/** Every third case loses an officer's certificate while the last head has it before him. */
const isDoomed = (index: number): boolean => index % 3 === 0

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

type Road = PenaltyRoad<Caller>
const owner = <Row>(text: string, values: readonly unknown[] = []) => desk.database.owner.query<Row>({ text, values })
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

type Issued = { readonly id: string; readonly code: string; readonly data: DocumentData }
async function documentsOf(road: Road): Promise<readonly Issued[]> {
  const { rows } = await owner<Issued>('SELECT id, code, data FROM app.documents WHERE case_id = $1 ORDER BY id', [
    road.id,
  ])
  return rows
}

describe('a document that has been issued', () => {
  test('is typeset to the same bytes after the case, its party, its agency and its people have moved on', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.file()
    const first = await documentsOf(road)
    const sealed = await Promise.all(
      first.map(async ({ data }) => digestOf((await desk.context.typesetter.typeset(data)).pdf)),
    )
    await road.investigate()
    await owner(`UPDATE app.parties SET name = '改名以后的公司', address = '搬走了' WHERE id = $1`, [road.party])
    await owner(
      `UPDATE app.agencies SET name = '合并以后的局', word = '新市监', address = '新址' WHERE code = 'qs-market'`,
    )
    await owner(`UPDATE app.people SET name = '改名三' WHERE name = '郑三'`)
    await owner(`UPDATE app.units SET name = '执法新队' WHERE name = '执法一中队'`)
    await road.notify()
    await road.draft()
    const later = (await documentsOf(road)).slice(0, first.length)
    expect(later).toEqual(first)
    // Another process, as after a restart.
    const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
    const again = await Promise.all(later.map(async ({ data }) => digestOf((await typesetter.typeset(data)).pdf)))
    await typesetter.close()
    expect(again).toEqual(sealed)
    expect(await Promise.all(later.map(async ({ id }) => sealedAs(road, id)))).toEqual(sealed)
  })

  test('is exported for word processors to those who work on the case, and to nobody else', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.file()
    const [paper] = await documentsOf(road)
    const path = `/api/cases/${road.id}/documents/${paper?.id}/docx`
    const lin = await desk.as('lin')
    expect((await lin.get(path)).json<{ detail: string }>().detail).toContain('正在排版')
    await sealedAs(road, paper?.id ?? '')
    const answer = await lin.get(path)
    expect(answer.headers['content-type']).toContain('wordprocessingml')
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await (await desk.as('zhuo')).get(path)).statusCode).toBe(403)
    expect((await (await desk.as('zhu')).get(path)).statusCode).toBe(404)
  })

  test('says what was so on its day, and the next one what is so now', async () => {
    const road = await PenaltyRoad.open(desk)
    await road.file()
    const [filed] = await documentsOf(road)
    expect(JSON.stringify(filed?.data)).toContain('合并以后的局')
    expect(JSON.stringify(filed?.data)).toContain('改名三')
  })

  async function sealedAs(road: Road, id: string): Promise<string> {
    expect(await typesetIssued(desk.context, id)).toBe('kept')
    const file = await (await road.as('lin')).get(`/api/cases/${road.id}/documents/${id}/file`)
    expect(file.statusCode).toBe(200)
    return digestOf(file.rawPayload)
  }
})

type Serial = { readonly ordinal: number; readonly number: string; readonly isVoid: boolean }

async function filingSerials(): Promise<readonly Serial[]> {
  const { rows } = await owner<Serial>(
    `SELECT ordinal, number, voided_at IS NOT NULL AS "isVoid" FROM app.documents WHERE code = 'filing-approval' ORDER BY ordinal`,
  )
  return rows
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Filed and agreed to by the unit's head; the last head's agreement issues the numbered document. */
async function beforeLastGate(handlers: readonly string[]): Promise<Road> {
  const road = await PenaltyRoad.open(desk, { handlers })
  const violation = { [road.violation]: { 'act-ended-on': '2026-05-20' } }
  await road.take('lin', 'file', { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation })
  await road.agree('zheng')
  return road
}

async function agreeLast(road: Road) {
  const proposal = (await road.read('shen')).approvals[0]?.proposal
  const body = { do: 'agree', run: 'main', opinion: '同意' }
  const headers = { 'if-match': `"${road.version}"` }
  return (await road.as('shen')).send('POST', `/api/cases/${road.id}/approvals/${proposal}`, body, headers)
}

describe('numbers', () => {
  test('of twenty issuers at once, some refused at the last gate, stand without a gap', async () => {
    const { rows } = await owner<{ id: string; login: string }>(
      `SELECT person_id AS id, login FROM app.accounts WHERE login IN ('lin', 'zhou', 'qian')`,
    )
    const [lin, zhou, qian] = ['lin', 'zhou', 'qian'].map((login) => rows.find((row) => row.login === login)?.id ?? '')
    const pair = (index: number) => [lin ?? '', (isDoomed(index) ? qian : zhou) ?? '']
    const roads = await Promise.all(upTo(ISSUERS).map((index) => beforeLastGate(pair(index))))
    await owner(`UPDATE app.certificates SET state = 'revoked' WHERE person_id = $1`, [qian])
    const before = (await filingSerials()).length
    const answers = await Promise.all(roads.map(agreeLast))
    const doomed = upTo(ISSUERS).filter(isDoomed).length
    expect(answers.map((answer) => answer.statusCode)).toEqual(
      upTo(ISSUERS).map((index) => (isDoomed(index) ? 409 : 200)),
    )
    const serials = await filingSerials()
    expect(serials).toHaveLength(before + ISSUERS - doomed)
    expect(serials.map(({ ordinal }) => ordinal)).toEqual(upTo(serials.length))
    const refused = answers.find((answer) => answer.statusCode === 409)
    expect(refused?.json()).toMatchObject({ code: 'gate-closed', basis: '《行政处罚法》第四十二条' })
  })

  test('of voided documents are kept and never given again, also while others are being issued', async () => {
    const before = await filingSerials()
    const { rows } = await owner<{ id: string }>(
      `SELECT id FROM app.documents WHERE code = 'filing-approval' ORDER BY ordinal DESC LIMIT 3`,
    )
    const roads = await Promise.all(upTo(5).map(() => PenaltyRoad.open(desk)))
    const at = desk.context.clock.now()
    const voids = rows.map(({ id: documentId }) =>
      desk.context.db.transaction((tx) => voidDocument(tx, { documentId, reason: '文号填错', at })),
    )
    const [voided] = await Promise.all([Promise.all(voids), ...roads.map((road) => road.file())])
    expect(voided).toEqual([true, true, true])
    const after = await filingSerials()
    expect(after.map(({ ordinal }) => ordinal)).toEqual(upTo(before.length + 5))
    expect(new Set(after.map(({ number }) => number)).size).toBe(after.length)
    expect(after.filter(({ isVoid }) => isVoid)).toHaveLength(3)
    expect(after.slice(0, before.length).map(({ number }) => number)).toEqual(before.map(({ number }) => number))
  })

  test('are not taken twice by hand either: the database holds each once in its series', async () => {
    const text = `INSERT INTO app.documents (id, case_id, code, number, word, year, ordinal, agency_id, issued_on, data)
      SELECT gen_random_uuid(), case_id, code, number || '之一', word, year, ordinal, agency_id, issued_on, data
      FROM app.documents WHERE code = 'filing-approval' LIMIT 1`
    await expect(desk.context.db.query({ text })).rejects.toThrow('duplicate key')
  })
})
