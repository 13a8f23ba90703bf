import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import { sha256, verifyEd25519 } from '#server/record-log/ed25519.ts'
import { runSequencer, type Sequencer } from '#server/record-log/sequencer.ts'
import { readLogKeys } from '#server/record-log/signing-key.ts'
import { CaseRoad } from '../../../../tests/support/case-road.ts'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { eventually } from '../../../../tests/support/record-log.ts'

let desk: TestDesk
let road: CaseRoad<Caller>
let sequencer: Sequencer | undefined
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  const lin = await desk.as('lin')
  const { people } = (await lin.get('/api/people?role=handler')).json<{ people: { id: string; name: string }[] }>()
  const { parties } = (await lin.get('/api/parties?q=%E5%8D%97')).json<{ parties: { id: string }[] }>()
  road = new CaseRoad(desk)
  const facts = {
    item: '食品经营许可',
    'licence-basis': '《食品安全法》第三十五条',
    application: '申请',
    materials: '申请书',
  }
  await road.open('chuang', {
    procedure: 'licence',
    name: '食品经营许可申请（回执）',
    parties: [parties[0]?.id],
    handlers: people.filter(({ name }) => ['林一', '周二'].includes(name)).map(({ id }) => id),
    facts: { case: facts },
  })
})
afterAll(async () => {
  await sequencer?.close()
  await desk.close()
})

const receipt = async (login: string, path = 'receipts/1') =>
  (await road.as(login)).get(`/api/cases/${road.id}/${path}`)

test('before the sequencer has run there is no receipt, and the answer says when there will be one', async () => {
  const answer = await receipt('lin')
  expect([answer.statusCode, answer.json().detail]).toEqual([404, expect.stringContaining('一秒之内')])
})

test('the receipt of an event and its content hold before anybody who has the public key', async () => {
  sequencer = runSequencer(desk.context, { pollMs: 20 })
  await eventually(async () => (await receipt('lin')).statusCode === 200)
  const [proof, content] = [await receipt('lin'), await receipt('lin', 'receipts/1/content')]
  expect(proof.headers['content-disposition']).toContain('.tlog-proof')
  const question = {
    digest: sha256,
    verifySignature: verifyEd25519,
    vkeys: readLogKeys(desk.context.config).vkeys.map(formatVkey),
    receipt: proof.body,
    content: content.rawPayload,
  }
  expect(verifyReceipt(question)).toMatchObject({ ok: true, problems: [] })
  const altered = Buffer.from(content.rawPayload)
  altered[20] = (altered[20] ?? 0) ^ 1
  expect(verifyReceipt({ ...question, content: altered }).ok).toBe(false)
})

test('another agency and a number that the case has not reached get the answer of what does not exist', async () => {
  for (const path of ['receipts/1', 'receipts/1/content', 'receipts/999', 'receipts/999/content']) {
    const foreign = await receipt('xu', path)
    expect([403, 404], path).toContain(foreign.statusCode)
    if (path.includes('999')) expect((await receipt('lin', path)).statusCode).toBe(404)
  }
  expect((await receipt('lin', 'receipts/0')).statusCode).toBeLessThan(500)
})

test('every download of a receipt is in the audit trail', async () => {
  const { rows } = await desk.database.owner.query<{ count: number }>({
    text: `SELECT count(*) AS count FROM app.audit_entries WHERE name = 'receipt-download' AND subject = $1`,
    values: [`case:${road.id}`],
  })
  expect(rows[0]?.count).toBeGreaterThan(1)
})

test('whoever asks whether the service is ready learns why the log is not signed any more', async () => {
  await desk.context.blobs.named.replace({ name: 'log/checkpoint', bytes: Buffer.from('gs.example/log\n9\nAAAA\n') })
  const answer = await desk.nobody.get('/readyz')
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok', log: expect.stringContaining('检查点') }])
})
