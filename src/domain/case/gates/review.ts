import { parameterValueOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { isOfPenalty, MAJOR_REVIEW, PENALTY_REVIEW } from '../reviewed-act.ts'
import { MAIN_RUN, type Run } from '../state.ts'
import { type CaseView, childOf, childrenOf, draftDigest, holds, rootFactOf, textOf } from '../view.ts'

/** Why this decision needs 法制审核: the grounds of 处罚法第五十八条 and of the agency's own list. */
export function reviewGrounds(view: CaseView): readonly string[] {
  const { parameters, today } = view.env
  const grounds: string[] = []
  if (holds(view, 'public-interest')) grounds.push('涉及重大公共利益')
  if (childrenOf(view, 'hearing').some((run) => run.outcome === 'held'))
    grounds.push('直接关系当事人或者第三人重大权益，经过听证程序')
  if (holds(view, 'is-complex')) grounds.push('案件情况疑难复杂，涉及多个法律关系')
  if (holds(view, 'other-review-ground')) grounds.push('法律、法规规定应当进行法制审核的其他情形')
  if (parameterValueOf(parameters, 'review.every-ordinary-penalty', today)) grounds.push('本地规定普通程序处罚全部审核')
  return grounds
}

/** The pass binds the draft that was reviewed, and lapses when the draft changes or a hearing is held afterwards. */
export const reviewPassed: Gate = {
  id: 'review-passed',
  basis: '《行政处罚法》第五十八条',
  refuse: (view) => {
    const review = childOf(view, 'legal-review')
    if (reviewGrounds(view).length === 0 && !review) return undefined
    return refuseReview(view, review)
  },
}

/** For procedures in which every decision is reviewed. */
export const reviewAlwaysPassed: Gate = {
  id: 'review-passed',
  basis: '《行政处罚法》第五十八条',
  refuse: (view) => refuseReview(view, childOf(view, 'legal-review')),
}

/** What changes a decision that had to be reviewed is reviewed as that was; what a court or a reviewing body has decided is not. */
export const revisionReviewed: Gate = {
  id: 'revision-reviewed',
  basis: '《行政处罚法》第五十八条',
  refuse: (view) => {
    const review = childOf(view, 'legal-review')
    const wasReviewed = view.env.origin?.runs.some(isReviewOfCase) === true
    return wasReviewed || review ? refuseReview(view, review) : undefined
  },
}

/** Of the decision itself, and not of an execution inside the case. */
const isReviewOfCase = ({ procedure, parent }: Run): boolean => procedure === 'legal-review' && parent === MAIN_RUN

/** Why the decision waits for its review. */
export function refuseReview(
  view: CaseView,
  review: Run | undefined,
  grounds: readonly string[] = reviewGrounds(view),
): string | undefined {
  if (!review) return `还没有提交法制审核（${grounds.join('；') || '本类决定须经审核'}）`
  if (!review.endedOn) return '法制审核还没有结束'
  if (review.outcome !== 'pass') return '还没有通过法制审核，不得作出决定'
  if (review.draft !== draftDigest(view)) return '拟稿在审核通过后改动过，先前的通过失效，须重新送审'
  return hasHearingSince(view, review) ? '审核通过后又举行了听证，先前的通过失效，须重新送审' : undefined
}

/** Whether a hearing ended after this run did: what was agreed before it no longer stands. */
export function hasHearingSince(view: CaseView, run: Run): boolean {
  const hearings = ['hearing', 'licence-hearing'].flatMap((procedure) => childrenOf(view, procedure))
  return hearings.some((hearing) => (hearing.endedSeq ?? 0) > (run.endedSeq ?? 0))
}

/** While it lies with the reviewer the draft does not change; who wants it back takes it back. */
export function noReviewOpenBy(basis: Basis): Gate {
  const isOpen = (view: CaseView) => childrenOf(view, 'legal-review').some((run) => !run.endedOn)
  return {
    id: 'no-review-open',
    basis,
    refuse: (view) => (isOpen(view) ? '法制审核正在进行；要改动或者不再继续的，先撤回送审' : undefined),
  }
}

export const noReviewOpen = noReviewOpenBy(PENALTY_REVIEW)

const isLawyer = ({ actor }: CaseView): boolean =>
  actor.hasLawLicence || actor.certificates.some((item) => item.kind === 'review')

/** Somebody who begins to review penalties has passed the national law examination (处罚法第五十八条第二款). */
export const reviewerLicensed: Gate = {
  id: 'reviewer-licensed',
  basis: '《行政处罚法》第五十八条第二款',
  refuse: (view) =>
    isLawyer(view) || !isOfPenalty(view.state, view.run)
      ? undefined
      : '初次从事行政处罚决定法制审核的人员，应当取得国家统一法律职业资格',
}

/** No article asks the same of who reviews other decisions; the house does. */
export const reviewerQualified: Gate = {
  id: 'reviewer-qualified',
  basis: '内部管理：各类重大执法决定的法制审核人员，资格与行政处罚的相同',
  refuse: (view) =>
    isLawyer(view) || isOfPenalty(view.state, view.run)
      ? undefined
      : '法制审核人员应当取得国家统一法律职业资格，或者持有审核证件',
}

const POINTS = ['subject', 'procedure', 'facts', 'law', 'power', 'documents', 'crime'] as const

/** Each of the seven points is answered with a reason before there is a verdict. */
export const sevenPointsAnswered: Gate = {
  id: 'seven-points',
  basis: MAJOR_REVIEW,
  judgesInput: true,
  refuse: (view) => {
    const open = POINTS.filter((point) => textOf(view, `${point}-reason`).trim().length < 2)
    if (open.length === 0) return undefined
    const titles = open.map((point) => view.procedure.facts[`${point}-verdict`]?.title ?? point)
    return `请逐项写明理由：还有${titles.join('、')}`
  },
}

/** A pass with a point found wanting would contradict itself. */
export const pointsAgree: Gate = {
  id: 'points-agree',
  basis: MAJOR_REVIEW,
  judgesInput: true,
  refuse: (view) => {
    const wrong = POINTS.filter((point) => textOf(view, `${point}-verdict`) === '有问题')
    if (wrong.length === 0) return undefined
    const titles = wrong.map((point) => view.procedure.facts[`${point}-verdict`]?.title ?? point)
    return `${titles.join('、')}有问题，不能同意；请选“提出问题，退承办机构”`
  },
}

export function isComplicatedOrMajor(view: CaseView): boolean {
  const { parameters, today } = view.env
  const isMajor = rootFactOf(view, 'is-major') === true || rootFactOf(view, 'is-complicated') === true
  return (
    isMajor || (parameterValueOf(parameters, 'panel.every-major-decision', today) && reviewGrounds(view).length > 0)
  )
}
