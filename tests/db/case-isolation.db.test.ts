import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SigningAnswer } from '#contract/signing.ts'
import { isPermitted } from '#domain/access/permissions.ts'
import { featureRoutes } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { drawSignedPaper } from '#server/features/signing/index.ts'
import type { Route } from '#server/http/route.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { DRAWN_NAME } from '../support/drawn-name.ts'
import { idOf, photo } from '../support/evidence-uploads.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { eventually } from '../support/record-log.ts'
import { seize } from '../support/seized-things.ts'
import { append, begin, exchange } from '../support/tus-exchange.ts'

type Target = {
  readonly caseId: string
  /** Something in custody. */
  readonly thing: string
  readonly document: string
  /** A paper that is signed, with its copy. */
  readonly signed: string
  readonly upload: string
  /** A covered version of that upload. */
  readonly covered: string
  readonly recording: string
}
type Call = { readonly url: string; readonly body?: unknown; readonly own: number }
type Row = (target: Target) => Call

const NOBODY = '01930000-0000-7000-8000-000000000000'
/** The same posts in two other agencies: 城管 and 卫健 beside 市场监管. */
const FOREIGN = ['zhu', 'xu', 'he', 'shi', 'yan', 'hua', 'jin', 'xie', 'su']

const COVER = { kind: 'redaction', boxes: [{ x: 0, y: 0, width: 1, height: 1 }], muted: [] }
/** For every route about one case: an address that answers the own agency, so that a 404 to others means something. */
const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/cases/:id': ({ caseId }) => ({ url: `/api/cases/${caseId}`, own: 200 }),
  'GET /api/cases/:id/hints': ({ caseId }) => ({ url: `/api/cases/${caseId}/hints`, own: 200 }),
  'GET /api/cases/:id/filings': ({ caseId }) => ({ url: `/api/cases/${caseId}/filings`, own: 200 }),
  'GET /api/cases/:id/recordings': ({ caseId }) => ({ url: `/api/cases/${caseId}/recordings`, own: 200 }),
  'POST /api/cases/:id/recordings': ({ caseId, recording }) => ({
    url: `/api/cases/${caseId}/recordings`,
    body: { run: 'main', scene: 'inquiry', recording },
    own: 409,
  }),
  'POST /api/cases/:id/recordings/explanations': ({ caseId }) => ({
    url: `/api/cases/${caseId}/recordings/explanations`,
    body: { run: 'main', scene: 'inquiry', reason: '设备故障没有录上' },
    own: 409,
  }),
  'POST /api/cases/:id/recordings/unbindings': ({ caseId, recording }) => ({
    url: `/api/cases/${caseId}/recordings/unbindings`,
    body: { run: 'main', scene: 'inquiry', recording, reason: '绑错了案件' },
    own: 409,
  }),
  'POST /api/cases/:id/recordings/exceptions': ({ caseId }) => ({
    url: `/api/cases/${caseId}/recordings/exceptions`,
    body: {
      run: 'main',
      scene: 'inquiry',
      act: 1,
      ground: 'lost',
      reason: '存储卡损坏，送修后仍不能恢复，已经封存备查。',
    },
    own: 409,
  }),
  'POST /api/cases/:id/recordings/exceptions/decisions': ({ caseId }) => ({
    url: `/api/cases/${caseId}/recordings/exceptions/decisions`,
    body: { run: 'main', scene: 'inquiry', act: 1, granted: true, opinion: '同意' },
    own: 403,
  }),
  'POST /api/cases/:id/documents/:document/void': ({ caseId }) => ({
    url: `/api/cases/${caseId}/documents/${NOBODY}/void`,
    body: { reason: '当事人名称写错了' },
    own: 409,
  }),
  'POST /api/cases/:id/documents/:document/void/answer': ({ caseId }) => ({
    url: `/api/cases/${caseId}/documents/${NOBODY}/void/answer`,
    body: { granted: true, opinion: '同意' },
    own: 409,
  }),
  'POST /api/cases/:id/actions/:action': ({ caseId }) => ({
    url: `/api/cases/${caseId}/actions/inquire`,
    body: { run: 'main' },
    own: 422,
  }),
  'POST /api/cases/:id/approvals/:proposal': ({ caseId }) => ({
    url: `/api/cases/${caseId}/approvals/${NOBODY}`,
    body: { do: 'agree', run: 'main' },
    own: 409,
  }),
  'GET /api/cases/:id/drafts/:run/:action': ({ caseId }) => ({
    url: `/api/cases/${caseId}/drafts/main/report`,
    own: 200,
  }),
  'PUT /api/cases/:id/drafts/:run/:action': ({ caseId }) => ({
    url: `/api/cases/${caseId}/drafts/main/report`,
    body: { run: 'main', input: { run: 'main' } },
    own: 412,
  }),
  'POST /api/cases/:id/preview': ({ caseId }) => ({
    url: `/api/cases/${caseId}/preview`,
    body: { action: 'report', input: { run: 'main' } },
    own: 200,
  }),
  'GET /api/cases/:id/mergeable': ({ caseId }) => ({ url: `/api/cases/${caseId}/mergeable`, own: 200 }),
  'GET /api/cases/:id/photographs': ({ caseId }) => ({ url: `/api/cases/${caseId}/photographs`, own: 200 }),
  'GET /api/evidence/:id/preview': ({ upload }) => ({ url: `/api/evidence/${upload}/preview`, own: 200 }),
  'POST /api/evidence/:id/derivatives': ({ upload }) => ({
    url: `/api/evidence/${upload}/derivatives`,
    body: { recipe: COVER, reason: '遮盖无关的人' },
    own: 202,
  }),
  'GET /api/evidence/:id/derivatives/:derivative': ({ upload, covered }) => ({
    url: `/api/evidence/${upload}/derivatives/${covered}`,
    own: 200,
  }),
  'GET /api/cases/:id/runs/:run/draft-paper': ({ caseId }) => ({
    url: `/api/cases/${caseId}/runs/main/draft-paper`,
    own: 200,
  }),
  'GET /api/cases/:id/documents/:document/file': ({ caseId, document }) => ({
    url: `/api/cases/${caseId}/documents/${document}/file`,
    own: 200,
  }),
  'GET /api/cases/:id/documents/:document/docx': ({ caseId, document }) => ({
    url: `/api/cases/${caseId}/documents/${document}/docx`,
    own: 200,
  }),
  'GET /api/cases/:id/documents/:document/signing': ({ caseId, signed }) => ({
    url: `/api/cases/${caseId}/documents/${signed}/signing`,
    own: 200,
  }),
  'GET /api/cases/:id/documents/:document/pages/:page': ({ caseId, document }) => ({
    url: `/api/cases/${caseId}/documents/${document}/pages/1`,
    own: 200,
  }),
  'GET /api/cases/:id/documents/:document/signed': ({ caseId, signed }) => ({
    url: `/api/cases/${caseId}/documents/${signed}/signed`,
    own: 200,
  }),
  'POST /api/cases/:id/documents/:document/signatures': ({ caseId, signed }) => ({
    url: `/api/cases/${caseId}/documents/${signed}/signatures`,
    body: { sha256: 'a'.repeat(64), as: 'party', name: '外机关看不到' },
    own: 409,
  }),
  'POST /api/cases/:id/documents/:document/signature-refusals': ({ caseId, signed }) => ({
    url: `/api/cases/${caseId}/documents/${signed}/signature-refusals`,
    body: { sha256: 'a'.repeat(64), as: 'party', name: '外机关看不到', reason: '不同意' },
    own: 409,
  }),
  'GET /api/cases/:id/court-pack': ({ caseId }) => ({ url: `/api/cases/${caseId}/court-pack`, own: 409 }),
  'GET /api/cases/:id/answer-pack': ({ caseId }) => ({ url: `/api/cases/${caseId}/answer-pack`, own: 409 }),
  'GET /api/cases/:id/documents/:document/receipt': ({ caseId, document }) => ({
    url: `/api/cases/${caseId}/documents/${document}/receipt`,
    own: 200,
  }),
  'GET /api/cases/:id/things/:thing/card': ({ caseId, thing }) => ({
    url: `/api/cases/${caseId}/things/${thing}/card`,
    own: 200,
  }),
  'GET /api/cases/:id/receipts/:seq': ({ caseId }) => ({ url: `/api/cases/${caseId}/receipts/1`, own: 200 }),
  'GET /api/cases/:id/receipts/:seq/content': ({ caseId }) => ({
    url: `/api/cases/${caseId}/receipts/1/content`,
    own: 200,
  }),
  'GET /api/evidence/:id/content': ({ upload }) => ({ url: `/api/evidence/${upload}/content`, own: 200 }),
  'GET /api/cases/:id/dossier': ({ caseId }) => ({ url: `/api/cases/${caseId}/dossier`, own: 200 }),
  'GET /api/cases/:id/dossier/volume': ({ caseId }) => ({ url: `/api/cases/${caseId}/dossier/volume`, own: 409 }),
  'POST /api/cases/:id/dossier': ({ caseId }) => ({
    url: `/api/cases/${caseId}/dossier`,
    body: { arrangement: 'time', retention: '30年', notes: '外机关看不到的说明' },
    own: 412,
  }),
  'GET /api/recordings/:id': ({ recording }) => ({ url: `/api/recordings/${recording}`, own: 200 }),
  'POST /api/recordings/:id/viewings': ({ recording }) => ({
    url: `/api/recordings/${recording}/viewings`,
    body: {},
    own: 201,
  }),
  'GET /api/recordings/:id/marks': ({ recording }) => ({ url: `/api/recordings/${recording}/marks`, own: 200 }),
  'POST /api/recordings/:id/marks': ({ recording }) => ({
    url: `/api/recordings/${recording}/marks`,
    body: { atMs: 0, text: '外机关看不到的标记' },
    own: 201,
  }),
  'GET /api/recordings/:id/derivatives': ({ recording }) => ({
    url: `/api/recordings/${recording}/derivatives`,
    own: 200,
  }),
  'POST /api/recordings/:id/derivatives': ({ recording }) => ({
    url: `/api/recordings/${recording}/derivatives`,
    body: { recipe: COVER, reason: '外机关看不到的理由' },
    own: 202,
  }),
  'POST /api/recordings/:id/fixity': ({ recording }) => ({ url: `/api/recordings/${recording}/fixity`, own: 200 }),
  'GET /api/recordings/:id/receipt': ({ recording }) => ({ url: `/api/recordings/${recording}/receipt`, own: 200 }),
  'GET /api/recordings/:id/receipt/content': ({ recording }) => ({
    url: `/api/recordings/${recording}/receipt/content`,
    own: 200,
  }),
  'GET /api/recordings/:id/trail': ({ recording }) => ({ url: `/api/recordings/${recording}/trail`, own: 200 }),
  'GET /api/recordings/:id/poster': ({ recording }) => ({ url: `/api/recordings/${recording}/poster`, own: 200 }),
}

