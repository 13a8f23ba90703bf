import type { Action, Clock } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { clockAs, isOver } from './clock.ts'
import { latest } from './clock-events.ts'
import { refuseClockChange } from './clock-rules.ts'
import { refuseNobody } from './concerned.ts'
import { refuseContested } from './evidence-lock.ts'
import { refuseMerging } from './merging-rules.ts'
import { refuseUnrecorded } from './recording-rules.ts'
import type { Refusal } from './refusal.ts'
import { refuseChosenPaper } from './refuse-chosen-paper.ts'
import type { ClockState, Run } from './state.ts'
import { refuseThings } from './thing-rules.ts'
import { toldDay } from './told-day.ts'
import type { CaseView } from './view.ts'

/** Every reason against the action: what holds for all procedures, its clocks, then its own gates. */
export function refuseByRule(view: CaseView, action: Action, when: 'offer' | 'input'): readonly Refusal[] {
  const isComplete = when === 'input' || takesNothing(action)
  const gates = (action.gates ?? []).filter((gate) => isComplete || !gate.judgesInput)
  const byGate = gates.flatMap<Refusal>((gate) => {
    const sentence = gate.refuse(view)
    if (sentence === undefined) return []
    const field = typeof gate.field === 'function' ? gate.field(view) : gate.field
    return [{ gate: gate.id, basis: gate.basis, sentence, ...(field === undefined ? {} : { field }) }]
  })
  return [
    ...refuseNobody(action, view),
    ...refuseHalted(view, action),
    ...refusePending(view, action),
    ...refuseMissed(view, action),
    ...refuseClockChange(view, action, when),
    ...refuseThings(view, action, when),
    ...refuseMerging(view, action, when),
    ...refuseContested(view, action),
    ...refuseUnrecorded(view, action),
    ...refuseChosenPaper(view, action, when),
    ...byGate,
  ]
}

/** Where nothing is typed in, everything can be judged beforehand. */
function takesNothing(action: Action): boolean {
  return (action.asks ?? []).length === 0 && action.adds === undefined
}

/** While a procedure inside halts it, this one stands still. */
function refuseHalted(view: CaseView, action: Action): readonly Refusal[] {
  const halting = view.state.runs.find(
    (run) => run.parent === view.run.id && !run.endedOn && procedureOf(view, run).halts,
  )
  if (!halting) return []
  const { title } = procedureOf(view, halting)
  return [{ gate: 'halted', basis: action.basis, sentence: `“${title}”期间不办理，恢复以后再办` }]
}

function procedureOf({ env }: CaseView, { procedure, version }: Run) {
  return getProcedure(env.procedures, procedure, version)
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

/** A clock that refuses, or that ends the measure, when it is missed: the step that would meet it comes too late. */
function refuseMissed(view: CaseView, action: Action): readonly Refusal[] {
  return (action.meets ?? []).flatMap((name) => {
    const clock = view.procedure.clocks[name]
    return clock && clock.missed !== 'warning' ? refuseLate(view, name, clockAs(clock, view)) : []
  })
}

/** Whether it is too late today, or was on the day on which it was done; where that has not been typed in, nobody is late yet. */
function isLateFor({ env, state, run }: CaseView, { metOn }: Clock, item: ClockState): boolean {
  if (metOn === undefined) return isOver(item, env)
  const on = toldDay(metOn, item.party)({ state, run })
  return on !== undefined && isOver(item, { ...env, today: [on, env.today].toSorted()[0] ?? on })
}

function refuseLate(view: CaseView, name: string, clock: Clock): readonly Refusal[] {
  const spoken = Object.keys(view.input.party)
  const running = latest(view.run.clocks, name)
  const concerned = running.filter((item) => !item.party || spoken.length === 0 || spoken.includes(item.party))
  const late = concerned.filter((item) => isLateFor(view, clock, item))
  const isLate = spoken.length > 0 ? late.length > 0 : late.length > 0 && late.length === concerned.length
  if (!isLate) return []
  const whose = view.state.parties.filter((party) => late.some((item) => item.party === party.id))
  const names = whose.map((party) => party.name).join('、')
  const consequence = clock.consequence ?? (clock.missed === 'ends' ? '措施自行终止' : '')
  const sentence = `${names}${clock.title}的期限已过${consequence && `，${consequence}`}`
  return [{ gate: 'missed', basis: clock.basis, sentence }]
}
