import type { Action, Basis } from '../procedure/definition.ts'
import { contestedIn, contestedRun, INACTION } from './contested-act.ts'
import type { Refusal } from './refusal.ts'
import { type Pause, pausesOfAnybody } from './remedies.ts'
import { type CaseState, type Run, rootRun } from './state.ts'
import type { CaseView } from './view.ts'

const BASES: Readonly<Record<'review' | 'court', { readonly basis: Basis; readonly asked: string }>> = {
  review: { basis: '《行政复议法》第四十六条', asked: '行政复议机构同意' },
  court: { basis: '《行政诉讼法》第三十五条、第三十六条', asked: '人民法院准许' },
}

/**
 * While an act is before the reviewing body or the court, the agency collects no evidence for it: none in the case where the decision is
 * contested, and none in the procedure inside it that made out the contested paper. What the case goes on with is another act.
 */
export function refuseContested({ env, state, run }: CaseView, action: Action): readonly Refusal[] {
  if (action.adds !== 'evidence') return []
  const pending = pausesOfAnybody({ env, state }).find(
    (pause) => pause.untilOn === undefined && isAboutWhatRuns(env.disputes ?? [], state, run, pause),
  )
  if (!pending) return []
  const { basis, asked } = BASES[pending.kind.includes('复议') ? 'review' : 'court']
  const where = pending.caseId === undefined ? '' : '在那件案件里'
  const sentence = `${pending.kind}（${pending.fromOn} 起）还没有结束，期间不得自行收集证据；对方提出了新的理由或者证据的，经${asked}，${where}补充`
  return [{ gate: 'evidence-locked', basis, sentence }]
}

function isAboutWhatRuns(disputes: readonly CaseState[], state: CaseState, run: Run, { caseId }: Pause): boolean {
  const dispute = disputes.find(({ id }) => id === caseId)
  if (!dispute) return true
  const about = rootRun(dispute)
  if (contestedIn(about).includes(INACTION)) return false
  return isWithin(state, run, contestedRun(state, about))
}

function isWithin(state: CaseState, run: Run, outer: Run): boolean {
  if (run.id === outer.id) return true
  const parent = state.runs.find(({ id }) => id === run.parent)
  return parent !== undefined && isWithin(state, parent, outer)
}