const NOTHING: Target = {
  ...{ thing: NOBODY, caseId: NOBODY, document: NOBODY, signed: NOBODY },
  ...{ upload: NOBODY, covered: NOBODY, recording: NOBODY },
}

function problemOf(answer: { json(): object }): object {
  return { ...answer.json(), requestId: undefined }
}

/** tus answers over a socket only; it knows an upload by its owner. */
const UPLOADS = ['HEAD', 'PATCH', 'DELETE'] as const

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
const GUARDED = featureRoutes.filter(({ path }) => /^\/api\/(cases|evidence|recordings)\/:id/.test(path))

let desk: TestDesk
let road: PenaltyRoad<Caller>
let target: Target
let uploadUrl: string
beforeAll(async () => {
  // The upload protocol counts the days of an upload by the machine's clock.
  desk = await testDesk(systemClock.now().toISOString())
  road = await PenaltyRoad.open(desk)
  await road.file()
  const lin = await road.as('lin')
  const saved = { run: 'main', input: { run: 'main', facts: { case: { 'facts-found': '外机关看不到的草稿' } } } }
  await lin.send('PUT', `/api/cases/${road.id}/drafts/main/report`, saved, { 'if-match': '"0"' })
  await desk.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = desk.app.server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const bytes = photo(2000)
  const metadata = { filename: '外机关看不到的照片.jpg', caseId: road.id }
  const begun = await begin({ origin, cookie: lin.cookie, size: bytes.length, metadata })
  const sent = await append({ url: begun.url, cookie: lin.cookie, at: 0, body: bytes })
  expect(sent?.status, sent?.body.toString()).toBe(204)
  const upload = idOf(begun.url)
  await road.take('lin', 'add-evidence', {}, { evidence: [{ kind: '电子数据', title: '照片', upload }] })
  uploadUrl = (await begin({ origin, cookie: lin.cookie, size: bytes.length, metadata })).url
  const document = (await road.state('lin')).documents[0]?.id ?? ''
  await typesetIssued(desk.context, document)
  await seize(road)
  const thing = (await road.state('lin')).things?.[0]?.id ?? ''
  const recording = await storeRecording(origin, lin)
  const signed = await storeSigned()
  target = { thing, caseId: road.id, document, signed, upload, covered: await storeCovered(upload), recording }
  const sequencer = runSequencer(desk.context, { pollMs: 20 })
  await eventually(
    async () => (await lin.get(`/api/cases/${road.id}/documents/${document}/receipt`)).statusCode === 200,
  )
  await sequencer.close()
})
afterAll(() => desk.close())

