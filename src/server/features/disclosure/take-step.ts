import type { DisclosureRow } from '#contract/disclosures.ts'
import type { Tx } from '#server/db/database.ts'
import { isRefused, notFound, type Refused, refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findDisclosure } from './disclosures-queries.ts'
import { publishSoon } from './plan-disclosure.ts'
import { lockDisclosure, type StoredDisclosure } from './read-disclosure.ts'

export type Wanted = {
  readonly id: string
  readonly to: string
  /** The states in which this step exists. */
  readonly from: readonly StoredDisclosure['status'][]
}
type Work = (tx: Tx, stored: StoredDisclosure) => Promise<Refused | undefined>

/** One step of one disclosure on the version that the caller saw: change, audit entry and answer in one transaction. */
export async function takeStep(ctx: RequestContext, wanted: Wanted, work: Work): Promise<DisclosureRow | Refused> {
  const { agencyId } = ctx.actor
  const one = { id: wanted.id, agencyId, today: ctx.clock.today() }
  ctx.audit({ subject: `disclosure:${wanted.id}`, detail: { to: wanted.to } })
  return idempotent(ctx, async (tx) => {
    const stored = await lockDisclosure(tx, wanted.id, agencyId)
    if (!stored) return notFound('公示事项')
    const outdated = await refuseOutdated(tx, one, stored, ctx.ifMatch)
    const answer = outdated ?? refuseState(stored, wanted) ?? (await work(tx, stored))
    if (isRefused(answer)) return answer
    await publishSoon(tx)
    return (await findDisclosure(tx, one)) ?? notFound('公示事项')
  })
}

type One = Parameters<typeof findDisclosure>[1]

async function refuseOutdated(tx: Tx, one: One, stored: StoredDisclosure, version: number | undefined) {
  if (stored.version === version) return undefined
  return stale({ version: stored.version, values: await findDisclosure(tx, one) })
}

const NOW: Readonly<Record<StoredDisclosure['status'], string>> = {
  due: '等待公示',
  prepared: '已经准备，等待确认',
  published: '已经公示，只能更正或者撤回',
  withheld: '已经定为不公示',
  withdrawn: '已经撤回',
  expired: '公示期已满，已经撤下',
}

function refuseState({ status }: StoredDisclosure, { from }: Wanted): Refused | undefined {
  if (from.includes(status)) return undefined
  const when = from.map((state) => NOW[state].split('，')[0]).join('、')
  return refused('not-offered', `这项决定现在${NOW[status]}，而这一步只能在“${when}”时办理。`)
}
