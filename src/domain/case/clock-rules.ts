import { type ParameterCode, parameterValueOf } from '../parameter/registry.ts'
import { owesAnswer } from '../procedure/answering-body.ts'
import type { Action, Clock } from '../procedure/definition.ts'
import { currentProcedure } from '../procedure/procedures.ts'
import { clockAs, isOver, isRunning, isSuspended, lastDayOf } from './clock.ts'
import { deductibleGrounds, latest } from './clock-events.ts'
import type { Refusal } from './refusal.ts'
import type { CaseView } from './view.ts'

type Change = {
  readonly view: CaseView
  readonly name: string
  readonly clock: Clock
  readonly when: 'offer' | 'input'
}

/** Terms that limit power are lengthened or stopped only on a ground that the agency's field has. */
export function refuseClockChange(view: CaseView, action: Action, when: Change['when']): readonly Refusal[] {
  const change = (name: string, refuse: (change: Change) => Refusal | undefined) => {
    const clock = view.procedure.clocks[name]
    return clock && refuse({ view, name, clock: clockAs(clock, view), when })
  }
  const stopped = (action.suspends ?? []).map((name) => change(name, refuseSuspensionTooLate))
  const resumed = (action.resumes ?? []).map((name) => change(name, refuseResumption))
  return [
    ...(action.extends ?? []).flatMap((name) => change(name, refuseFirst) ?? []),
    ...(action.extendsAgain ?? []).flatMap((name) => change(name, refuseAgain) ?? []),
    ...(action.meets ?? []).flatMap((name) => change(name, refuseWhileStanding) ?? []),
    ...(action.suspends ?? []).flatMap((name) => change(name, refuseSuspension) ?? []),
    // Of several that are stopped together, one that is over is left as it is.
    ...(stopped.includes(undefined) ? [] : stopped.flatMap((refused) => refused ?? []).slice(0, 1)),
    // Of several that stood still together one may not run in this case at all.
    ...(resumed.includes(undefined) ? [] : resumed.flatMap((refused) => refused ?? []).slice(0, 1)),
  ]
}

/** Once only: 许可法第四十二条第一款 knows one extension; a second one needs a rule of its own, and stands on the first. */
const refuseFirst = (change: Change) => refuseExtension(change, change.clock.extension) ?? refuseOften(change, 0)
const refuseAgain = (change: Change) => refuseExtension(change, change.clock.extension?.again) ?? refuseOften(change, 1)

/** On a rule and in time: what is over cannot be lengthened, neither when it is proposed nor when it is agreed to. */
function refuseExtension(
  { view, name, clock }: Change,
  extension: { readonly allowed?: ParameterCode } | undefined,
): Refusal | undefined {
  const { parameters, today } = view.env
  const allowed = extension?.allowed
  const sentence = `本领域没有规定“${clock.title}”可以延长；有规定的，先由管理员登记依据`
  if (allowed && parameterValueOf(parameters, allowed, today) !== true)
    return refusal('extension-basis', clock, sentence)
  if (!extension) return refusal('extension-basis', clock, `“${clock.title}”依法不能延长`)
  // What another body has lengthened is told here, and may be told late.
  const over = owesAnswer(clock.binds) ? undefined : overOf(view, name)
  if (!over) return undefined
  const { title, consequence = '延长应当在届满以前批准' } = clock
  const late = `“${title}”的期限到 ${lastDayOf(over)} 已经届满，不能再延长；${consequence}`
  return refusal('extension-in-time', clock, late)
}

function refuseOften({ view, name, clock }: Change, before: 0 | 1): Refusal | undefined {
  // A clock that took the place of one that still ran is the same term: merging cases gives no second extension.
  const running = view.run.clocks.filter((item) => item.clock === name && isRunning(item))
  const done = Math.max(0, ...running.map(({ extensions }) => extensions.length))
  if (done === before) return undefined
  if (done < before)
    return refusal('extension-first', clock, `“${clock.title}”还没有延长过，不能继续延长；先办第一次延长`)
  const times = before === 0 ? '一次' : '两次'
  return refusal('extension-once', clock, `“${clock.title}”已经延长过${times}，不能再延长`)
}

/** What time is left out for is over before the act that the time was for (A0：暂停与恢复都要有理由). */
function refuseWhileStanding({ view, name, clock }: Change): Refusal | undefined {
  const open = runningClock(view, name)?.deductions.find(({ untilOn }) => untilOn === undefined)
  if (!open || clock.contestable) return undefined
  const child = currentProcedure(view.env.procedures, open.ground, view.env.today)
  const sentence = `“${clock.title}”因${child?.title ?? open.ground}停着，期限还没有恢复计算；恢复以后再办`
  return refusal('clock-stands', clock, sentence)
}

function refuseSuspension({ view, name, clock, when }: Change): Refusal | undefined {
  const grounds = deductibleGrounds(view.env, clock)
  const ground = String(view.run.facts.case['suspension-ground'])
  if (grounds.length === 0) return refusal('suspension-basis', clock, `本领域没有规定“${clock.title}”可以扣除的期间`)
  if (isStanding(view, name)) return refusal('suspension-state', clock, `“${clock.title}”已经在扣除期间，先恢复再扣除`)
  if (when === 'offer' || grounds.includes(ground)) return undefined
  return refusal('suspension-basis', clock, `只能因${grounds.join('、')}扣除期限`)
}

function refuseSuspensionTooLate({ view, name, clock }: Change): Refusal | undefined {
  const over = overOf(view, name)
  const sentence = `“${clock.title}”的期限到 ${over && lastDayOf(over)} 已经届满，没有可以扣除的时间`
  return over && refusal('suspension-in-time', clock, sentence)
}

function overOf(view: CaseView, name: string) {
  const clock = runningClock(view, name)
  return clock && isOver(clock, view.env) ? clock : undefined
}

function refuseResumption({ view, name, clock }: Change): Refusal | undefined {
  return isStanding(view, name)
    ? undefined
    : refusal('suspension-state', clock, `“${clock.title}”没有在扣除期间，不用恢复`)
}

function isStanding(view: CaseView, name: string): boolean {
  const clock = runningClock(view, name)
  return clock !== undefined && isSuspended(clock)
}

function runningClock(view: CaseView, name: string) {
  return latest(view.run.clocks, name).find(isRunning)
}

function refusal(gate: string, clock: Clock, sentence: string): Refusal {
  return { gate, basis: clock.basis, sentence }
}