/** A recording of the own agency, with a poster as the worker would have drawn it. */
async function storeRecording(origin: string, { cookie, send }: Caller): Promise<string> {
  const bytes = photo(3000)
  const metadata = { purpose: 'recording', filename: '外机关看不到的照片.jpg', capturedAt: new Date().toISOString() }
  const { url } = await begin({ origin, cookie, size: bytes.length, metadata })
  await append({ url, cookie, at: 0, body: bytes })
  const stored = await send('POST', '/api/recordings', { recordings: [{ upload: idOf(url) }] })
  expect(stored.statusCode, stored.body).toBe(201)
  await desk.database.owner.query({
    text: `UPDATE app.renditions SET state = 'ready', poster_sha256 = sha256, web_sha256 = sha256`,
  })
  return stored.json().recordings[0].id
}

/** A list of what was seized that the party has signed, with its copy as the worker draws it. */
async function storeSigned(): Promise<string> {
  const { documents } = await road.state('lin')
  const document = documents.find(({ code }) => code === 'seizure-list')?.id ?? ''
  await typesetIssued(desk.context, document)
  const lin = await road.as('lin')
  const url = `/api/cases/${road.id}/documents/${document}`
  const { file, version } = (await lin.get(`${url}/signing`)).json<SigningAnswer>()
  const signature = { sha256: file?.sha256, as: 'party', name: '赵某', strokes: DRAWN_NAME }
  const answer = await lin.send('POST', `${url}/signatures`, signature, { 'if-match': `"${version}"` })
  expect(answer.statusCode, answer.body).toBe(200)
  road.version = answer.json<{ version: number }>().version
  await drawSignedPaper(desk.context, document)
  return document
}

