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

function change(run: Run, id: string, alter: (proposal: Proposal) => Proposal): Run {
  return { ...run, proposals: run.proposals.map((proposal) => (proposal.id === id ? alter(proposal) : proposal)) }
}
