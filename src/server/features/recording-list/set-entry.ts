import type { ListEntryInput } from '#contract/recording-list.ts'
import { refuseEntry } from '#domain/recording/recording-list.ts'
import { isSceneCode, sceneOf } from '#domain/recording/scenes.ts'
import type { Tx } from '#server/db/database.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { namesOfRecordings } from './list-queries.ts'

/** Adds an entry to the agency's list from a day on; stricter than the country, and never back in time. */
export async function setListEntry(ctx: RequestContext, input: ListEntryInput): Promise<{ id: string } | Refused> {
  return idempotent(ctx, async (tx) => {
    const refusal = refuseLaw(input, ctx.clock.today()) ?? (await refuseDemonstration(tx, ctx, input))
    if (refusal) return refusal
    const id = newId()
    await insertEntry(tx, ctx, id, input)
    const { scene, duty, effectiveOn } = input
    ctx.audit({ subject: `recording-list:${scene}`, detail: { id, duty, effectiveOn } })
    return { id }
  })
}

function refuseLaw(input: ListEntryInput, today: string): Refused | undefined {
  const { scene } = input
  if (!isSceneCode(scene)) throw new Error(`the contract let ${scene} through`)
  if (input.effectiveOn < today) return wrong('effectiveOn', `生效日不能早于今天（${today}）：已经办过的按当时的清单`)
  const unlawful = refuseEntry({ ...input, scene })
  return unlawful === undefined ? undefined : wrong('duty', unlawful, sceneOf(scene).basis)
}

async function refuseDemonstration(tx: Tx, { actor }: RequestContext, { demonstration }: ListEntryInput) {
  if (demonstration === null) return undefined
  const found = await namesOfRecordings(tx, actor.agencyId, [demonstration])
  if (!found.has(demonstration)) return wrong('demonstration', '没有这份音像记录，请从本机关的音像记录中选择')
  if (await isOfCase(tx, demonstration))
    return wrong('demonstration', '这份音像记录已经归入案件，画面里是案件的人；规范演示请用专门拍摄的')
  return undefined
}

async function isOfCase(tx: Tx, recording: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'recording-is-of-case',
    text: 'SELECT FROM app.recording_bindings WHERE recording_id = $1 LIMIT 1',
    values: [recording],
  })
  return rowCount > 0
}

async function insertEntry(tx: Tx, { actor, clock }: RequestContext, id: string, input: ListEntryInput): Promise<void> {
  const { scene, effectiveOn, duty, media, retention, item, note, basis, demonstration } = input
  await tx.query({
    name: 'recording-list-set',
    text: `INSERT INTO app.recording_list_entries (id, agency_id, scene, effective_on, duty, media, retention, item, note,
        basis, demonstration_id, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      ...[id, actor.agencyId, scene, effectiveOn, duty, [...new Set(media)], retention, item, note],
      ...[basis, demonstration, actor.personId, clock.now()],
    ],
  })
}

function wrong(field: string, sentence: string, basis?: string): Refused {
  const more = { errors: [{ pointer: `/${field}`, sentence }] }
  return refused('invalid-input', `${sentence}。`, basis === undefined ? more : { ...more, basis })
}
