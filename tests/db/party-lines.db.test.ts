import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartyLinesAnswer, PartyRow } from '#contract/parties.ts'
import { newId } from '#server/ids.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'

let desk: TestDesk
let road: PenaltyRoad<Caller>
let elsewhere: string
beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z')
  road = await PenaltyRoad.open(desk)
  await road.file()
  await road.investigate()
  elsewhere = await caseOf('qs-urban', '某餐饮公司占道经营案', road.party)
})
afterAll(() => desk.close())

/** A case of another agency, written down as that agency's people would have made it. */
async function caseOf(agency: string, name: string, party: string): Promise<string> {
  const id = newId()
  await desk.database.owner.query({
    text: `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, party_name, waits_for, returned_to,
        stage, version, state, opened_on, updated_at)
      SELECT $1, a.id, (SELECT id FROM app.units u WHERE u.agency_id = a.id AND kind = 'handling' LIMIT 1), 'penalty-ordinary', '1', $2,
        '', '{}', '{}', 's', 1, '{}', '2026-05-01', now() FROM app.agencies a WHERE a.code = $3`,
    values: [id, name, agency],
  })
  const text = 'INSERT INTO app.case_parties (case_id, party_id, ordinal) VALUES ($1, $2, 1)'
  await desk.database.owner.query({ text, values: [id, party] })
  return id
}

/** Makes a decision of a case public, as the job does. */
async function publish(caseId: string, number: string): Promise<void> {
  const [document, disclosure] = [newId(), newId()]
  await desk.database.owner.query({
    text: `INSERT INTO app.documents (id, case_id, party_id, code, number, agency_id, issued_on, data)
      SELECT $1, id, NULL, 'penalty-decision', $2, agency_id, '2026-05-10', '{}' FROM app.cases WHERE id = $3`,
    values: [document, number, caseId],
  })
  await desk.database.owner.query({
    text: `INSERT INTO app.disclosures (id, case_id, document_id, agency_id, due_on, state, record, published_at)
      SELECT $1, c.id, $2, c.agency_id, '2026-05-20', 'published', jsonb_build_object('title', c.name, 'number', $3::text), '2026-05-12T02:00:00Z'
      FROM app.cases c WHERE c.id = $4`,
    values: [disclosure, document, number, caseId],
  })
}

const lines = async (login: string, party: string, more = ''): Promise<PartyLinesAnswer> => {
  const answer = await (await desk.as(login)).get(`/api/parties/${party}/lines${more}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const found = async (login: string, q: string): Promise<string[]> => {
  const answer = await (await desk.as(login)).get(`/api/parties?q=${encodeURIComponent(q)}`)
  return answer.json<{ parties: PartyRow[] }>().parties.map(({ id }) => id)
}

describe('the sheet of one party', () => {
  test('has cases, papers and things of the own agency, the newest first, with the count of each kind', async () => {
    const { lines: all, counts } = await lines('lin', road.party)
    expect(counts).toMatchObject({ case: 1 })
    expect(counts.document).toBeGreaterThan(1)
    expect(all.map(({ on }) => on)).toEqual(
      all
        .map(({ on }) => on)
        .toSorted()
        .reverse(),
    )
    const [only] = (await lines('lin', road.party, '?kind=case')).lines
    expect(only).toMatchObject({ title: '某餐饮公司经营超过保质期食品案', caseId: road.id, isOwn: true })
    expect((await lines('lin', road.party, '?kind=case')).lines).toHaveLength(1)
  })

  test('of another agency shows nothing before it is public, and then what is public and no way into the case', async () => {
    expect(JSON.stringify(await lines('lin', road.party))).not.toContain('占道经营')
    await publish(elsewhere, '青城管罚决〔2026〕9号')
    const { lines: public_ } = await lines('lin', road.party, '?kind=disclosure')
    expect(public_).toEqual([
      expect.objectContaining({ title: '某餐饮公司占道经营案', agency: '青石区城管局', caseId: null, isOwn: false }),
    ])
    expect((await lines('lin', road.party, '?kind=case')).lines).toHaveLength(1)
  })

  test('a natural person is public without a name, and so is not found by it through another agency', async () => {
    const lin = await desk.as('lin')
    const person = { kind: 'person', name: '穆虚构', address: '', phone: '', legalRepresentative: '' }
    const { id } = (await lin.send('POST', '/api/parties', person)).json<{ id: string }>()
    await publish(await caseOf('qs-urban', '穆某占道经营案', id), '青城管罚决〔2026〕10号')
    expect((await lines('lin', id)).lines).toEqual([])
    expect((await lines('zhu', id)).counts.disclosure).toBe(1)
  })

  test('shows a supervisor the cases of every agency of the region', async () => {
    const { lines: cases } = await lines('ge', road.party, '?kind=case')
    expect(cases.map(({ agency }) => agency).toSorted()).toEqual(['青石区城管局', '青石区市场监管局'])
    expect(cases.every(({ caseId }) => caseId === null)).toBe(true)
  })

  test('goes on page by page without a gap', async () => {
    const { lines: all, counts } = await lines('lin', road.party)
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
    expect(all.length).toBe(Math.min(total, 40))
    const after = all[0] ? `?after=${all[0].on}_${encodeURIComponent(all[0].id)}` : ''
    expect((await lines('lin', road.party, after)).lines[0]?.id).toBe(all[1]?.id)
  })

  test('says that another agency has a case only to who has an open case of their own', async () => {
    const file = async (login: string) =>
      (await (await desk.as(login)).get(`/api/parties/${road.party}`)).json<{ otherAgencyCases: number }>()
    expect((await file('lin')).otherAgencyCases).toBe(1)
    expect((await file('jin')).otherAgencyCases).toBe(0)
  })
})

describe('a party is found', () => {
  test.each([
    ['by telephone', async () => (await phoneOf()) ?? ''],
    ['by the number of a paper of the own agency', async () => (await numberOf()) ?? ''],
  ])('%s', async (_title, what) => expect(await found('lin', await what())).toContain(road.party))

  test('by the number of another agency’s paper only when it is public', async () => {
    const number = await numberOf()
    expect(await found('zhu', number ?? '')).not.toContain(road.party)
    expect(await found('lin', '青城管罚决〔2026〕9号')).toContain(road.party)
  })
})

async function phoneOf(): Promise<string | undefined> {
  const text = `UPDATE app.parties SET phone = '0000-7654321' WHERE id = $1 RETURNING phone`
  return (await desk.database.owner.query<{ phone: string }>({ text, values: [road.party] })).rows[0]?.phone
}

async function numberOf(): Promise<string | undefined> {
  const text = 'SELECT number FROM app.documents WHERE case_id = $1 AND number IS NOT NULL LIMIT 1'
  return (await desk.database.owner.query<{ number: string }>({ text, values: [road.id] })).rows[0]?.number
}
