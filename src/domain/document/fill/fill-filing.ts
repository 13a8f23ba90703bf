import { section } from './course.ts'
import { rowsOf } from './fact-rows.ts'
import { type Filler, type Filling, issuingAction, textIn } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'
import { violationBlocks } from './violation-blocks.ts'
import { fullBasis, paragraphsOf, sentence } from './wording.ts'

const FILING_ROWS = ['place', 'act-ended-on', 'in-jurisdiction', 'endangers-life-or-finance']

/** 立案审批、不予立案审批. */
export const fillFiling: Filler = (filling) => ({
  violations: violationBlocks(filling, 'notified'),
  approvals: approvalsOf(filling),
  sections: [
    ...section('course', '线索内容', paragraphsOf(textIn(filling.root, 'clue'))),
    ...groundSection(filling, ['filing-reason', 'no-filing-reason']),
  ],
  rows: rowsOf(filling, FILING_ROWS),
})

/** 撤销立案审批. */
export const fillWithdrawal: Filler = (filling) => ({
  approvals: approvalsOf(filling),
  sections: groundSection(filling, ['withdrawal-reason']),
})

/** Why, in the words of the facts that say so, and the article the step rests on. */
export function groundSection(filling: Filling, names: readonly string[]) {
  const asked: readonly string[] = issuingAction(filling)?.action.asks ?? names
  const why = names
    .filter((name) => asked.includes(name))
    .flatMap((name) => paragraphsOf(textIn(filling.run, name)))
    .map(sentence)
  const basis = issuingAction(filling)?.action.basis
  return section('ground', '理由和依据', [...why, basis ? `依据：${fullBasis(basis)}。` : ''])
}