/** A covered version as the worker leaves it. */
async function storeCovered(upload: string): Promise<string> {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: `INSERT INTO app.derivatives (id, upload_id, parent_sha256, kind, recipe, recipe_sha256, reason, made_by, asked_at,
        state, result_sha256, made_at)
      SELECT gen_random_uuid(), id, sha256, 'redaction', $2, sha256, '遮盖', owner_id, now(), 'ready', sha256, now()
      FROM app.uploads WHERE id = $1 RETURNING id`,
    values: [upload, JSON.stringify(COVER)],
  })
  return rows[0]?.id ?? ''
}

async function call(login: string, route: Route, of: Target) {
  const row = ROWS[nameOf(route)]
  if (!row) throw new Error(`no row for ${nameOf(route)}`)
  const { url, body, own } = row(of)
  const caller = await road.as(login)
  const version = route.path.includes('drafts') ? 0 : road.version
  const isRead = route.method === 'GET'
  const answer = isRead
    ? await caller.get(url)
    : await caller.send(route.method as 'POST' | 'PUT', url, body, { 'if-match': `"${version}"` })
  return { answer, own }
}

test('every route about one case has a row here, and no row is without a route', () => {
  expect(GUARDED.map(nameOf).toSorted()).toEqual(Object.keys(ROWS).toSorted())
  const uploads = featureRoutes.filter(({ path }) => path === '/api/uploads/:id').map(({ method }) => method)
  expect(uploads.toSorted()).toEqual([...UPLOADS].toSorted())
})

