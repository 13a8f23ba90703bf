import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { Refusal } from '../case/refusal.ts'
import type { AccessActor, AccessStep, AccessTerms, Purpose } from './access-request.ts'
import { ACCESS_BASIS, NEED_BASIS } from './basis.ts'
import { type AccessAct, type AccessView, refuseStep } from './refuse-step.ts'

export type AccessCommand = {
  readonly act: AccessAct
  readonly note: string
  /** Of a grant. */
  readonly days?: number | undefined
  readonly purposes?: readonly Purpose[] | undefined
}

export type AccessDecision =
  | { readonly ok: true; readonly step: AccessStep }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

const KIND_OF = {
  endorse: 'endorsed',
  grant: 'granted',
  refuse: 'refused',
  withdraw: 'withdrawn',
  revoke: 'revoked',
  return: 'returned',
} as const satisfies Record<AccessAct, AccessStep['kind']>

/** One step of a request, or every reason against it. */
export function takeAccessStep(
  view: AccessView,
  command: AccessCommand,
  actor: AccessActor,
  terms: AccessTerms,
): AccessDecision {
  const refusals = [
    ...refuseStep(command.act, view, actor, terms.now),
    ...refuseNote(command),
    ...(command.act === 'grant' ? refuseGrant(view, command, terms) : []),
  ]
  if (refusals.length > 0) return { ok: false, refusals }
  const step = { kind: KIND_OF[command.act], by: actor.id, at: terms.now, note: command.note }
  return { ok: true, step: command.act === 'grant' ? { ...step, ...grantOf(view, command, terms.today) } : step }
}

const NEEDS_REASON: Partial<Record<AccessAct, string>> = {
  refuse: '请写明不予批准的理由，至少 5 个字，申请人会看到',
  revoke: '请写明撤销的理由，至少 5 个字，申请人会看到',
}
const SHORTEST_REASON = 5

function refuseNote({ act, note }: AccessCommand): readonly Refusal[] {
  const asked = NEEDS_REASON[act]
  if (asked === undefined || [...note].length >= SHORTEST_REASON) return []
  return [{ gate: 'input', basis: ACCESS_BASIS, sentence: asked, field: 'note' }]
}

/** A grant may be shorter and narrower than what was asked for, never longer or wider. */
function refuseGrant({ request }: AccessView, { days, purposes = [] }: AccessCommand, terms: AccessTerms) {
  const most = Math.min(request.days, terms.longestDays)
  const isTooLong = days === undefined || !Number.isInteger(days) || days < 1 || days > most
  const isWider = purposes.length === 0 || purposes.some((purpose) => !request.purposes.includes(purpose))
  const refusals: Refusal[] = []
  if (isTooLong)
    refusals.push({
      gate: 'input',
      basis: ACCESS_BASIS,
      sentence: `批准的期限应当是 1 至 ${most} 日的整数，不能比申请的长`,
      field: 'days',
    })
  if (isWider)
    refusals.push({
      gate: 'input',
      basis: NEED_BASIS,
      sentence: '请选择批准的用途，不能比申请的宽',
      field: 'purposes',
    })
  return refusals
}

function grantOf({ request }: AccessView, { days = 0, purposes = [] }: AccessCommand, today: PlainDate) {
  return {
    days,
    purposes: request.purposes.filter((purpose) => purposes.includes(purpose)),
    untilAt: endOf(today, days),
  }
}

/** The day of the grant is not counted; at the last midnight of the office (Asia/Shanghai) it is over. */
export function endOf(today: PlainDate, days: number): string {
  return new Date(`${addDays(today, days + 1)}T00:00:00+08:00`).toISOString()
}
