import type { Basis } from '../procedure/definition.ts'
import { type CaseState, findRun, type Run } from './state.ts'

/** 四、全面推行重大执法决定法制审核制度: which decisions of any kind are reviewed, in what and by whom. */
export const MAJOR_REVIEW: Basis =
  '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）第四部分'
export const PENALTY_REVIEW: Basis = '《行政处罚法》第五十八条'

const PENALTIES: ReadonlySet<string> = new Set(['penalty-ordinary', 'penalty-revision'])

/** The run whose decision a review is about; of any other run, itself. */
export function reviewedAct(state: CaseState, run: Run): Run {
  const act = run.procedure === 'legal-review' && run.parent !== undefined ? findRun(state, run.parent) : undefined
  return act ?? run
}

/** Whether a penalty is reviewed, of which 处罚法第五十八条 speaks alone. */
export function isOfPenalty(state: CaseState, run: Run): boolean {
  return PENALTIES.has(reviewedAct(state, run).procedure)
}

/** On what a review rests. */
export function reviewBasisOf(state: CaseState, run: Run): Basis {
  return isOfPenalty(state, run) ? PENALTY_REVIEW : MAJOR_REVIEW
}
