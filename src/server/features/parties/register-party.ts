import type { Party, PartyInput } from '#contract/parties.ts'
import { isRefused, type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { checkParty } from './check-party.ts'
import { findNamesake, insertParty } from './parties-store.ts'

/** Enters a party into the register that all agencies share; one code, one entry (一户式). */
export async function registerParty(ctx: RequestContext, input: PartyInput): Promise<Party | Refused> {
  const checked = checkParty(input)
  if (isRefused(checked)) return checked
  const id = newId()
  ctx.audit({ subject: `party:${id}` })
  return idempotent(ctx, async (tx) => {
    const party = await insertParty(tx, id, checked, ctx.clock.now().toISOString())
    return party ?? alreadyRegistered(await findNamesake(tx, checked, id))
  })
}

/** The existing entry is named, so that it can be used instead. */
export function alreadyRegistered(existing: Party | undefined): Refused {
  const name = existing ? `“${existing.name}”` : '另一当事人'
  const current = existing && { version: existing.version, values: { id: existing.id, name: existing.name } }
  return refused('conflict', `这个代码或者证件号码已登记为${name}，请直接选用该当事人。`, current ? { current } : {})
}
