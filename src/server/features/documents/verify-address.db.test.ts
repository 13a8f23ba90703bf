import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { PenaltyRoad } from '../../../../tests/support/penalty-road.ts'
import { typesetIssued } from './typeset-issued.ts'
import { verifyKeyOf } from './verify-address.ts'
import { voidDocument } from './void-document.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
})
afterAll(() => desk.close())

type Issued = { readonly id: string; readonly code: string; readonly url: string | null }
type Keyed = { readonly number: string; readonly status: string; readonly fileSha256: string }

async function keyed(key: string | undefined): Promise<Keyed | undefined> {
  const { rows } = await desk.database.portal.query<Keyed>({
    text: 'SELECT number, status, file_sha256 AS "fileSha256" FROM published.document_keys WHERE key = $1',
    values: [key],
  })
  return rows[0]
}

test('a letter bears an address of its own, which tells of the sealed file and of a later voiding; a form bears none', async () => {
  const road = await PenaltyRoad.open(desk)
  await road.file()
  await road.investigate()
  await road.take('lin', 'issue-notice', { violation: { [road.violation]: { fine: '5000' } } })
  await road.agree('zheng', 'shen')
  const { rows } = await desk.database.owner.query<Issued>({
    text: `SELECT id, code, data -> 'document' ->> 'verifyUrl' AS url FROM app.documents WHERE case_id = $1`,
    values: [road.id],
  })
  expect(rows.filter(({ url }) => url !== null).map(({ code }) => code)).toEqual(['penalty-notice'])
  const notice = rows.find(({ code }) => code === 'penalty-notice')
  const key = verifyKeyOf(notice?.url ?? undefined)
  expect(await keyed(key)).toBeUndefined()
  const documentId = notice?.id ?? ''
  await typesetIssued(desk.context, documentId)
  expect(await keyed(key)).toMatchObject({ number: '青市监罚告〔2026〕1号', status: 'valid' })
  await desk.context.db.transaction((tx) =>
    voidDocument(tx, { documentId, reason: '文号有误', at: desk.context.clock.now() }),
  )
  expect(await keyed(key)).toMatchObject({ status: 'void' })
})
