import type {
  SheetLine,
  SuccessionInput,
  SuccessionItem,
  SuccessionSheet,
  SuccessionWork,
} from '#contract/successions.ts'
import { SUCCESSION_GROUNDS } from '#domain/succession/ground.ts'
import { workOf } from '#domain/succession/work-of.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Tx } from '#server/db/database.ts'
import {
  commitAmong,
  environmentOf,
  hasMoved,
  lockCase,
  lockTogether,
  type StandingLaw,
  standingLaw,
} from '#server/features/cases/index.ts'
import { isRefused, notFound, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { decideOne, readWork, said } from './read-work.ts'
import { unitsLed } from './succession-scope.ts'
import { type KeptLine, keepSuccession } from './succession-store.ts'

/**
 * Hands the open work of one officer over in one transaction: each case by the command that would change its handler alone, under
 * its own rules. What a rule refuses stays and is written down with the rule; what has moved since it was seen stops everything.
 */
export async function handOver(ctx: RequestContext, input: SuccessionInput): Promise<SuccessionSheet | Refused> {
  const law = await standingLaw(ctx, ctx.actor.agencyId)
  const wrong = refuseInput(input)
  if (wrong) return wrong
  return idempotent(ctx, async (tx) => {
    const before = await readWork(ctx, tx, { person: input.person, law })
    if (isRefused(before)) return before
    const ids = [...new Set(input.items.map(({ caseId }) => caseId))]
    await lockTogether(tx, ids)
    const id = newId()
    const lines: KeptLine[] = []
    const seen = new Map<string, number>()
    for (const item of input.items) lines.push(await moveOne(ctx, tx, { id, law, input, item, before, seen }))
    if (lines.every(({ seq }) => seq === null)) return nothingMoved(lines)
    const left = await leftBehind(ctx, tx, { law, input, lines })
    const sheet = await keepSuccession(tx, ctx, { id, input, lines: [...lines, ...left] })
    const moved = lines.filter(({ seq }) => seq !== null).length
    ctx.audit({
      subject: `succession:${id}`,
      detail: { person: input.person, ground: input.ground, moved, stayed: sheet.lines.length - moved },
    })
    return sheet
  })
}

const keyOf = ({ caseId, proposal }: Pick<SuccessionItem, 'caseId'> & { proposal?: string | null | undefined }) =>
  `${caseId}/${proposal ?? ''}`

function refuseInput({ items, person, ground, words }: SuccessionInput): Refused | undefined {
  const wrong = (pointer: string, sentence: string) =>
    refused('invalid-input', sentence, { errors: [{ pointer, sentence }] })
  if (ground === 'other' && words === '') return wrong('words', '请在“说明”里写明为什么交接')
  if (items.some(({ to }) => to === person)) return wrong('items', '接手人不能是交出工作的本人，请另选接手人')
  if (new Set(items.map(keyOf)).size < items.length) return wrong('items', '同一件事选了两次接手人，请只选一次')
  return undefined
}

type Moving = {
  readonly id: string
  readonly law: StandingLaw
  readonly input: SuccessionInput
  readonly item: SuccessionItem
  readonly before: SuccessionWork
  /** By case: the version that was seen of it; what follows here in the same act is nobody else's edit. */
  readonly seen: Map<string, number>
}

async function moveOne(ctx: RequestContext, tx: Tx, moving: Moving): Promise<KeptLine> {
  const { id, law, input, item, before, seen } = moving
  const { agencyId, personId } = ctx.actor
  const people = [personId, input.person, item.to]
  const loaded = await lockCase(tx, { caseId: item.caseId, agencyId, people, today: ctx.clock.today() })
  const units = unitsLed(ctx.actor)
  if (!loaded || (units && !units.includes(loaded.unitId))) throw new RefusedError(notFound('案件'))
  const { state } = loaded
  const isMoved = seen.has(state.id)
    ? seen.get(state.id) !== item.version
    : await hasMoved(tx, state.id, loaded.version, item.version)
  seen.set(state.id, item.version)
  const work = workOf(PROCEDURES, state, input.person).find(({ proposal }) => proposal === item.proposal)
  const row = before.rows.find((one) => keyOf(one) === keyOf(item))
  if (isMoved || !work || !row) throw new RefusedError(moved(state.name))
  const env = environmentOf(ctx.clock, law, loaded)
  const actor = env.person(personId)
  if (!actor) throw new RefusedError(notFound('人员'))
  const decision = decideOne({ env, state, actor }, work, { from: input.person, to: item.to, reason: reasonOf(input) })
  const kept = { ...row, to: item.to, seq: null }
  if (!decision.ok) return { ...kept, refusals: said(decision.refusals) }
  const done = await commitAmong(tx, ctx, { env, loaded, events: decision.events }, `succession:${id}`)
  return { ...kept, seq: done.version, refusals: [] }
}

function moved(name: string): Refused {
  const sentence = `“${name}”刚刚有了新的进展，这次什么都没有移交；请刷新页面，看过它现在的情况再办`
  return refused('stale-version', sentence, { errors: [{ pointer: 'items', sentence }] })
}

function nothingMoved(lines: readonly KeptLine[]): Refused {
  const errors = lines.flatMap(({ name, refusals }) =>
    refusals.map(({ sentence, basis }) => ({ pointer: 'items', sentence: `“${name}”：${sentence}`, basis })),
  )
  return refused('gate-closed', '选中的都不能移交给所选的人，什么都没有移交；请另选接手人', { errors })
}

/** What is still open of theirs after it, each with why. */
async function leftBehind(
  ctx: RequestContext,
  tx: Tx,
  { law, input, lines }: Pick<Moving, 'law' | 'input'> & { readonly lines: readonly KeptLine[] },
): Promise<readonly KeptLine[]> {
  const after = await readWork(ctx, tx, { person: input.person, law })
  // Who has left and has nothing open any more is not found.
  if (isRefused(after)) return []
  const asked = new Set(lines.map(keyOf))
  const rest = after.rows.filter((row) => !asked.has(keyOf(row)))
  return [
    ...rest.map((row) => ({ ...row, to: null, seq: null, refusals: [NOT_CHOSEN] })),
    ...after.staying.map(({ sentence, basis, ...row }) => ({
      ...row,
      to: null,
      seq: null,
      refusals: [{ sentence, basis }],
    })),
  ]
}

const NOT_CHOSEN: NonNullable<SheetLine['refusal']> = { sentence: '这次没有移交', basis: '' }

/** As it stands in the record of each case. */
function reasonOf({ ground, words }: SuccessionInput): string {
  return `工作交接：${SUCCESSION_GROUNDS[ground]}${words === '' ? '' : `，${words}`}`
}
