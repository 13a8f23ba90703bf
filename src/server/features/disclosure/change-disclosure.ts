import type { WithholdInput } from '#contract/disclosures.ts'
import { refuseRelease } from '#domain/disclosure/later-act.ts'
import { WITHHOLDING_GROUNDS } from '#domain/disclosure/withholding-grounds.ts'
import { refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { changeState } from './disclosures-store.ts'
import { takeStep } from './take-step.ts'

/** Keeps a decision from being published, on a ground of law and with a reason. What is public can only be withdrawn. */
export function withholdDisclosure(ctx: RequestContext, id: string, { ground, reason }: WithholdInput) {
  return takeStep(ctx, { id, to: 'withheld', from: ['due', 'prepared'] }, async (tx, { version }) => {
    const { basis } = WITHHOLDING_GROUNDS[ground]
    const { agencyId, personId } = ctx.actor
    await changeState(tx, {
      id,
      agencyId,
      version,
      from: ['due', 'prepared'],
      to: 'withheld',
      ground,
      basis,
      reason,
      personId,
    })
    ctx.audit({ subject: `disclosure:${id}`, detail: { to: 'withheld', ground } })
    return undefined
  })
}

/** Lets a withheld decision be published after all, as soon as the law allows; never one that was changed or revoked meanwhile. */
export function releaseDisclosure(ctx: RequestContext, id: string) {
  return takeStep(ctx, { id, to: 'due', from: ['withheld'] }, async (tx, { version, ground }) => {
    const sentence = refuseRelease(ground)
    if (sentence) return refused('gate-closed', sentence, { basis: '《行政处罚法》第四十八条第二款' })
    const { agencyId, personId } = ctx.actor
    const open = { to: 'due', ground: null, basis: null, reason: null } as const
    await changeState(tx, { id, agencyId, version, from: ['withheld'], personId, ...open })
    return undefined
  })
}
