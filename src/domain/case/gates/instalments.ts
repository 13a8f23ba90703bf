import type { Condition, Gate } from '../../procedure/definition.ts'
import { paidFen } from '../book-payment.ts'
import { latest } from '../clock-events.ts'
import { isPlanRunning, type PlanRow, planOf } from '../plan.ts'
import { type Party, rootRun } from '../state.ts'
import { dueFen } from '../surcharge.ts'
import { type CaseView, partyFactOf } from '../view.ts'

const BASIS = '《行政处罚法》第六十六条第二款'

/** Who pays by a plan has no other term to pay any more. */
export const hasPlan: Condition = ({ run }, party) => planOf(run.facts.party[party]?.instalments).length > 0

/** The letter goes to those whose plan begins with this grant, and not again to those who have had theirs. */
export const planBegins: Condition = (subject, party) =>
  hasPlan(subject, party) &&
  latest(subject.run.clocks, 'instalment').some(
    (clock) => clock.party === party && clock.startOn === subject.run.taken.at(-1)?.on,
  )

/** Who asks for time has a plan: days in order that lie ahead, and together exactly what of the decision is not paid. */
export const planComplete: Gate = {
  id: 'plan-complete',
  basis: BASIS,
  judgesInput: true,
  field: (view) => {
    const [party] = withBadPlan(view)
    return party && `instalments@${party.id}`
  },
  refuse: (view) => {
    if (newPlans(view).length === 0) return '请至少为一名当事人填写新的缴款计划；延期缴纳的，只填一期'
    const [party, why] = withBadPlan(view)
    return party && `${party.name}的缴款计划${why}`
  },
}

const rowsOf = (view: CaseView, party: Party) => planOf(partyFactOf(view, party.id, 'instalments'))

/** A plan that was granted before and stands as it was is not judged again. */
function newPlans(view: CaseView): readonly (readonly [Party, readonly PlanRow[]])[] {
  const { clocks } = rootRun(view.state)
  return view.parties
    .map((party) => [party, rowsOf(view, party)] as const)
    .filter(([party, rows]) => rows.length > 0 && !isPlanRunning(latest(clocks, 'instalment'), party.id, rows))
}

function withBadPlan(view: CaseView): readonly [party?: Party, why?: string] {
  const found = newPlans(view).map(([party, rows]) => [party, planProblem(view, party, rows)] as const)
  const bad = found.find(([, why]) => why !== undefined)
  return bad?.[1] === undefined ? [] : [bad[0], bad[1]]
}

function planProblem(view: CaseView, party: Party, rows: readonly PlanRow[]): string | undefined {
  const total = rows.reduce((sum, row) => sum + row.amountFen, 0)
  const owed = dueFen(view, party.id) - paidFen(view.state, party.id)
  if (owed <= 0) return '没有可以分期的：决定的罚没款已经缴清'
  if (!isSaid(view, party, 'instalment-request')) return '经当事人申请才能批准，请写明申请的理由和日期'
  if (rows.some((row) => row.dueOn <= view.env.today)) return '里每一期的日期都应当晚于今天'
  if (new Set(rows.map((row) => row.dueOn)).size < rows.length) return '里有两期是同一天，请合并'
  return total === owed ? undefined : `合计 ${total / 100} 元，应当等于还没有缴的 ${owed / 100} 元`
}

function isSaid(view: CaseView, party: Party, name: string): boolean {
  return String(partyFactOf(view, party.id, name) ?? '').trim() !== ''
}

/** The answer goes to whom it is refused, and to nobody else. */
export const instalmentsRefused: Condition = ({ run }, party) =>
  String(run.facts.party[party]?.['instalment-refusal'] ?? '').trim() !== ''

/** Who has asked for time and does not get it is told why. */
export const refusalAnswered: Gate = {
  id: 'instalment-refusal-answered',
  basis: BASIS,
  judgesInput: true,
  field: 'instalment-refusal@party',
  refuse: (view) => {
    const refused = view.parties.filter((party) => isSaid(view, party, 'instalment-refusal'))
    if (refused.length === 0) return '请写明对哪一个当事人不予准许和理由'
    const unasked = refused.find((party) => !isSaid(view, party, 'instalment-request'))
    return unasked && `请写明${unasked.name}申请延期、分期的理由和日期`
  },
}
