import type { Person } from '../case/environment.ts'
import { recusedBy, recusedIn } from '../case/recused.ts'
import type { Refusal } from '../case/refusal.ts'
import { reviewBasisOf } from '../case/reviewed-act.ts'
import type { CaseState, FactValue, Run } from '../case/state.ts'
import type { Role } from '../procedure/definition.ts'

const ROLE_TITLES: Readonly<Record<Role, string>> = {
  handler: '本案承办人员',
  'unit-head': '承办机构负责人',
  reviewer: '法制审核人员',
  'agency-head': '机关负责人',
  panel: '参加集体讨论的负责人',
  host: '听证主持人',
  clerk: '窗口人员',
  storekeeper: '涉案物品保管员',
}

export function roleTitle(role: Role): string {
  return ROLE_TITLES[role]
}

/** Answers nothing when the actor may act in one of these roles, or why not. */
export function refuseAnyRole(
  roles: Role | readonly Role[],
  actor: Person,
  state: CaseState,
  run: Run,
): Refusal | undefined {
  const refusals = [roles].flat().map((role) => refuseActor(role, actor, state, run))
  return refusals.includes(undefined) ? undefined : refusals[0]
}

/** Answers nothing when the actor may act in this role in this case, or why not. */
export function refuseActor(role: Role, actor: Person, state: CaseState, run: Run): Refusal | undefined {
  if (actor.agency !== state.agency) return refusal('other-agency', '《行政处罚法》第十七条', '不是本机关的案件')
  if (isRecused(actor, state)) return refusal('recused', recusedBy(actor.id, state), '已经决定回避，不再参加本案的办理')
  if (role === 'handler') return refuseHandler(actor, state)
  if (hasHandled(actor, state) && (role === 'reviewer' || role === 'host'))
    return refuseHandlerAs(role, reviewBasisOf(state, run))
  if (role === 'host') return refuseHost(actor, run)
  return holdsPost(role, actor, state) ? undefined : refuseRole(role)
}

export function isHandler(actor: Pick<Person, 'id'>, state: CaseState): boolean {
  return state.handlers.includes(actor.id)
}

/** Who has handled the case at any time is no stranger to it afterwards. */
export function hasHandled(actor: Pick<Person, 'id'>, state: CaseState): boolean {
  return isHandler(actor, state) || state.formerHandlers.includes(actor.id)
}

/** Whom the heads have told to stand aside in this case. */
export function isRecused(actor: Pick<Person, 'id'>, state: CaseState): boolean {
  return recusedIn(state).includes(actor.id)
}

function holdsPost(role: Role, actor: Person, state: CaseState): boolean {
  return actor.posts.some((post) => post.role === role && (role !== 'unit-head' || post.unit === state.unit))
}

function refuseHandler(actor: Person, state: CaseState): Refusal | undefined {
  return isHandler(actor, state) ? undefined : refuseRole('handler')
}

/** The host is the person whom the hearing names; anybody with the post may step in while none is named. */
function refuseHost(actor: Person, run: Run): Refusal | undefined {
  const named: FactValue | undefined = run.facts.case.host
  if (Array.isArray(named)) return named.includes(actor.id) ? undefined : refuseRole('host')
  return actor.posts.some((post) => post.role === 'host') ? undefined : refuseRole('host')
}

function refuseHandlerAs(role: 'reviewer' | 'host', review: string): Refusal {
  return role === 'reviewer'
    ? refusal('reviewer-not-handler', review, '法制审核人员不能是本案承办人员')
    : refusal('host-not-handler', '《行政处罚法》第六十四条第四项', '听证由非本案调查人员主持')
}

function refuseRole(role: Role): Refusal {
  return refusal('role', '《行政处罚法》第四十二条', `由${roleTitle(role)}办理`)
}

function refusal(gate: string, basis: string, sentence: string): Refusal {
  return { gate, basis, sentence }
}
