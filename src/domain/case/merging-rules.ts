import { findDocumentKind } from '../document/registry.ts'
import type { Action } from '../procedure/definition.ts'
import type { Joining, Splitting } from '../procedure/merging.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { isRunning, isSuspended } from './clock.ts'
import { latest } from './clock-events.ts'
import { partiesOf } from './concerned.ts'
import { openRuns } from './open-runs.ts'
import { recusedIn } from './recused.ts'
import type { Refusal } from './refusal.ts'
import { leaving } from './split-case.ts'
import { type CaseState, type Run, rootRun } from './state.ts'
import type { CaseView } from './view.ts'

/** Why this case may not go over into another one, or be split. */
export function refuseMerging(view: CaseView, action: Action, when: 'offer' | 'input'): readonly Refusal[] {
  const { joins, splits } = action
  const found = [
    ...(joins ? refuseUnfit(view, ownOf(view), joins, '并案') : []),
    ...(joins && when === 'input' ? refuseOther(view, joins) : []),
    ...(splits ? [...refuseUnfit(view, ownOf(view), splits, '分案'), ...refuseSplit(view, splits, when)] : []),
  ]
  return found.map((refusal) => ({ gate: 'merging', basis: action.basis, ...refusal }))
}

type Found = Pick<Refusal, 'sentence'> & Partial<Refusal>
type Limits = Pick<Joining | Splitting, 'clocks' | 'before' | 'settled'>

/** The case as it stands, with the run as the view has it: a proposal that is agreed to is no longer on its way. */
function ownOf({ state, run }: CaseView): CaseState {
  return { ...state, runs: state.runs.map((item) => (item.id === run.id ? run : item)) }
}

/** What holds for both sides: nothing told to a party, nothing decided, nothing on its way, no term that stands still. */
function refuseUnfit({ env }: CaseView, state: CaseState, limits: Limits, what: string): readonly Found[] {
  const root = rootRun(state)
  const { before = [], settled = [], clocks } = limits
  const procedure = getProcedure(env.procedures, root.procedure, root.version)
  const told = state.documents.find(({ code, voided }) => before.includes(code) && !voided)
  const inside = openRuns(state).find((run) => run.parent && settled.includes(run.procedure))
  const [pending] = root.proposals
  const standing = clocks.find((name) => latest(root.clocks, name).some((item) => isRunning(item) && isSuspended(item)))
  const sentences = [
    told && `已经发出《${findDocumentKind(told.code, told.issuedOn)?.title ?? told.code}》，不再${what}`,
    isDecided(root) && `已经作出决定，不再${what}`,
    inside && `“${titleOf(env, inside)}”还没有办结，办结以后再${what}`,
    pending &&
      `“${procedure.stages[root.stage]?.actions[pending.action]?.title ?? pending.action}”正在报批，有了结果再${what}`,
    standing && `“${procedure.clocks[standing]?.title}”正在扣除期间，恢复以后再${what}`,
  ]
  return sentences.flatMap((sentence) => (sentence ? [{ sentence }] : []))
}

function isDecided({ result, results = {} }: Run): boolean {
  return result !== undefined || Object.keys(results).length > 0
}

function refuseOther(view: CaseView, joins: Joining): readonly Found[] {
  const { other } = view.env
  if (!other) return [{ gate: 'input', sentence: '请选择要并入的案件', field: 'other' }]
  const sentence = refuseGoal(view, other, joins) ?? refuseRecused(view, other)
  if (sentence !== undefined) return [{ sentence, field: 'other' }]
  return refuseUnfit(view, other, joins, '并案').map((found) => ({
    sentence: `“${other.name}”${found.sentence}`,
    field: 'other',
  }))
}

/** Only a case that runs, of the same agency and kind, where its parties can still be asked. */
function refuseGoal({ env, state, run }: CaseView, other: CaseState, { at }: Joining): string | undefined {
  const there = rootRun(other)
  const procedure = getProcedure(env.procedures, there.procedure, there.version)
  if (other.id === state.id) return '不能并入本案自己，请选择另一件案件'
  if (other.agency !== state.agency) return '只能并入本机关的案件'
  if (there.procedure !== run.procedure) return `“${other.name}”按“${procedure.title}”办理，程序不同，不能并案`
  if (other.sealed) return `“${other.name}”的案卷已经封存，不能并入`
  if (other.mergedInto) return `“${other.name}”已经并入“${other.mergedInto.title}”，请并入那一件`
  if (other.endedOn) return `“${other.name}”已经办结，不能并入`
  const stages = at.map((stage) => `“${procedure.stages[stage]?.title ?? stage}”`).join('、')
  const here = procedure.stages[there.stage]?.title
  return at.includes(there.stage) ? undefined : `“${other.name}”现在在“${here}”环节，只有在${stages}环节才能并入`
}

/** Whoever stands aside in this case does not handle it in the other one. */
function refuseRecused({ env, state }: CaseView, other: CaseState): string | undefined {
  const names = recusedIn(state).filter((id) => other.handlers.includes(id))
  if (names.length === 0) return undefined
  const people = names.map((id) => env.person(id)?.name ?? '').join('、')
  return `“${other.name}”的承办人员${people}已经决定回避本案，先更换承办人员再并案`
}

function refuseSplit(view: CaseView, splits: Splitting, when: 'offer' | 'input'): readonly Found[] {
  const { state, run, input, procedure } = view
  const [first] = state.violations
  const field = first && { field: `${splits.acts}@${first.id}` }
  if (state.violations.length < 2) return [{ sentence: '本案只有一项违法行为，没有可以分出的' }]
  if (when === 'offer') return []
  const { violations, staying, goneParties } = leaving(state, input, splits.acts)
  const title = procedure.facts[splits.acts]?.title
  if (violations.length === 0) return [{ gate: 'input', sentence: `请至少选一项违法行为“${title}”`, ...field }]
  if (staying.length === 0) return [{ sentence: '至少有一项违法行为留在本案', ...field }]
  const inside = openRuns(state).find(
    (child) => child.id !== run.id && partiesOf({ state, run: child }).some((party) => goneParties.includes(party)),
  )
  if (!inside) return []
  return [{ sentence: `“${titleOf(view.env, inside)}”涉及要分出的当事人，办结以后再分案` }]
}

function titleOf({ procedures }: CaseView['env'], { procedure, version }: Run): string {
  return getProcedure(procedures, procedure, version).title
}
