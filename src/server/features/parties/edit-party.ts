import type { Party, PartyInput } from '#contract/parties.ts'
import { isRefused, notFound, type Refused, stale } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { checkParty } from './check-party.ts'
import { findNamesake, findParty, updateParty } from './parties-store.ts'
import { alreadyRegistered } from './register-party.ts'

/** Replaces a party's particulars when nobody changed them since `ctx.ifMatch`; otherwise answers the current ones. */
export async function editParty(ctx: RequestContext, id: string, input: PartyInput): Promise<Party | Refused> {
  const checked = checkParty(input)
  if (isRefused(checked)) return checked
  ctx.audit({ subject: `party:${id}`, detail: { fromVersion: ctx.ifMatch } })
  return idempotent(ctx, async (tx) => {
    const namesake = await findNamesake(tx, checked, id)
    if (namesake) return alreadyRegistered(namesake)
    const edited = await updateParty(tx, id, ctx.ifMatch ?? 0, checked)
    if (edited) return edited
    const current = await findParty(tx, id)
    return current ? stale({ version: current.version, values: current }) : notFound('当事人')
  })
}
