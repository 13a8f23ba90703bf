import type { Entrustment, EntrustmentChange, EntrustmentInput } from '#contract/entrustments.ts'
import { refuseEntrustment, type Wrong } from '#domain/agency/refuse-entrustment.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Tx } from '#server/db/database.ts'
import { publishEntrustments } from '#server/features/disclosure/index.ts'
import { isRefused, notFound, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { findEntrustment } from './entrustment-queries.ts'
import { entrustingOf, insertText, isHandlingUnit, isNumberTaken } from './entrustment-store.ts'
import { holdingEntrustment } from './holding-entrustment.ts'

/** Registers a written entrustment and publishes it (行政处罚法第二十条第二款). */
export async function registerEntrustment(
  ctx: RequestContext,
  input: EntrustmentInput,
): Promise<Entrustment | Refused> {
  const id = newId()
  return idempotent(ctx, async (tx) => {
    const wrong = await whyNot(ctx, tx, id, input)
    if (wrong) return wrong
    await tx.query({
      name: 'insert-entrustment',
      text: 'INSERT INTO app.entrustments (id, agency_id) VALUES ($1, $2)',
      values: [id, ctx.actor.agencyId],
    })
    return write(ctx, tx, { id, number: 1, input, ground: '' })
  })
}

/** Writes a new text of an entrustment that still holds, when nobody did since `ctx.ifMatch`; the old texts stay. */
export async function changeEntrustment(
  ctx: RequestContext,
  id: string,
  { ground, ...input }: EntrustmentChange,
): Promise<Entrustment | Refused> {
  return idempotent(ctx, async (tx) => {
    const found = await holdingEntrustment(ctx, tx, id)
    if (isRefused(found)) return found
    const wrong = await whyNot(ctx, tx, id, input)
    if (wrong) return wrong
    return write(ctx, tx, { id, number: found.texts.length + 1, input, ground })
  })
}

type Text = {
  readonly id: string
  readonly number: number
  readonly input: EntrustmentInput
  readonly ground: string
}

async function write(ctx: RequestContext, tx: Tx, { id, number, input, ground }: Text): Promise<Entrustment | Refused> {
  await insertText(ctx, tx, { id, number, input, ground })
  await publishEntrustments(tx)
  ctx.audit({ subject: `entrustment:${id}`, detail: { number, ...input, ...(ground !== '' && { ground }) } })
  return (await findEntrustment(ctx, tx, id)) ?? notFound('委托')
}

/** Every reason at once; also locks the agency, so that two who register come one after the other. */
async function whyNot(ctx: RequestContext, tx: Tx, id: string, input: EntrustmentInput): Promise<Refused | undefined> {
  const draft = {
    ...input,
    signedOn: plainDate(input.signedOn),
    fromOn: plainDate(input.fromOn),
    untilOn: plainDate(input.untilOn),
  }
  const wrong = refuseEntrustment(draft, await entrustingOf(ctx, tx, input.items))
  const taken = await isNumberTaken(ctx, tx, id, input.contractNumber)
  const astray = input.unitId !== null && !(await isHandlingUnit(ctx, tx, input.unitId))
  const all = [...wrong, ...(taken ? [TAKEN] : []), ...(astray ? [ASTRAY] : [])]
  return all.length > 0 ? said(all) : undefined
}

const ASTRAY = { field: 'unitId', sentence: '请选择本机关的承办机构；受委托组织的人员不在本系统里办案的，不选' }
const TAKEN = { field: 'contractNumber', sentence: '这个编号已经用在另一份委托书上，请核对' }

function said(wrong: readonly (Omit<Wrong, 'basis'> & { readonly basis?: string })[]): Refused {
  const errors = wrong.map(({ field, ...rest }) => ({ pointer: `/${field}`, ...rest }))
  return refused('invalid-input', undefined, { errors })
}
