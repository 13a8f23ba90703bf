import type { DisclosureRow, WithholdInput } from '#contract/disclosures.ts'
import { notFound, type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findDisclosure } from './disclosures-queries.ts'
import { type Change, changeState } from './disclosures-store.ts'
import { publishSoon } from './plan-disclosure.ts'

/** Keeps a decision from being published, with a reason that stays on record. What is public can only be withdrawn. */
export function withholdDisclosure(ctx: RequestContext, id: string, input: WithholdInput) {
  return change(ctx, { id, from: 'due', to: 'withheld', reason: input.reason })
}

/** Lets a withheld decision be published after all, as soon as the law allows. */
export function releaseDisclosure(ctx: RequestContext, id: string) {
  return change(ctx, { id, from: 'withheld', to: 'due', reason: null })
}

type Wanted = Pick<Change, 'id' | 'from' | 'to' | 'reason'>

async function change(ctx: RequestContext, wanted: Wanted): Promise<DisclosureRow | Refused> {
  const { agencyId, personId } = ctx.actor
  const one = { id: wanted.id, agencyId, today: ctx.clock.today() }
  ctx.audit({ subject: `disclosure:${wanted.id}`, detail: { to: wanted.to } })
  return idempotent(ctx, async (tx) => {
    const isChanged = await changeState(tx, { ...wanted, agencyId, personId, version: ctx.ifMatch ?? 0 })
    const current = await findDisclosure(tx, one)
    if (!current) return notFound('公示事项')
    if (!isChanged) return whyNot(current, wanted, ctx.ifMatch)
    if (wanted.to === 'due') await publishSoon(tx)
    return current
  })
}

const NOW: Readonly<Record<DisclosureRow['state'], string>> = {
  due: '等待公示',
  published: '已经公示，只能撤回',
  withheld: '已经定为不公示',
  withdrawn: '已经撤回',
}

function whyNot(current: DisclosureRow, { from }: Wanted, version: number | undefined): Refused {
  if (current.version !== version) return stale({ version: current.version, values: current })
  return refused('not-offered', `这项决定现在${NOW[current.state]}，而这一步只能在${NOW[from]}时办理。`)
}
