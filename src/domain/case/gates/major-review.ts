import { parameterValueOf } from '../../parameter/registry.ts'
import { MAJOR_LIST } from '../../parameter/review-parameters.ts'
import { findAction } from '../../procedure/actions-of.ts'
import type { Gate } from '../../procedure/definition.ts'
import { MAJOR_REVIEW } from '../reviewed-act.ts'
import { type CaseView, childOf, childrenOf, textOf } from '../view.ts'
import { noReviewOpenBy, refuseReview } from './review.ts'

const NONE = '没有下列情形'

/** What makes a decision weighty that no list names; the first says that nothing does. */
export const MAJOR_GROUNDS = [
  NONE,
  '涉及重大公共利益',
  '可能造成重大社会影响或者引发社会风险',
  '直接关系当事人或者第三人重大权益',
  '案情疑难复杂、涉及多个法律关系',
] as const

const GATES: ReadonlySet<string> = new Set(['major-reviewed', 'licence-reviewed'])

/** Why a decision that is no penalty needs 法制审核: the agency's own list, a hearing, or what is said of the case. */
export function majorGrounds(view: CaseView): readonly string[] {
  const heard = ['hearing', 'licence-hearing'].some((code) =>
    childrenOf(view, code).some(({ outcome }) => outcome === 'held'),
  )
  const said = textOf(view, 'review-ground')
  return [...listedGround(view), ...(heard ? ['经过听证程序'] : []), ...(said === '' || said === NONE ? [] : [said])]
}

/** What names the decision most closely counts: the decision itself, then the item, then its procedure. */
function listedGround(view: CaseView): readonly string[] {
  const list = parameterValueOf(view.env.parameters, 'review.major-decisions', view.env.today)
  const names = [...decisionsOf(view), textOf(view, 'item').trim(), view.procedure.title]
  const name = names.find((one) => Object.hasOwn(list, one))
  return name !== undefined && list[name] === MAJOR_LIST.always ? [`列入本机关重大执法决定目录（${name}）`] : []
}

/** The decision that is being taken; until then those that wait for a review where the case stands. */
function decisionsOf({ procedure, run, action }: CaseView): readonly string[] {
  const here = procedure.stages[run.stage]?.actions ?? {}
  const taken = findAction(procedure, run.stage, action)
  const waiting = Object.values(here).filter(({ gates = [] }) => gates.some(({ id }) => GATES.has(id)))
  return (taken && waiting.includes(taken) ? [taken] : waiting).map(({ title }) => title)
}

/** What is weighty, of whatever kind, is not decided before the review has passed; what was handed in is waited for. */
export const majorReviewed: Gate = {
  id: 'major-reviewed',
  basis: MAJOR_REVIEW,
  refuse: (view) => {
    const review = childOf(view, 'legal-review')
    const grounds = majorGrounds(view)
    return grounds.length > 0 || review ? refuseReview(view, review, grounds) : undefined
  },
}

/** A licence is reviewed where it is said to stand in the list, and on every ground on which other decisions are. */
export const licenceReviewed: Gate = {
  id: 'licence-reviewed',
  basis: '《优化营商环境条例》第五十八条',
  refuse: (view) => {
    const review = childOf(view, 'legal-review')
    const grounds = licenceGrounds(view)
    return grounds.length > 0 || review ? refuseReview(view, review, grounds) : undefined
  },
}

function licenceGrounds(view: CaseView): readonly string[] {
  const isListed = view.run.facts.case['needs-review'] === true
  return [...(isListed ? ['列入本机关重大执法决定目录'] : []), ...majorGrounds(view)]
}

/** Why this act is reviewed, as the paper says it that hands it in. */
export function groundsOfAct(view: CaseView): readonly string[] {
  return view.procedure.code === 'licence' ? licenceGrounds(view) : majorGrounds(view)
}

export const noMajorReviewOpen = noReviewOpenBy(MAJOR_REVIEW)
export const noLicenceReviewOpen = noReviewOpenBy('《优化营商环境条例》第五十八条')
