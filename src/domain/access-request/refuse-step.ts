import type { Refusal } from '../case/refusal.ts'
import type { AccessActor, AccessRequest, AccessState, AccessStep } from './access-request.ts'
import { accessStateOf } from './access-request.ts'
import { ACCESS_BASIS, SECRECY_BASIS } from './basis.ts'

export const ACCESS_ACTS = ['endorse', 'grant', 'refuse', 'withdraw', 'revoke', 'return'] as const
export type AccessAct = (typeof ACCESS_ACTS)[number]

export type AccessView = {
  readonly request: AccessRequest
  readonly steps: readonly AccessStep[]
  /** Carriers and copies that were handed out on it and have not come back. */
  readonly loansOut: number
}

const STATE_WORDS: Readonly<Record<AccessState, string>> = {
  requested: '等待机构负责人签署',
  endorsed: '等待机关负责人批准',
  granted: '已经批准',
  used: '已经批准并在使用',
  refused: '已经不予批准',
  withdrawn: '已经由申请人撤回',
  returned: '已经用毕归还',
  expired: '已经到期',
  revoked: '已经撤销',
}
export const stateWords = (state: AccessState): string => STATE_WORDS[state]

const FROM: Readonly<Record<AccessAct, readonly AccessState[]>> = {
  endorse: ['requested'],
  grant: ['endorsed'],
  refuse: ['requested', 'endorsed'],
  withdraw: ['requested', 'endorsed'],
  revoke: ['granted', 'used'],
  return: ['granted', 'used'],
}

type Rule = (view: AccessView, actor: AccessActor, state: AccessState) => Refusal | undefined

/** Every reason why this person may not take this step now; none when they may. */
export function refuseStep(act: AccessAct, view: AccessView, actor: AccessActor, now: string): readonly Refusal[] {
  const state = accessStateOf(view.request, view.steps, now)
  if (actor.agency !== view.request.agency) return [refusal('other-agency', '不是本机关的调阅申请')]
  const late = FROM[act].includes(state) ? undefined : refusal('state', whyNotNow(act, state))
  if (late) return [late]
  return RULES[act].flatMap((rule) => rule(view, actor, state) ?? [])
}

function whyNotNow(act: AccessAct, state: AccessState): string {
  const wanted = FROM[act].map((each) => `“${STATE_WORDS[each]}”`).join('或者')
  return `这份调阅申请${STATE_WORDS[state]}，这一步要在${wanted}时办理`
}

const byUnitHead: Rule = ({ request }, actor) =>
  actor.posts.some(({ role, unit }) => role === 'unit-head' && unit === request.unit)
    ? undefined
    : refusal('role', '由申请人所在机构的负责人签署')

const byAgencyHead: Rule = (_view, actor) =>
  actor.posts.some(({ role }) => role === 'agency-head') ? undefined : refusal('role', '由机关负责人批准')

const byWhoeverItWaitsFor: Rule = (view, actor, state) =>
  (state === 'requested' ? byUnitHead : byAgencyHead)(view, actor, state)

const notOwn: Rule = ({ request }, actor) =>
  request.requestedBy === actor.id
    ? refusal('own-request', '自己提出、自己登记的调阅申请，由别人签署和批准')
    : undefined

const notTwice: Rule = ({ steps }, actor) =>
  steps.some(({ kind, by }) => kind === 'endorsed' && by === actor.id)
    ? refusal('own-endorsement', '签署和批准不能是同一个人')
    : undefined

const byRequester: Rule = ({ request }, actor) =>
  request.requestedBy === actor.id ? undefined : refusal('role', '由提出申请的人撤回')

const byRequesterOrArchivist: Rule = ({ request }, actor) =>
  request.requestedBy === actor.id || actor.posts.some(({ role }) => role === 'archivist')
    ? undefined
    : refusal('role', '由申请人或者档案管理员登记用毕归还')

const allCameBack: Rule = ({ loansOut }) =>
  loansOut === 0 ? undefined : refusal('loans-out', `还有 ${loansOut} 项借出的没有归还，请先在登记簿里逐项检查收回`)

const RULES: Readonly<Record<AccessAct, readonly Rule[]>> = {
  endorse: [byUnitHead, notOwn],
  grant: [byAgencyHead, notOwn, notTwice],
  refuse: [byWhoeverItWaitsFor, notOwn],
  withdraw: [byRequester],
  revoke: [byAgencyHead],
  return: [byRequesterOrArchivist, allCameBack],
}

function refusal(gate: string, sentence: string): Refusal {
  return { gate, basis: gate === 'loans-out' ? SECRECY_BASIS : ACCESS_BASIS, sentence }
}
