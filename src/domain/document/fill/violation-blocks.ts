import { resultOf } from '../../case/concerned.ts'
import { isPenalised, PENALTY_PROPOSAL, proposalOf } from '../../case/proposal.ts'
import type { FactValue, Party, Violation } from '../../case/state.ts'
import type { ViolationBlock } from '../merge-data.ts'
import { amountInDocument, decisionItems } from '../print-data.ts'
import { asText, type Filling, holdsIn, textIn } from './filling.ts'
import { sentence, withoutStop } from './wording.ts'

/** Amounts as they were notified, or as they are decided: a decision may only go below the notice. */
export type Amounts = 'notified' | 'decided'

/** The violations a document speaks of: all, or for a letter only those of its addressee. */
export function violationsOf({ state, party }: Pick<Filling, 'state' | 'party'>): readonly Violation[] {
  return party ? state.violations.filter((item) => item.party === party.id) : state.violations
}

/** Violations with what is to be imposed for each; the facts stand in the section of facts, since they are found for the case. */
export function violationBlocks(filling: Filling, amounts: Amounts): readonly ViolationBlock[] {
  const correction = correctionOf(filling)
  return violationsOf(filling).map((violation, index) => ({
    ...violationBlock(filling, violation, amounts),
    // Ordered once for the case (行政处罚法第二十八条第一款).
    ...(index === 0 && correction !== '' && { correction }),
  }))
}

function violationBlock(filling: Filling, violation: Violation, amounts: Amounts): ViolationBlock {
  const { cause, basisViolated, basisPenalty } = violation
  const fineFen = amountOf(filling, violation, 'fine', amounts)
  const reason = reasonOf(filling, violation)
  return {
    cause,
    facts: '',
    breached: [basisViolated].filter(Boolean),
    bases: [basisPenalty].filter(Boolean),
    ...(reason && { reason }),
    ...(fineFen > 0 && { fineFen }),
    otherPenalties: otherPenalties(filling, violation, amounts),
  }
}

function factOf({ root }: Filling, violation: Violation, name: string): FactValue | undefined {
  return root.facts.violation[violation.id]?.[name]
}

/** An amount against one violation in fen; 0 where none is named. */
export function amountOf(filling: Filling, violation: Violation, name: 'fine' | 'gains', amounts: Amounts): number {
  const decided = amounts === 'decided' ? factOf(filling, violation, `final-${name}`) : undefined
  const value = decided ?? factOf(filling, violation, name)
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}

function otherPenalties(filling: Filling, violation: Violation, amounts: Amounts): readonly string[] {
  const gains = amountOf(filling, violation, 'gains', amounts)
  const goods = withoutStop(asText(factOf(filling, violation, 'goods')))
  const other = withoutStop(asText(factOf(filling, violation, 'other-sanction')))
  return [
    ...(factOf(filling, violation, 'warning') === true ? ['给予警告'] : []),
    ...(factOf(filling, violation, 'criticism') === true ? ['给予通报批评'] : []),
    ...(gains > 0 ? [`没收违法所得${amountInDocument(gains)}`] : []),
    ...(goods ? [`没收${goods}`] : []),
    ...(other ? [other] : []),
  ]
}

function reasonOf(filling: Filling, violation: Violation): string {
  const text = (name: string) => asText(factOf(filling, violation, name))
  const mitigation = text('mitigation')
  const situation = mitigation === '' || mitigation === '无' ? '' : `当事人具有${mitigation}的情形`
  return [text('tier'), situation, text('mitigation-reason')].map(sentence).join('')
}

function correctionOf({ root }: Filling): string {
  return holdsIn(root, 'correction-done') ? '' : withoutStop(textIn(root, 'correction'))
}

/** The sentences of what is imposed in the whole case; with several parties each is named. */
export function itemsOfCase(filling: Filling, amounts: Amounts): readonly string[] {
  const { parties } = filling.state
  const items = (party: Party) =>
    isPenaltyInMind(filling, party) ? decisionItems(violationBlocks({ ...filling, party }, amounts)) : []
  const named = (party: Party) => items(party).map((item) => `对${party.name}：${item}`)
  return parties.flatMap(parties.length < 2 ? items : named)
}

/** Amounts of an older notice stay known when the proposal is changed to no penalty; they are then imposed no more. */
export function isPenaltyInMind({ root }: Filling, { id }: Pick<Party, 'id'>): boolean {
  const result = resultOf(root, id)
  const proposal = proposalOf(root, id)
  return result === undefined ? proposal === '' || proposal === PENALTY_PROPOSAL : isPenalised(root, id)
}
