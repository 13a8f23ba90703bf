import { type Filler, type Filling, textIn } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'
import { isPenaltyInMind, itemsOfCase } from './violation-blocks.ts'
import { paragraphsOf, sentence } from './wording.ts'

/**
 * 行政处罚决定审批表: what was found, on what it rests, what is to be decided, and who agreed. Of the case it says nothing else: who
 * reported it stands on no paper that goes with the decision.
 */
export const fillDecisionApproval: Filler = (filling) => ({
  rows: [
    { label: '违法事实', text: paragraphsOf(textIn(filling.root, 'facts-found')).join('\n') },
    { label: '处罚依据', text: bases(filling).join('、') },
    { label: '拟处罚内容', text: itemsOfCase(filling, 'decided').map(sentence).join('\n') },
  ].filter(({ text }) => text !== ''),
  approvals: approvalsOf(filling),
})

/** Of the acts for which somebody is penalised. */
function bases(filling: Filling): readonly string[] {
  const acts = filling.state.violations.filter(({ party: id }) => isPenaltyInMind(filling, { id }))
  return [...new Set(acts.map(({ basisPenalty }) => basisPenalty).filter(Boolean))]
}
