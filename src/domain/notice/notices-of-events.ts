import { nextRole } from '../case/approval-right.ts'
import { outstandingOf } from '../case/countersigning.ts'
import type { CaseEvent, EventOf } from '../case/event.ts'
import { termsOpening } from '../case/lapses.ts'
import { mendersOf, roleToken, runTokens } from '../case/projection.ts'
import { sceneDebts } from '../case/scene-debts.ts'
import { type CaseState, findRun, MAIN_RUN, type Proposal, type Run } from '../case/state.ts'
import { yuanOf } from '../payment/yuan.ts'
import { actionTitleOf } from '../procedure/actions-of.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import { sceneOf } from '../recording/scenes.ts'
import type { Notice } from './notice.ts'
import { aboutCountersigning, countersigningEnded, heard, toCountersign } from './notices-of-countersigning.ts'
import { assigned, handlersMoved, joined } from './notices-of-handlers.ts'
import { aboutRun, actDone, agreed, byWhom, concluded, replied } from './notices-of-results.ts'
import { aboutVoid, notVoided, toVoid } from './notices-of-voids.ts'

/** What events newly ask of people, as the case stands now: what was settled in between is not told any more. */
export function noticesOfEvents(
  procedures: Procedures,
  state: CaseState,
  events: readonly CaseEvent[],
  handlersBefore: readonly string[],
): readonly Notice[] {
  const told = { procedures, state, events, handlersBefore }
  return events.flatMap((event) => TELLERS[event.type]?.(told, event) ?? [])
}

/** Types of events that ask something of somebody or settle what was asked; others start no job. */
export const isTelling = (event: CaseEvent): boolean => TELLING.has(event.type) && !isPlainAct(event)

/** An act on the main road that sets no result is told by what comes with it: a proposal, a run, a term that is met. */
const isPlainAct = (event: CaseEvent): boolean =>
  event.type === 'action-taken' && event.run === MAIN_RUN && event.outcome === undefined

type Told = {
  readonly procedures: Procedures
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
  readonly handlersBefore: readonly string[]
}
type Teller = (told: Told, event: CaseEvent) => readonly Notice[]

const TELLERS: { readonly [T in CaseEvent['type']]?: Teller } = {
  'case-opened': (told, event) => assigned(told, event as EventOf<'case-opened'>, []),
  'handlers-changed': (told, event) => [
    ...assigned(told, event as EventOf<'handlers-changed'>, told.handlersBefore),
    ...handlersMoved(told, event as EventOf<'handlers-changed'>),
  ],
  'case-joined': (told, event) => joined(told, event as EventOf<'case-joined'>),
  'action-proposed': (told, event) => toApprove(told, event as EventOf<'action-proposed'>),
  'approval-given': (told, event) => [
    ...toApprove(told, event as EventOf<'approval-given'>),
    ...agreed(told, event as EventOf<'approval-given'>),
  ],
  'approval-moved': (told, event) => toApprove(told, event as EventOf<'approval-moved'>),
  'approval-reminded': (told, event) => remindedAll(told, event as EventOf<'approval-reminded'>),
  'countersigning-asked': (told, event) => toCountersign(told, event as EventOf<'countersigning-asked'>),
  'countersigning-given': (told, event) =>
    heard(told, event as EventOf<'countersigning-given'>, (proposal) => approversOf(told.state, proposal)),
  'approval-returned': (told, event) => returned(told, event as EventOf<'approval-returned'>),
  'child-opened': (told, event) => toHandle(told, event as EventOf<'child-opened'>),
  'child-ended': (told, event) => concluded(told, event as EventOf<'child-ended'>),
  'action-taken': (told, event) => actDone(told, event as EventOf<'action-taken'>),
  'reply-received': (told, event) => replied(told, event as EventOf<'reply-received'>),
  'payment-booked': (told, event) => moneyCame(told, event as EventOf<'payment-booked'>),
  'exception-asked': (told, event) => toExcuse(told, event as EventOf<'exception-asked'>),
  'exception-decided': (told, event) => notExcused(told, event as EventOf<'exception-decided'>),
  'void-asked': ({ state }, event) => toVoid(state, event as EventOf<'void-asked'>),
  'void-refused': ({ state }, event) => notVoided(state, event as EventOf<'void-refused'>),
}
const SETTLING: readonly CaseEvent['type'][] = [
  'document-voided',
  'proposal-withdrawn',
  'countersigning-released',
  'clock-met',
  'recording-bound',
]
const TELLING = new Set<string>([...Object.keys(TELLERS), ...SETTLING])

