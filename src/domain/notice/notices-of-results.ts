import { roleTitle } from '../access/acting.ts'
import type { CaseEvent, EventOf } from '../case/event.ts'
import { runTokens } from '../case/projection.ts'
import { type CaseState, findRun, MAIN_RUN, type Run, rootRun } from '../case/state.ts'
import { actionsOf, actionTitleOf } from '../procedure/actions-of.ts'
import { owesAnswer } from '../procedure/answering-body.ts'
import type { Action, AnyProcedure } from '../procedure/definition.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { replyTitle } from '../transfer/reply.ts'
import type { Notice } from './notice.ts'

/** The events of one command, and the case as it stands now. */
export type Told = {
  readonly procedures: Procedures
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
}

export const aboutRun = (caseId: string, run: string): string => `run:${caseId}:${run}`
export const byWhom = ({ by }: CaseEvent) => (by === null ? {} : { except: by })
const handlersOf = ({ handlers }: CaseState) => handlers.map((id) => `person:${id}`)

/** The last of those who had to agree has, and the act is done. */
export function agreed({ procedures, state, events }: Told, event: EventOf<'approval-given'>): readonly Notice[] {
  const run = findRun(state, event.run)
  const done = events.find((one) => one.type === 'action-taken' && one.proposal === event.proposal)
  const act = run?.taken.find(({ seq }) => seq === done?.seq)
  if (!run || !act) return []
  return [
    {
      kind: 'agreed',
      key: `agreed:${state.id}:${act.seq}`,
      about: `act:${state.id}:${act.seq}`,
      to: [...new Set([...(act.by === null ? [] : [`person:${act.by}`]), ...handlersOf(state)])],
      ...byWhom(event),
      sentence: `“${state.name}”：${actionTitleOf(procedureOf(procedures, run), act.action)}，${roleTitle(event.role)}已经同意`,
    },
  ]
}

/** A procedure inside the case has come to its end by somebody else's hand: a review, a panel, a hearing. */
export function concluded({ procedures, state, events }: Told, event: EventOf<'child-ended'>): readonly Notice[] {
  const run = findRun(state, event.run)
  const isOwn = event.by === null || state.handlers.includes(event.by)
  const isToldAlready = events.some((one) => one.type === 'approval-given' && one.run === event.run)
  if (!run) return []
  const waiting = goesOn({ procedures, state, events }, event, run)
  if (isOwn || isToldAlready) return waiting
  const { title, stages } = procedureOf(procedures, run)
  return [
    ...waiting,
    {
      kind: 'concluded',
      key: `concluded:${state.id}:${event.seq}`,
      about: `concluded:${state.id}:${run.id}`,
      to: handlersOf(state),
      sentence: `“${state.name}”：${title}，${stages[run.stage]?.title ?? '已经结束'}`,
    },
  ]
}

/** What waited for this end inside another procedure: the host's turn, once the notice of the hearing is delivered. */
function goesOn(told: Told, event: EventOf<'child-ended'>, { parent = MAIN_RUN }: Run): readonly Notice[] {
  const run = findRun(told.state, parent)
  if (!run || parent === MAIN_RUN || run.endedOn || run.proposals.length > 0) return []
  return turnOf(told, event, run, handlersOf(told.state))
}

/** What was done inside the case: it goes on in other hands, or a court or the police have answered. */
export function actDone(told: Told, event: EventOf<'action-taken'>): readonly Notice[] {
  const run = findRun(told.state, event.run)
  if (!run || run.id === MAIN_RUN) return []
  const procedure = procedureOf(told.procedures, run)
  const action = actionNamed(procedure, event.action)
  return action ? [...handedOn(told, event, run, action), ...ruled(told, event, procedure, action)] : []
}

/** Those whose turn it is now, unless the same hands go on. */
function handedOn(told: Told, event: EventOf<'action-taken'>, run: Run, action: Action): readonly Notice[] {
  const isNewest = run.taken.at(-1)?.seq === event.seq && run.proposals.length === 0
  const [next] = Object.values(procedureOf(told.procedures, run).stages[run.stage]?.actions ?? {})
  if (!action.to || !isNewest || run.endedOn || !next || isSameHand(action, next)) return []
  // Whoever proposed it is told that it was agreed to.
  return turnOf(told, event, run, event.proposal === undefined ? [] : handlersOf(told.state))
}

/** A run waits for these people now, but for those who know it already. */
function turnOf({ procedures, state }: Told, event: CaseEvent, run: Run, known: readonly string[]): readonly Notice[] {
  const { title, stages } = procedureOf(procedures, run)
  const to = runTokens(procedures, state, run).filter((token) => !known.includes(token))
  if (to.length === 0) return []
  return [
    {
      kind: 'to-handle',
      key: `${aboutRun(state.id, run.id)}:${event.seq}`,
      about: aboutRun(state.id, run.id),
      to,
      ...byWhom(event),
      sentence: `“${state.name}”：${title}，${stages[run.stage]?.title}，轮到您办`,
    },
  ]
}

function isSameHand(done: Action, next: Action): boolean {
  const hands = [done.by].flat()
  return [next.by].flat().some((role) => hands.includes(role))
}

/** An act that meets or closes the term of a court or of the police writes down what they have answered. */
function ruled({ state }: Told, event: EventOf<'action-taken'>, { clocks }: AnyProcedure, action: Action) {
  const isAnswer = [...(action.meets ?? []), ...(action.closes ?? [])].some((name) => owesAnswer(clocks[name]?.binds))
  if (!isAnswer) return []
  const key = `answered:${state.id}:${event.seq}`
  const to = [...handlersOf(state), `unit-head:${state.unit}`]
  const sentence = `“${state.name}”：${action.title}`
  return [{ kind: 'answered', key, about: key, to, ...byWhom(event), sentence } as const]
}

/** Another body has written its answer into the case itself. */
export function replied({ state }: Told, event: EventOf<'reply-received'>): readonly Notice[] {
  const key = `replied:${state.id}:${event.seq}`
  const sentence = `“${state.name}”：${event.office}${replyTitle(event.kind)}，${event.text}`
  return [{ kind: 'answered', key, about: key, to: handlersOf(state), ...byWhom(event), sentence }]
}

/** What has come of a review or a lawsuit, for those who handle the case whose decision it is about. */
export function noticesToOrigin({ procedures, state, events }: Told, origin: CaseState): readonly Notice[] {
  const root = rootRun(state)
  const { contests, ...procedure } = procedureOf(procedures, root)
  if (!contests) return []
  return events.flatMap((event) => {
    if (event.type !== 'action-taken' || event.run !== MAIN_RUN || event.outcome === undefined) return []
    const action = actionNamed(procedure, event.action)
    const said = contests.says.find((fact) => action?.asks?.includes(fact)) ?? ''
    const key = `contest:${state.id}:${event.seq}`
    const result = root.facts.case[said] ?? action?.title ?? ''
    const sentence = `“${origin.name}”：${contests.kind}有了结果，${result}`
    return [{ kind: 'answered', key, about: key, to: handlersOf(origin), ...byWhom(event), sentence } as const]
  })
}

function procedureOf(procedures: Procedures, { procedure, version }: Run): AnyProcedure {
  return getProcedure(procedures, procedure, version)
}

function actionNamed(procedure: AnyProcedure, name: string): Action | undefined {
  return actionsOf(procedure).find((placed) => placed.name === name)?.action
}
