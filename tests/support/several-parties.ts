import type { Party, Violation } from '#domain/case/state.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { COMPANY, done, type LawOffice, VIOLATION } from './law-office.ts'
import * as steps from './penalty-steps.ts'

/** One is to be penalised, one spared for a first offence, and against one nothing is established. */
export const PENALISED = COMPANY.id
export const SPARED = 'party-2'
export const CLEARED = 'party-3'
const named = (id: string, name: string): Party => ({ ...COMPANY, id, name })
export const THREE: Party[] = [COMPANY, named(SPARED, '青石老街调味品店'), named(CLEARED, '青石河畔杂货铺')]
const act = (id: string, party: string): Violation => ({ ...VIOLATION, id, party })
export const ACTS: Violation[] = [VIOLATION, act('violation-2', SPARED), act('violation-3', CLEARED)]

export const OWN_PROPOSALS = {
  [SPARED]: { 'own-proposal': PROPOSALS.first, 'own-proposal-reason': '初次违法，数量很少，当场改正。' },
  [CLEARED]: { 'own-proposal': PROPOSALS.notEstablished, 'own-proposal-reason': '货架上的不是其经营的商品。' },
}

/** Investigated, with a proposal of its own for each of the three. */
export function investigateThree(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  steps.fileCase(office, { parties: THREE, violations: ACTS })
  done(office.take('lin', 'inquire', steps.inquiry(office)))
  done(office.take('lin', 'add-evidence', {}, [steps.EVIDENCE]))
  done(office.take('lin', 'report', { case: { ...steps.REPORT, ...more }, party: OWN_PROPOSALS }))
  done(office.agree('zheng'))
  return office
}

/** Noticed and heard, the draft written: the three decisions are next. */
export function reachThree(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  investigateThree(office, more)
  steps.notify(office)
  done(office.take('lin', 'hear-party', { party: { [PENALISED]: steps.WAIVER } }))
  done(office.take('lin', 'reconsider', { party: { [PENALISED]: { heard: '当事人明确放弃陈述、申辩。' } } }))
  done(office.agree('zheng'))
  steps.draft(office)
  if (more['public-interest'] === true) steps.review(office)
  done(office.take('lin', 'go-to-decision'))
  return office
}

export function spare(office: LawOffice, action: 'spare-first' | 'spare-not-established'): void {
  done(office.take('lin', action))
  office.agreeAll('zheng', 'wu')
}

export function penalise(office: LawOffice): void {
  done(office.take('lin', 'decide'))
  done(office.agree('wu'))
}