export const aboutProposal = (proposal: string): string => `proposal:${proposal}`
export const aboutClock = (caseId: string, run: string, clock: string, party = ''): string =>
  `clock:${caseId}:${run}:${clock}:${party}`
export const aboutScene = (caseId: string, run: string, scene: string): string => `scene:${caseId}:${run}:${scene}`
const aboutException = (caseId: string, { run, scene, act }: OfException) =>
  `exception:${caseId}:${run}:${scene}:${act}`
const aboutReturn = (caseId: string, run: string, action: string) => `return:${caseId}:${run}:${action}`

/** `of`: for this person alone. */
export type Settled = { readonly about: string; readonly at: string; readonly of?: string }

/** What these events have settled, whoever was told of it before. */
export function settledBy(procedures: Procedures, state: CaseState, events: readonly CaseEvent[]): readonly Settled[] {
  return events.flatMap((event) => {
    const about = settling(state.id, event)
    const plain = [...(about === undefined ? [] : [about]), ...termsUsed(procedures, state, event)]
    return [...plain.map((one) => ({ about: one })), ...countersigningEnded(event)].map((one) => ({
      ...one,
      at: event.at,
    }))
  })
}

/** What became possible when a term of somebody else was over is done, or put forward. */
function termsUsed(procedures: Procedures, state: CaseState, event: CaseEvent): readonly string[] {
  if (event.type !== 'action-taken' && event.type !== 'action-proposed') return []
  const terms = termsOpening(procedures, state, event.action)
  return terms.map(({ run, clock }) => aboutClock(state.id, run, clock.clock, clock.party))
}

function settling(caseId: string, event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'action-taken':
      return event.run === MAIN_RUN ? undefined : aboutRun(caseId, event.run)
    case 'approval-given':
    case 'approval-returned':
    case 'approval-moved':
    case 'proposal-withdrawn':
      return aboutProposal(event.proposal)
    case 'action-proposed':
      return aboutReturn(caseId, event.run, event.action)
    case 'child-ended':
      return aboutRun(caseId, event.run)
    case 'clock-met':
      return aboutClock(caseId, event.run, event.clock, event.party)
    case 'exception-decided':
      return aboutException(caseId, event)
    case 'document-voided':
    case 'void-refused':
      return aboutVoid(event.document)
    case 'recording-bound':
      return aboutScene(caseId, event.run, event.scene)
    default:
      return undefined
  }
}

type OfException = Pick<EventOf<'exception-asked'>, 'run' | 'scene' | 'act'>

function toExcuse({ state }: Told, event: EventOf<'exception-asked'>): readonly Notice[] {
  const isWaiting = sceneDebts(state).some(
    ({ run, scene, seq, exception }) =>
      run === event.run && scene === event.scene && seq === event.act && exception && !exception.decided,
  )
  if (!isWaiting) return []
  return [
    {
      kind: 'to-approve',
      key: `exception:${state.id}:${event.seq}`,
      about: aboutException(state.id, event),
      to: [roleToken('agency-head', state)],
      ...byWhom(event),
      sentence: `“${state.name}”：${sceneOf(event.scene).title}没有音像记录的书面说明，等您审批`,
    },
  ]
}

function notExcused({ state }: Told, event: EventOf<'exception-decided'>): readonly Notice[] {
  if (event.granted) return []
  return [
    {
      kind: 'returned',
      key: `exception:${state.id}:${event.seq}`,
      about: aboutScene(state.id, event.run, event.scene),
      to: state.handlers.map((id) => `person:${id}`),
      sentence: `“${state.name}”：${sceneOf(event.scene).title}没有音像记录的说明没有通过，${event.opinion}`,
    },
  ]
}

