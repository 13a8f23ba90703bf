import { plainDate } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Context } from '#server/context.ts'
import { planDisclosure } from '#server/features/disclosure/index.ts'
import { newId } from '#server/ids.ts'
import { LawOffice } from './law-office.ts'
import * as steps from './penalty-steps.ts'

export type Change = (state: CaseState) => Partial<CaseState>
export type DecidedCase = Awaited<ReturnType<typeof storeDecided>>

/** Agency and handling unit of the demo's 林一. */
export async function homeOfLin({ db }: Pick<Context, 'db'>) {
  const { rows } = await db.query<{ agencyId: string; unitId: string; personId: string }>({
    text: `SELECT a.id AS "agencyId", u.id AS "unitId", p.id AS "personId" FROM app.accounts ac
      JOIN app.people p ON p.id = ac.person_id JOIN app.agencies a ON a.id = p.agency_id
      JOIN app.units u ON u.agency_id = a.id AND u.kind = 'handling' WHERE ac.login = 'lin' LIMIT 1`,
  })
  if (!rows[0]) throw new Error('no demo region')
  return rows[0]
}

/** A penalty up to its decision, stored as the office stores it; `deliver` stores it as delivered. */
export async function storeDecided(
  ctx: Context,
  { agencyId, unitId }: { readonly agencyId: string; readonly unitId: string },
  change: Change = () => ({}),
  notice?: Parameters<typeof steps.notify>[1],
) {
  const office = new LawOffice()
  steps.fileCase(office)
  steps.investigate(office)
  steps.notify(office, notice)
  steps.waive(office)
  steps.reconsider(office)
  steps.draft(office)
  steps.decidePenalty(office)
  const [caseId, documentId] = [newId(), newId()]
  const own = office.case.documents.findLast((doc) => doc.code === 'penalty-decision')?.id ?? ''
  const rename = (state: CaseState) =>
    JSON.parse(JSON.stringify({ ...state, ...change(state) }).replaceAll(`"${own}"`, `"${documentId}"`)) as CaseState
  const waiting = rename(office.case)
  steps.deliverAll(office)
  const delivered = rename(office.case)
  await ctx.db.transaction(async (tx) => {
    await tx.query({
      text: `INSERT INTO app.cases (id, agency_id, unit_id, procedure_code, procedure_version, name, stage, version, state,
          opened_on, updated_at, party_name, waits_for, returned_to)
        VALUES ($1, $2, $3, 'penalty-ordinary', '2021-07-15', $4, 'decision', 1, $5, '2026-06-01', now(), '', '{}', '{}')`,
      values: [caseId, agencyId, unitId, waiting.name, JSON.stringify(waiting)],
    })
    await tx.query({
      text: `INSERT INTO app.documents (id, case_id, code, number, agency_id, issued_on, data)
        VALUES ($1, $2, 'penalty-decision', $3, $4, '2026-06-01', $5)`,
      values: [
        documentId,
        caseId,
        `青市监罚决〔2026〕${caseId.slice(-4)}号`,
        agencyId,
        { remedy: { text: '可以申请行政复议。' } },
      ],
    })
    await planDisclosure(tx, { caseId, documentId, agencyId, dueOn: plainDate('2026-06-10') })
    await planDisclosure(tx, { caseId, documentId, agencyId, dueOn: plainDate('2026-06-11') })
  })
  const store = (state: CaseState) =>
    ctx.db.query({
      text: 'UPDATE app.cases SET state = $2, version = version + 1 WHERE id = $1',
      values: [caseId, JSON.stringify(state)],
    })
  return { caseId, documentId, deliver: () => store(delivered), delivered, store }
}
