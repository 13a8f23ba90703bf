import { roleTitle } from '../access/acting.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { AnyProcedure } from '../procedure/definition.ts'
import { type Licence, standingOf } from './licence.ts'

/** Procedures that are about a licence of the register, in the order of its life. */
export const ABOUT_LICENCE = [
  'licence-change',
  'licence-renewal',
  'licence-withdrawal',
  'licence-revocation',
  'licence-cancellation',
] as const

type Standing = Pick<Licence, 'validUntil' | 'renewalAskedOn' | 'endedHow' | 'endedOn'>

/** Why nothing can be done any more about a licence that is over. */
export function refuseEnded(licence: Standing, today: PlainDate): string | undefined {
  if (standingOf(licence, today) === 'expired') return `许可已于 ${licence.validUntil} 期满，应当办理注销`
  return licence.endedHow ? `许可已于 ${licence.endedOn} 终止，不能再办理` : undefined
}

export function refuseCancelled({ endedHow }: Standing): string | undefined {
  return endedHow === 'cancelled' ? '许可已经注销' : undefined
}

/** One request for more time at once. */
export function refuseSecondRenewal({ renewalAskedOn }: Standing): string | undefined {
  return renewalAskedOn ? `延续申请已于 ${renewalAskedOn} 受理，还没有登记决定` : undefined
}

const NO_END = '登记簿上没有有效期，不用延续'

/** Why this person does not begin a case of this procedure about this licence; with the sentences of the gates. */
export function whyNotBegun(
  { code, opening }: AnyProcedure,
  licence: Standing,
  today: PlainDate,
  roles: readonly string[],
): string | undefined {
  const over = code === 'licence-cancellation' ? refuseCancelled(licence) : refuseEnded(licence, today)
  if (over) return over
  const noRenewal = code === 'licence-renewal' && (licence.validUntil ? refuseSecondRenewal(licence) : NO_END)
  if (noRenewal) return noRenewal
  const by = [opening?.by ?? []].flat()
  return by.some((role) => roles.includes(role)) ? undefined : `由${by.map(beginner).join('、')}登记`
}

/** Nobody handles a case that is not there yet. */
function beginner(role: Parameters<typeof roleTitle>[0]): string {
  return role === 'handler' ? '承办人员' : roleTitle(role)
}
