import type { Offer } from '#domain/case/offers.ts'
import { type CaseState, findRun } from '#domain/case/state.ts'
import { runTitle } from './run-title.ts'

/** Of which procedure inside the case a step is, and whom it is about where that is not everybody. */
export function offerNote(state: CaseState, { run, parties }: Pick<Offer, 'run' | 'parties'>): string {
  const isForAll = parties.length === 0 || parties.length === state.parties.length
  const isNamed = findRun(state, run)?.party !== undefined
  const names = state.parties.filter(({ id }) => parties.includes(id)).map(({ name }) => name)
  return [runTitle(state, run), isForAll || isNamed ? '' : names.join('、')].filter(Boolean).join(' · ')
}
