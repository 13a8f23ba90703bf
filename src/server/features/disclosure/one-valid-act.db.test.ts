import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { newId } from '#server/ids.ts'
import { homeOfLin, storeDecided } from '../../../../tests/support/decided-case.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/desk.ts'
import { LawOffice } from '../../../../tests/support/law-office.ts'
import { deliverAll } from '../../../../tests/support/penalty-steps.ts'
import { change } from '../../../../tests/support/revision-steps.ts'
import { planDisclosure } from './plan-disclosure.ts'
import { publishDue } from './publish-due.ts'
import { withdrawRevised } from './withdraw-revised.ts'

let desk: TestDesk
let home: Awaited<ReturnType<typeof homeOfLin>>
beforeAll(async () => {
  desk = await testDesk('2026-06-02T02:00:00Z')
  home = await homeOfLin(desk.context)
})
afterAll(() => desk.close())

const OFFICE = change(new LawOffice())
deliverAll(OFFICE)
const OWN = OFFICE.case.documents.findLast(({ code }) => code === 'decision-change')?.id ?? ''

/** What people and the hourly job may do with a decision and what follows it, in any order. */
const STEPS = ['change', 'revoke', 'publish', 'withhold', 'release'] as const
type Step = (typeof STEPS)[number]
const GROUNDS = { change: 'changed', revoke: 'revoked' } as const

/** Revises the decision as the office commits it; a change leaves an act that is delivered, so that it may be public at once. */
async function revise(decided: string, ground: 'changed' | 'revoked'): Promise<void> {
  const { agencyId, unitId } = home
  const [caseId, documentId, at] = [newId(), newId(), desk.context.clock.now().toISOString()]
  const state = JSON.stringify(OFFICE.case).replaceAll(`"${OWN}"`, `"${documentId}"`)
  await desk.context.db.transaction(async (tx) => {
    await tx.query({
      text: `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, stage, version, state,
          opened_on, updated_at, party_name, waits_for, returned_to)
        VALUES ($1, $2, $3, 'penalty-revision', '2021-07-15', '决定的改正', 'withdrawing', 1, $4, '2026-06-01', now(), '', '{}', '{}')`,
      values: [caseId, agencyId, unitId, state],
    })
    if (ground === 'changed') {
      const number = `青市监罚变〔2026〕${caseId.slice(-6)}号`
      await tx.query({
        text: `INSERT INTO app.documents (id, case_id, code, number, agency_id, issued_on, data)
          VALUES ($1, $2, 'decision-change', $3, $4, '2026-06-01', '{}')`,
        values: [documentId, caseId, number, agencyId],
      })
      const later = { caseId: decided, effect: 'replaced', parties: null, at } as const
      await planDisclosure(tx, { caseId, documentId, agencyId, dueOn: plainDate('2026-06-10'), later })
    }
    const [sinceOn, dueOn] = [plainDate('2026-06-02'), plainDate('2026-06-05')]
    const said = { reason: '决定不当', by: null, at, sinceOn, dueOn }
    await withdrawRevised(tx, { caseId: decided, revisedIn: caseId, agencyId, parties: [], ground, ...said })
  })
}

type Row = {
  readonly id: string
  readonly state: string
  readonly shown: string | null
  readonly laterId: string | null
}

/** The disclosures of one decision in the order of its acts, as the house and as the public has them. */
async function family(decided: string): Promise<readonly Row[]> {
  const { rows } = await desk.database.owner.query<Row>({
    text: `SELECT d.id, d.state, p.status AS shown, p.later_id AS "laterId" FROM app.disclosures d
      LEFT JOIN published.decisions p ON p.id = d.id
      WHERE d.case_id = $1 OR d.bears_on = $1 ORDER BY d.created_at, d.id`,
    values: [decided],
  })
  return rows
}

/** Whoever heads the agency tries it on the disclosure that is chosen; a refusal is as good as an act. */
async function tryStep(id: string, act: 'withhold' | 'release'): Promise<void> {
  const shen = await desk.as('shen')
  const { version } = (await shen.get(`/api/disclosures/${id}`)).json<{ row: { version: number } }>().row
  const body = act === 'withhold' ? { ground: 'privacy', reason: '脱敏后仍能识别本人' } : undefined
  const { statusCode } = await shen.send('POST', `/api/disclosures/${id}/${act}`, body, { 'if-match': `"${version}"` })
  expect([200, 409]).toContain(statusCode)
}

async function take(decided: string, step: Step, chosen: number): Promise<void> {
  if (step === 'publish') await publishDue(desk.context, PROCEDURES)
  else if (step === 'change' || step === 'revoke') await revise(decided, GROUNDS[step])
  else {
    const rows = await family(decided)
    const row = rows[chosen % rows.length]
    if (row) await tryStep(row.id, step)
  }
}

/** What holds after every step: house and portal agree, one valid act at most, and every earlier page leads to the last. */
function expectOneValid(rows: readonly Row[], isRevoked: boolean): void {
  const valid = rows.filter(({ shown }) => shown === 'published')
  expect(valid).toEqual(isRevoked ? [] : rows.slice(-1).filter(({ shown }) => shown === 'published'))
  expect(rows.filter(({ state }) => state === 'published')).toEqual(valid)
  const shown = rows.filter((row) => row.shown !== null)
  const last = shown.at(-1)
  expect(shown.slice(0, -1).every(({ laterId }) => laterId === last?.id)).toBe(true)
}

async function expectAlways(taken: readonly (readonly [Step, number])[]): Promise<void> {
  const { caseId, deliver } = await storeDecided(desk.context, home)
  await deliver()
  let isRevoked = false
  for (const [step, chosen] of taken) {
    await take(caseId, step, chosen)
    if (step in GROUNDS) isRevoked = step === 'revoke'
    expectOneValid(await family(caseId), isRevoked)
  }
}

/** The roads on which two acts would most easily come to stand side by side. */
const KNOWN: readonly (readonly Step[])[] = [
  ['publish', 'change', 'publish', 'change', 'publish', 'revoke', 'release', 'publish'],
  ['withhold', 'change', 'release', 'publish'],
  ['change', 'release', 'publish'],
]

test('whatever is done in whatever order, at most one act of a decision is public as valid, and it is the last', async () => {
  for (const known of KNOWN) await expectAlways(known.map((step) => [step, 0]))
  const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(3)), { minLength: 3, maxLength: 9 })
  await fc.assert(fc.asyncProperty(steps, expectAlways), { numRuns: 12 })
})
