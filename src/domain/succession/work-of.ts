import { nextRole } from '../case/approval-right.ts'
import { outstandingOf } from '../case/countersigning.ts'
import { openRuns } from '../case/open-runs.ts'
import { runTokens, tokensFor } from '../case/projection.ts'
import { type CaseState, type Proposal, type Run, rootRun } from '../case/state.ts'
import { actionTitleOf } from '../procedure/actions-of.ts'
import { getProcedure, type Procedures } from '../procedure/procedures.ts'

/** What one case asks of somebody: as its handler, or to agree to what was handed over to them by name. */
export type Work = { readonly what: string; readonly run: string; readonly proposal?: string }

export function workOf(procedures: Procedures, state: CaseState, person: string): readonly Work[] {
  const root = rootRun(state)
  if (state.endedOn) return []
  const handled = state.handlers.includes(person) ? [{ what: '承办', run: root.id }] : []
  const moved = proposalsOf(state).filter(({ proposal }) => proposal.movedTo === person)
  return [
    ...handled,
    ...moved.map(({ run, proposal }) => ({
      what: `审批“${titleOf(procedures, run, proposal)}”`,
      run: run.id,
      proposal: proposal.id,
    })),
  ]
}

type Holder = Parameters<typeof tokensFor>[0]

/** The tokens of posts that this person alone holds today. */
export function tokensAlone(holder: Holder, others: readonly Holder[]): readonly string[] {
  const shared = new Set(others.flatMap(tokensFor))
  return tokensFor(holder).filter((token) => !token.startsWith('person:') && !shared.has(token))
}

/** What waits for a post that nobody else holds today: it goes to whoever holds the post next, and to nobody before. */
export function workOfPost(procedures: Procedures, state: CaseState, holder: Holder, others: readonly Holder[]) {
  const alone = tokensAlone(holder, others)
  return openRuns(state).flatMap((run) => {
    const waiting = run.proposals.filter((proposal) => proposal.movedTo === undefined)
    const byRole = runTokens(procedures, state, run).filter((token) => alone.includes(token))
    if (byRole.length === 0) return []
    const mine = waiting.filter((proposal) => byRole.includes(tokenOf(state, proposal)))
    return mine.length > 0
      ? mine.map((proposal) => `审批“${titleOf(procedures, run, proposal)}”`)
      : [getProcedure(procedures, run.procedure, run.version).title]
  })
}

function tokenOf(state: CaseState, proposal: Proposal): string {
  const role = nextRole(proposal)
  return role === 'unit-head' ? `unit-head:${state.unit}` : `role:${role}`
}

/** Hearings that still run and whose host is this person: the hearing names another host itself. */
export function hearingsOf(procedures: Procedures, state: CaseState, person: string): readonly string[] {
  const hosted = openRuns(state).filter(({ facts: { case: facts } }) => {
    return Array.isArray(facts.host) && (facts.host as readonly string[]).includes(person)
  })
  return hosted.map((run) => `主持${getProcedure(procedures, run.procedure, run.version).title}`)
}

/** What this person was asked to countersign and has not: nobody else can say it for them. */
export function countersigningOf(procedures: Procedures, state: CaseState, person: string): readonly string[] {
  const asked = proposalsOf(state).filter(({ proposal }) => outstandingOf(proposal).some(({ of }) => of === person))
  return asked.map(({ run, proposal }) => `会签“${titleOf(procedures, run, proposal)}”`)
}

function proposalsOf(state: CaseState): readonly { readonly run: Run; readonly proposal: Proposal }[] {
  return openRuns(state).flatMap((run) => run.proposals.map((proposal) => ({ run, proposal })))
}

function titleOf(procedures: Procedures, run: Run, { action }: Proposal): string {
  return actionTitleOf(getProcedure(procedures, run.procedure, run.version), action)
}
