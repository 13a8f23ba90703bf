import type { CaseState } from '#domain/case/state.ts'
import { type StoreRow, storeRows } from '#domain/custody/store-rows.ts'
import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { groundToRead } from '#server/features/access/index.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { isRefused, notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'

type Row = { readonly state: CaseState; readonly agency: AgencyBlock }

/** The label that is put on a thing: its number, its case, its seal, and a code that opens its life on the desk. */
export async function drawThingCard(
  ctx: RequestContext,
  caseId: string,
  thing: string,
): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `case:${caseId}`, detail: { thing } })
  const [reading, row] = await Promise.all([groundToRead(ctx, caseId), findRow(ctx, caseId)])
  if (isRefused(reading)) return reading
  const kept = row && storeRows(PROCEDURES, row.state, ctx.clock.today()).find((item) => item.thing === thing)
  if (!row || !kept) return notFound('在保管中的物品')
  const { pdf } = await ctx.typesetter.typeset(cardOf(ctx, row, kept))
  const headers = { ...contentHeaders('application/pdf', `${kept.no}-${kept.name}.pdf`), 'cache-control': 'no-store' }
  return { headers, body: Buffer.from(pdf) }
}

function cardOf(ctx: RequestContext, { state, agency }: Row, kept: StoreRow): DocumentData {
  const address = `${ctx.config.publicUrl.replace(/\/$/, '')}/cases/${state.id}?show=things`
  const rows = [
    { label: '案件', text: state.name },
    { label: '案号', text: state.number ?? '' },
    { label: '当事人', text: state.parties.map(({ name }) => name).join('、') },
    { label: '措施', text: `${kept.measure}，${kept.listedOn} 登记` },
    { label: '封条', text: kept.seal },
    { label: '存放', text: kept.shelf },
  ].filter(({ text }) => text !== '')
  const line = {
    no: kept.no,
    name: kept.name,
    spec: kept.spec,
    unit: '',
    quantity: kept.amount,
    value: '',
    condition: '',
    note: '',
  }
  return {
    document: { code: 'thing-card', title: '涉案物品标签', issuedOn: ctx.clock.today(), verifyUrl: address },
    agency,
    case: { name: state.name, ...(state.number ? { number: state.number } : {}) },
    parties: [],
    violations: [],
    officers: [],
    approvals: [],
    evidence: [],
    sections: [],
    facts: {},
    rows: [],
    deadlines: [],
    catalogue: [],
    custody: { opening: [], closing: [], rows, things: [line] },
  }
}

async function findRow(ctx: RequestContext, caseId: string): Promise<Row | undefined> {
  const { rows } = await ctx.db.query<Row>({
    name: 'custody-card',
    text: `SELECT c.state, json_build_object('name', a.name, 'word', a.word, 'address', a.address, 'phone', a.phone,
        'uscc', a.uscc, 'reviewBody', a.review_body, 'court', a.court) AS agency
      FROM app.cases c JOIN app.agencies a ON a.id = c.agency_id WHERE c.id = $1 AND c.agency_id = $2`,
    values: [caseId, ctx.actor.agencyId],
  })
  return rows[0]
}
