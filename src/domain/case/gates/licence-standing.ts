import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { refuseCancelled, refuseEnded, refuseSecondRenewal } from '../../licence/begun-about.ts'
import { standingOf } from '../../licence/licence.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { type CaseView, clockOf, holds, isClockOver, isDelivered, takenOf, textOf } from '../view.ts'

const NUMBER = 'licence-number'

function refuseUnknown(view: CaseView): string | undefined {
  const { licence } = view.env.register
  if (!licence)
    return `本机关的许可登记簿里没有编号“${textOf(view, NUMBER)}”，请核对编号；别的机关颁发的，由颁发机关办理`
  return licence.item === textOf(view, 'item') ? undefined : `编号“${licence.number}”的许可事项是“${licence.item}”`
}

/** What is changed, renewed, withdrawn or revoked is a licence of the register that has not come to its end. */
export function licenceStands(basis: Basis): Gate {
  return {
    id: 'licence-stands',
    basis,
    judgesInput: true,
    field: NUMBER,
    refuse: (view) => {
      const unknown = refuseUnknown(view)
      if (unknown) return unknown
      const { licence } = view.env.register
      return licence && refuseEnded(licence, view.env.today)
    },
  }
}

/** What has been asked and not decided is not asked again. */
export const noRenewalOpen: Gate = {
  id: 'no-renewal-open',
  basis: '《行政许可法》第五十条第二款',
  judgesInput: true,
  field: NUMBER,
  refuse: ({ env: { register } }) => register.licence && refuseSecondRenewal(register.licence),
}

/** What has been withdrawn, revoked or has run out is cancelled; twice it is not. */
export const notCancelledYet: Gate = {
  id: 'not-cancelled-yet',
  basis: '《行政许可法》第七十条',
  judgesInput: true,
  field: NUMBER,
  refuse: (view) => refuseUnknown(view) ?? (view.env.register.licence && refuseCancelled(view.env.register.licence)),
}

/** The end of the licence is that of the register; the clock runs to it. */
export const endAsRegistered: Gate = {
  id: 'end-as-registered',
  basis: '《行政许可法》第五十条第二款',
  judgesInput: true,
  field: 'licence-ends-on',
  refuse: (view) => {
    const { licence } = view.env.register
    if (!licence || licence.validUntil === textOf(view, 'licence-ends-on')) return undefined
    return licence.validUntil ? `登记簿上有效期至 ${licence.validUntil}` : '登记簿上没有有效期，不用延续'
  },
}

/** Thirty days before the end, unless another rule gives another day. */
export const renewalInTime: Gate = {
  id: 'renewal-in-time',
  basis: '《行政许可法》第五十条第一款',
  judgesInput: true,
  field: 'other-term',
  refuse: (view) => {
    const endsOn = textOf(view, 'licence-ends-on')
    if (endsOn === '' || textOf(view, 'other-term') !== '') return undefined
    const days = parameterValueOf(view.env.parameters, 'licence.renewal-term', view.env.today)
    const last = addDays(endsOn as PlainDate, -days)
    return view.state.openedOn <= last
      ? undefined
      : `应当在有效期届满 ${days} 日前申请，即 ${last} 以前；法律、法规、规章另有规定的，请写明依据`
  },
}

/** The new end lies behind the old one. */
export const laterThanBefore: Gate = {
  id: 'later-than-before',
  basis: '《行政许可法》第五十条第一款',
  judgesInput: true,
  field: 'valid-until',
  refuse: (view) =>
    textOf(view, 'valid-until') <= textOf(view, 'licence-ends-on')
      ? `延续后的有效期应晚于 ${textOf(view, 'licence-ends-on')}`
      : undefined,
}

/** Nobody decided before the licence ran out: then it is renewed by law, and nothing is left but to register it. */
export const deemedRenewed: Gate = {
  id: 'deemed-renewed',
  basis: '《行政许可法》第五十条第二款',
  refuse: (view) => (isClockOver(view, 'decision') ? undefined : '有效期还没有届满，请作出准予或者不予延续的决定'),
}

/** Whoever loses a licence is heard before (许可法第七条). */
export const holderHeard: Gate = {
  id: 'holder-heard',
  basis: '《行政许可法》第七条',
  refuse: (view) => {
    if (!isDelivered(view, 'licence-ending-notice')) return '告知书还没有送达被许可人'
    if (takenOf(view, 'hear-statement')) return undefined
    const open = view.state.parties.some(
      ({ id }) => clockOf(view, 'statement', id) && !isClockOver(view, 'statement', id),
    )
    return open ? '陈述申辩期还没有届满，被许可人也没有陈述申辩' : undefined
  },
}

/** Loss that the withdrawal of a lawful licence brings is made good (许可法第八条第二款). */
export const lossMadeGood: Gate = {
  id: 'loss-made-good',
  basis: '《行政许可法》第八条第二款',
  judgesInput: true,
  field: 'compensation',
  refuse: (view) =>
    holds(view, 'has-loss') && textOf(view, 'compensation').trim() === ''
      ? '造成财产损失的，应当依法给予补偿，请写明补偿的决定或者办法'
      : undefined,
}

const FRAUD = '以欺骗、贿赂等不正当手段取得许可'

/** Why a licence may be, and for fraud must be, revoked (行政许可法第六十九条第一款、第二款). */
export const REVOCATION_GROUNDS = [
  '工作人员滥用职权、玩忽职守准予许可',
  '超越法定职权准予许可',
  '违反法定程序准予许可',
  '对不具备申请资格或者不符合法定条件的申请人准予许可',
  '依法可以撤销的其他情形',
  FRAUD,
] as const

/** What was got by fraud is not protected, and its holder is barred: that is a decision of its own. */
export const noFraud: Gate = {
  id: 'no-fraud',
  basis: '《行政许可法》第六十九条第二款',
  refuse: (view) =>
    textOf(view, 'ground') === FRAUD ? `情形是“${FRAUD}”，请用“撤销以欺骗、贿赂取得的许可”` : undefined,
}

export const byFraud: Gate = {
  id: 'by-fraud',
  basis: '《行政许可法》第六十九条第二款',
  refuse: (view) => (textOf(view, 'ground') === FRAUD ? undefined : `情形不是“${FRAUD}”`),
}

/** What is said to be over is over in the register as well. */
export const cancellationFits: Gate = {
  id: 'cancellation-fits',
  basis: '《行政许可法》第七十条',
  judgesInput: true,
  field: 'ground',
  refuse: (view) => {
    const { licence } = view.env.register
    const standing = licence && standingOf(licence, view.env.today)
    if (textOf(view, 'ground') !== '有效期届满未延续' || standing === undefined || standing === 'expired')
      return undefined
    return standing === 'deemed-renewed' ? '延续申请没有在届满前决定，视为准予延续，不能以期满注销' : '有效期还没有届满'
  },
}

/** One number, one licence. */
export const numberFree: Gate = {
  id: 'number-free',
  basis: '《行政许可法》第三十九条第一款',
  judgesInput: true,
  field: NUMBER,
  refuse: (view) => {
    const { licence } = view.env.register
    return licence && licence.id !== view.state.id ? `编号“${licence.number}”已经用于别的许可，请核对编号` : undefined
  },
}