describe.each(GUARDED.map((route) => [nameOf(route), route] as const))('%s', (_name, route) => {
  test('answers the own agency', async () => {
    const { answer, own } = await call('lin', route, target)
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(own)
  })

  test('answers everybody of another agency as if there were nothing', async () => {
    const mayArchivist = isPermitted(route.permission, ['archivist'])
    for (const login of FOREIGN) {
      const [there, none] = [await call(login, route, target), await call(login, route, NOTHING)]
      // Who keeps archives may read, and is turned away from the rest before anything is looked up.
      expect(there.answer.statusCode, there.answer.body).toBe(login !== 'hua' || mayArchivist ? 404 : 403)
      expect(problemOf(there.answer)).toEqual(problemOf(none.answer))
      expect(there.answer.body).not.toMatch(/外机关看不到|青石味来|经营超过保质期/)
    }
  })
})

test.each(UPLOADS)('an upload is not there for anybody but who began it (%s)', async (method) => {
  for (const login of ['zhou', 'zhu', 'jin']) {
    const { cookie } = await road.as(login)
    const headers = {
      'upload-offset': '0',
      ...(method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream' } : {}),
    }
    const reply = await exchange({
      method,
      url: uploadUrl,
      cookie,
      headers,
      ...(method === 'PATCH' ? { body: photo(10) } : {}),
    })
    expect(reply?.status).toBe(404)
  }
  const { cookie } = await road.as('lin')
  const own = await exchange({ method: 'HEAD', url: uploadUrl, cookie })
  expect([own?.status, own?.headers['upload-offset']]).toEqual([200, '0'])
})

test('nothing of a case stands in what another agency may list', async () => {
  for (const login of FOREIGN) {
    const caller = await road.as(login)
    for (const url of [
      '/api/recordings',
      '/api/devices',
      '/api/worklist?tab=all',
      '/api/reviews',
      '/api/disclosures',
      '/api/people',
    ]) {
      const answer = await caller.get(url)
      expect(answer.body).not.toContain(road.id)
      expect(answer.body).not.toContain(target.recording)
      for (const id of road.handlers) expect(answer.body).not.toContain(id)
    }
  }
})

test('evidence of another agency cannot be taken into an own case', async () => {
  const { rows } = await desk.database.owner.query<{ id: string }>({
    text: `SELECT p.id FROM app.people p JOIN app.accounts a ON a.person_id = p.id WHERE a.login IN ('zhu', 'qin')`,
  })
  const own = new PenaltyRoad(desk)
  await own.meetPeople()
  await own.open('zhu', await own.opening({ handlers: rows.map(({ id }) => id) }))
  own.violation = (await own.state('zhu')).violations[0]?.id ?? ''
  const today = desk.context.clock.today()
  const violation = { [own.violation]: { 'act-ended-on': today } }
  await own.take('zhu', 'file', { case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法' }, violation })
  await own.agree('xu', 'shi')
  const evidence = [{ kind: '电子数据', title: '别人的照片', upload: target.upload }]
  const answer = await own.trial('zhu', 'add-evidence', { run: 'main', evidence })
  expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
  expect((await own.state('zhu')).evidence).toEqual([])
})