/** What came by the bank nobody of the case has seen; whether everything has been done is theirs to say. */
function moneyCame({ state }: Told, event: EventOf<'payment-booked'>): readonly Notice[] {
  if (event.from !== 'bank') return []
  const name = state.parties.find(({ id }) => id === event.party)?.name ?? ''
  return [
    {
      kind: 'to-handle',
      key: `payment:${event.id}`,
      about: `payment:${event.id}`,
      to: state.handlers.map((id) => `person:${id}`),
      ...byWhom(event),
      sentence: `“${state.name}”：${name}缴款 ${yuanOf(event.amountFen)}（银行对账），请核对是否全部履行`,
    },
  ]
}

type OfProposal = EventOf<'action-proposed'> | EventOf<'approval-given'> | EventOf<'approval-moved'>

function toApprove(told: Told, event: OfProposal): readonly Notice[] {
  const pending = pendingOf(told.state, event)
  if (!pending) return []
  const { run, proposal } = pending
  const step = `${proposal.agreed.length}:${proposal.movedTo ?? ''}`
  return [
    {
      kind: 'to-approve',
      key: `${aboutProposal(proposal.id)}:${step}`,
      about: aboutProposal(proposal.id),
      to: approversOf(told.state, proposal),
      except: proposal.by,
      sentence: `“${told.state.name}”：${titleOf(told, run, proposal.action)}，等您审批`,
    },
  ]
}

function reminded(told: Told, event: EventOf<'approval-reminded'>): readonly Notice[] {
  const pending = pendingOf(told.state, event)
  if (!pending) return []
  const { run, proposal } = pending
  return [
    {
      kind: 'reminded',
      key: `reminded:${told.state.id}:${event.seq}`,
      about: aboutProposal(proposal.id),
      to: approversOf(told.state, proposal),
      except: proposal.by,
      sentence: `“${told.state.name}”：${titleOf(told, run, proposal.action)}，承办人员催办`,
    },
  ]
}

function remindedAll(told: Told, event: EventOf<'approval-reminded'>): readonly Notice[] {
  const reminder = reminded(told, event)
  const unheard = outstandingOf(pendingOf(told.state, event)?.proposal ?? {}).map(({ of }) => `person:${of}`)
  const about = aboutCountersigning(event.proposal)
  const toHear = reminder.map((one) => ({ ...one, key: `${one.key}:countersigning`, about, to: unheard }))
  return unheard.length === 0 ? reminder : [...reminder, ...toHear]
}

function returned(told: Told, event: EventOf<'approval-returned'>): readonly Notice[] {
  const { state } = told
  const item = state.returned.find(({ run, reason }) => run === event.run && reason === event.reason)
  const run = findRun(state, event.run)
  if (!item || !run) return []
  return [
    {
      kind: 'returned',
      key: `returned:${state.id}:${event.seq}`,
      about: aboutReturn(state.id, event.run, item.action),
      to: mendersOf(state, item).map((id) => `person:${id}`),
      sentence: `“${state.name}”：${titleOf(told, run, item.action)}被退回，${event.reason}`,
    },
  ]
}

/** A run that others than the handlers begin: a review, a hearing, things that come into the store. */
function toHandle({ procedures, state }: Told, event: EventOf<'child-opened'>): readonly Notice[] {
  const run = findRun(state, event.run)
  if (!run || run.endedOn || run.taken.length > 0) return []
  const to = runTokens(procedures, state, run).filter(
    (token) => !state.handlers.includes(token.slice('person:'.length)),
  )
  if (to.length === 0) return []
  return [
    {
      kind: 'to-handle',
      key: aboutRun(state.id, run.id),
      about: aboutRun(state.id, run.id),
      to,
      ...byWhom(event),
      sentence: `“${state.name}”：${getProcedure(procedures, run.procedure, run.version).title}，轮到您办`,
    },
  ]
}

function pendingOf(
  state: CaseState,
  event: { readonly run: string; readonly proposal: string },
): { readonly run: Run; readonly proposal: Proposal } | undefined {
  const run = findRun(state, event.run)
  const proposal = run?.proposals.find(({ id }) => id === event.proposal)
  return run && proposal && { run, proposal }
}

function approversOf(state: CaseState, proposal: Proposal): readonly string[] {
  return proposal.movedTo === undefined ? [roleToken(nextRole(proposal), state)] : [`person:${proposal.movedTo}`]
}

function titleOf({ procedures }: Told, run: Run, action: string): string {
  return actionTitleOf(getProcedure(procedures, run.procedure, run.version), action)
}
