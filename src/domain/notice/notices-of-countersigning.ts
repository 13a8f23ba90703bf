import { outstandingOf } from '../case/countersigning.ts'
import type { CaseEvent, EventOf } from '../case/event.ts'
import { type CaseState, findRun, type Proposal, type Run } from '../case/state.ts'
import { actionTitleOf } from '../procedure/actions-of.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'
import type { Notice } from './notice.ts'

type Told = { readonly procedures: Procedures; readonly state: CaseState }
type Ended = { readonly about: string; readonly of?: string }

export const aboutCountersigning = (proposal: string): string => `countersigning:${proposal}`

/** Somebody is to be heard, and has not been yet. */
export function toCountersign(told: Told, event: EventOf<'countersigning-asked'>): readonly Notice[] {
  const waiting = waitingIn(told.state, event)
  if (!waiting || !outstandingOf(waiting.proposal).some(({ of }) => of === event.of)) return []
  const question = event.question === undefined ? '' : `：${event.question}`
  return [
    {
      kind: 'to-approve',
      key: `countersigning:${told.state.id}:${event.seq}`,
      about: aboutCountersigning(event.proposal),
      to: [`person:${event.of}`],
      sentence: `“${told.state.name}”：${titleOf(told, waiting)}，等您会签${question}`,
    },
  ]
}

/** Who asked hears what was said; and whoever agrees next, when nobody is waited for any longer. */
export function heard(
  told: Told,
  event: EventOf<'countersigning-given'>,
  approvers: (proposal: Proposal) => readonly string[],
): readonly Notice[] {
  const waiting = waitingIn(told.state, event)
  const line = waiting?.proposal.countersigning?.findLast(({ of, said }) => of === event.by && said)
  if (!waiting || !line) return []
  const about = `countersigned:${told.state.id}:${event.seq}`
  const title = titleOf(told, waiting)
  const words = event.agrees ? '同意' : `有不同意见，${event.opinion}`
  const isAll = outstandingOf(waiting.proposal).length === 0
  return [
    {
      kind: 'concluded',
      key: about,
      about,
      to: [`person:${line.by}`],
      sentence: `“${told.state.name}”：${title}，${line.name}会签：${words}`,
    },
    ...(isAll
      ? [onward(told, event, waiting.proposal, { title, to: approvers(waiting.proposal), asker: line.by })]
      : []),
  ]
}

type Onward = { readonly title: string; readonly to: readonly string[]; readonly asker: string }

function onward({ state }: Told, { seq }: CaseEvent, proposal: Proposal, { title, to, asker }: Onward): Notice {
  return {
    kind: 'to-approve',
    key: `proposal:${proposal.id}:heard:${seq}`,
    about: `proposal:${proposal.id}`,
    to,
    except: asker,
    sentence: `“${state.name}”：${title}，会签都有了答复，等您审批`,
  }
}

/** Of whom nothing is asked any longer: of one person, or of everybody with the end of the proposal. */
export function countersigningEnded(event: CaseEvent): readonly Ended[] {
  switch (event.type) {
    case 'countersigning-given':
      return [{ about: aboutCountersigning(event.proposal), ...(event.by !== null && { of: event.by }) }]
    case 'countersigning-released':
      return [{ about: aboutCountersigning(event.proposal), of: event.of }]
    case 'approval-returned':
    case 'proposal-withdrawn':
      return [{ about: aboutCountersigning(event.proposal) }]
    default:
      return []
  }
}

function waitingIn(state: CaseState, event: { readonly run: string; readonly proposal: string }) {
  const run = findRun(state, event.run)
  const proposal = run?.proposals.find(({ id }) => id === event.proposal)
  return run && proposal && { run, proposal }
}

function titleOf({ procedures }: Told, { run, proposal }: { readonly run: Run; readonly proposal: Proposal }): string {
  return actionTitleOf(getProcedure(procedures, run.procedure, run.version), proposal.action)
}
