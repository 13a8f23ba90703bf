import type { PlainDate } from '../calendar/plain-date.ts'
import type { Refusal } from '../case/refusal.ts'
import { checkCitizenId } from '../party/citizen-id.ts'
import type { AccessActor, AccessTerms, Purpose } from './access-request.ts'
import { ACCESS_BASIS, NEED_BASIS, SECRECY_BASIS } from './basis.ts'

export type Wanted = {
  readonly purposes: readonly Purpose[]
  readonly days: number
  readonly reason: string
}

/** The case that is asked for, as far as the question whether asking is needed goes. */
export type WantedCase = { readonly unit: string; readonly handlers: readonly string[] }

/** Every reason against an internal request; `theCase` is undefined for recordings that belong to no case. */
export function refuseInternal(
  wanted: Wanted,
  actor: AccessActor,
  theCase: WantedCase | undefined,
  terms: AccessTerms,
): readonly Refusal[] {
  return [...refuseWanted(wanted, terms), ...(theCase && seesItAnyway(actor, theCase) ? [NOT_NEEDED] : [])]
}

const NOT_NEEDED: Refusal = {
  gate: 'has-ground',
  basis: NEED_BASIS,
  sentence: '您是本案承办人员、承办机构负责人或者机关负责人，可以直接查看，不用申请调阅',
}

function seesItAnyway({ id, posts }: AccessActor, { unit, handlers }: WantedCase): boolean {
  if (handlers.includes(id)) return true
  return posts.some((post) => post.role === 'agency-head' || (post.role === 'unit-head' && post.unit === unit))
}

export type Bearer = {
  readonly letterOn: PlainDate
  readonly idKind: string
  readonly idNumber: string
  readonly idChecked: boolean
}

/** Every reason against registering the letter of another body. */
export function refuseExternal(
  wanted: Wanted,
  actor: AccessActor,
  bearer: Bearer,
  terms: AccessTerms,
): readonly Refusal[] {
  const isArchivist = actor.posts.some(({ role }) => role === 'archivist')
  return [
    ...(isArchivist ? [] : [{ gate: 'role', basis: ACCESS_BASIS, sentence: '外部调阅由档案管理员查验证件后登记' }]),
    ...refuseWanted(wanted, terms),
    ...refuseBearer(bearer, terms),
  ]
}

function refuseBearer({ letterOn, idKind, idNumber, idChecked }: Bearer, { today }: AccessTerms): readonly Refusal[] {
  const id = idKind === 'resident-id' ? checkCitizenId(idNumber) : undefined
  const wrong = (field: string, sentence: string): Refusal => ({ gate: 'input', basis: SECRECY_BASIS, sentence, field })
  return [
    ...(letterOn > today ? [wrong('letterOn', '调阅函的日期在今天以后，请核对')] : []),
    ...(id && !id.valid ? [wrong('idNumber', id.reason)] : []),
    ...(idChecked ? [] : [wrong('idChecked', '请当面查验持函人的证件原件，核对无误后再登记')]),
  ]
}

const SHORTEST_REASON = 5

function refuseWanted({ purposes, days, reason }: Wanted, { longestDays }: AccessTerms): readonly Refusal[] {
  const wrong = (field: string, basis: string, sentence: string): Refusal => ({ gate: 'input', basis, sentence, field })
  const isDays = Number.isInteger(days) && days >= 1 && days <= longestDays
  return [
    ...(purposes.length > 0 ? [] : [wrong('purposes', NEED_BASIS, '请选择调阅的用途')]),
    ...(isDays ? [] : [wrong('days', ACCESS_BASIS, `调阅期限应当是 1 至 ${longestDays} 日的整数`)]),
    ...([...reason].length >= SHORTEST_REASON
      ? []
      : [wrong('reason', NEED_BASIS, '请写明调阅的事由，至少 5 个字：为办理什么、需要看什么')]),
  ]
}
