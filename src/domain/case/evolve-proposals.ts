import { type Countersigning, outstandingOf } from './countersigning.ts'
import type { CaseEvent, EventOf } from './event.ts'
import type { Proposal, Run } from './state.ts'

/** What the event does to the proposals that wait for agreement in its run. */
export function evolveProposals(run: Run, event: CaseEvent): Run {
  switch (event.type) {
    case 'action-proposed':
      return { ...run, proposals: [...run.proposals, proposalOf(event)] }
    case 'approval-given':
      return change(run, event.proposal, (proposal) => agree(proposal, event))
    case 'approval-moved':
      return change(run, event.proposal, (proposal) => ({ ...proposal, movedTo: event.to }))
    case 'countersigning-asked':
      return change(run, event.proposal, (proposal) => askToBeHeard(proposal, event))
    case 'countersigning-given':
    case 'countersigning-released':
      return change(run, event.proposal, (proposal) => settle(proposal, event))
    case 'approval-returned':
    case 'proposal-withdrawn':
      return { ...run, proposals: run.proposals.filter((proposal) => proposal.id !== event.proposal) }
    default:
      return run
  }
}

function proposalOf(event: EventOf<'action-proposed'>): Proposal {
  return {
    id: event.proposal,
    action: event.action,
    by: event.by ?? '',
    on: event.on,
    facts: event.facts,
    evidence: event.evidence ?? [],
    ...(event.scenes && { scenes: event.scenes }),
    ...(event.other && { other: event.other }),
    approval: event.approval,
    agreed: [],
  }
}

function agree(proposal: Proposal, event: EventOf<'approval-given'>): Proposal {
  const { movedTo: _handedOver, ...rest } = proposal
  const agreement = { role: event.role, by: event.by ?? '', opinion: event.opinion, on: event.on }
  return { ...rest, agreed: [...proposal.agreed, agreement] }
}

function askToBeHeard(proposal: Proposal, event: EventOf<'countersigning-asked'>): Proposal {
  const { of, name, role, unitName, question, on } = event
  const more = { ...(unitName !== undefined && { unitName }), ...(question !== undefined && { question }) }
  const asked = { of, name, role, ...more, by: event.by ?? '', on }
  return { ...proposal, countersigning: [...(proposal.countersigning ?? []), asked] }
}

type Settling = EventOf<'countersigning-given'> | EventOf<'countersigning-released'>

/** Who was asked anew has an older line beside it, which stays as it is. */
function settle(proposal: Proposal, event: Settling): Proposal {
  const of = event.type === 'countersigning-given' ? event.by : event.of
  const open = outstandingOf(proposal).find((one) => one.of === of)
  const settled = (one: Countersigning): Countersigning => (one === open ? { ...one, ...endOf(event) } : one)
  return { ...proposal, countersigning: (proposal.countersigning ?? []).map(settled) }
}

function endOf(event: Settling): Pick<Countersigning, 'said' | 'released'> {
  const { on } = event
  if (event.type === 'countersigning-given') return { said: { agrees: event.agrees, opinion: event.opinion, on } }
  return { released: { by: event.by ?? '', reason: event.reason, on } }
}

function change(run: Run, id: string, alter: (proposal: Proposal) => Proposal): Run {
  return { ...run, proposals: run.proposals.map((proposal) => (proposal.id === id ? alter(proposal) : proposal)) }
}
