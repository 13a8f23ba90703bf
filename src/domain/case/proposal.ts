import { resultOf } from './concerned.ts'
import type { Run } from './state.ts'

export const PENALTY_PROPOSAL = '给予行政处罚'

/** What is proposed for this party: its own proposal where it differs from that for the case. */
export function proposalOf(run: Pick<Run, 'facts'>, party: string): string {
  const own = run.facts.party[party]?.['own-proposal']
  const value = typeof own === 'string' && own !== '' ? own : run.facts.case.proposal
  return typeof value === 'string' ? value : ''
}

/** Nothing has been decided for this party yet. */
export function isUndecided(run: Run, party: string): boolean {
  return resultOf(run, party) === undefined
}

/** A penalty is meant for this party, or has been imposed on it. */
export function facesPenalty(run: Run, party: string): boolean {
  const result = resultOf(run, party)
  return result === undefined ? proposalOf(run, party) === PENALTY_PROPOSAL : isPenalised(run, party)
}

export function isPenalised(run: Run, party: string): boolean {
  return resultOf(run, party) === 'penalty'
}
