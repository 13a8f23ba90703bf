import { parameterValueOf } from '../parameter/registry.ts'
import type { Action } from '../procedure/definition.ts'
import { isOver } from './clock.ts'
import { deductibleGrounds, latest } from './clock-events.ts'
import type { Refusal } from './refusal.ts'
import type { CaseView } from './view.ts'

/** Every reason against the action: what holds for all procedures, its clocks, then its own gates. */
export function refuseByRule(view: CaseView, action: Action, when: 'offer' | 'input'): readonly Refusal[] {
  const gates = (action.gates ?? []).filter((gate) => when === 'input' || !gate.judgesInput)
  const byGate = gates.flatMap<Refusal>((gate) => {
    const sentence = gate.refuse(view)
    return sentence === undefined ? [] : [{ gate: gate.id, basis: gate.basis, sentence }]
  })
  return [
    ...refusePending(view, action),
    ...refuseMissed(view, action),
    ...refuseClockChange(view, action, when),
    ...byGate,
  ]
}

/** While a step that leaves the stage waits for agreement, no other step may leave it. */
function refusePending(view: CaseView, action: Action): readonly Refusal[] {
  const actions = view.procedure.stages[view.run.stage]?.actions ?? {}
  const pending = view.run.proposals.find(
    (item) => item.action === view.action || (action.to && actions[item.action]?.to),
  )
  if (!pending) return []
  const title = actions[pending.action]?.title ?? pending.action
  return [{ gate: 'pending', basis: action.basis, sentence: `“${title}”正在报批，等审批有了结果再办` }]
}

/** A clock that refuses when it is missed: the step that would meet it comes too late. */
function refuseMissed(view: CaseView, action: Action): readonly Refusal[] {
  return (action.meets ?? []).flatMap((name) => {
    const clock = view.procedure.clocks[name]
    if (clock?.missed !== 'refuses') return []
    const running = latest(view.run.clocks, name)
    const spoken = Object.keys(view.input.party)
    const concerned = running.filter((item) => !item.party || spoken.length === 0 || spoken.includes(item.party))
    const isLate = concerned.length > 0 && concerned.every((item) => isOver(item, view.env.today))
    return isLate ? [{ gate: 'missed', basis: clock.basis, sentence: `${clock.title}的期限已过` }] : []
  })
}

/** Terms that limit power are lengthened or stopped only on a ground that the agency's field has. */
function refuseClockChange(view: CaseView, action: Action, when: 'offer' | 'input'): readonly Refusal[] {
  const { env, procedure, run } = view
  const extension = (action.extends ?? []).flatMap((name) => {
    const allowed = procedure.clocks[name]?.extension?.allowed
    if (!allowed || parameterValueOf(env.parameters, allowed, env.today) === true) return []
    const sentence = `本领域没有规定“${procedure.clocks[name]?.title}”可以延长；有规定的，先由管理员登记依据`
    return [{ gate: 'extension-basis', basis: procedure.clocks[name]?.basis ?? '', sentence }]
  })
  const suspension = (action.suspends ?? []).flatMap((name) => {
    const clock = procedure.clocks[name]
    if (!clock) return []
    const grounds = deductibleGrounds(env, clock)
    const ground = run.facts.case['suspension-ground']
    if (grounds.length === 0)
      return [
        { gate: 'suspension-basis', basis: clock.basis, sentence: `本领域没有规定“${clock.title}”可以扣除的期间` },
      ]
    if (when === 'offer' || grounds.includes(String(ground))) return []
    return [{ gate: 'suspension-basis', basis: clock.basis, sentence: `只能因${grounds.join('、')}扣除期限` }]
  })
  return [...extension, ...suspension]
}
