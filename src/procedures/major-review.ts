import { reviewerLeftOut } from '#domain/case/gates/handlers.ts'
import { MAJOR_GROUNDS, noMajorReviewOpen } from '#domain/case/gates/major-review.ts'
import { MAJOR_REVIEW } from '#domain/case/reviewed-act.ts'
import type { Fact, Gate } from '#domain/procedure/definition.ts'

/** 重大执法决定 of every kind but penalties and new licences, which have their own words for it. */
export const REVIEW_FACTS = {
  'review-ground': {
    title: '重大执法决定的情形',
    kind: 'choice',
    per: 'case',
    disclosure: 'officials',
    choices: MAJOR_GROUNDS,
    help: '有一种就要经过法制审核才能决定；列入本机关目录的和经过听证的，选“没有”也要审核',
  },
} as const satisfies Record<string, Fact>

/** A measure is seldom weighty, and what is done in the street asks for nothing that is not needed. */
export const MEASURE_REVIEW_FACTS = {
  'review-ground': {
    ...REVIEW_FACTS['review-ground'],
    optional: true,
    help: '有一种就要经过法制审核才能报请批准，没有的不用选；列入本机关目录的都要审核',
  },
} as const satisfies Record<string, Fact>

/** Hands in what is about to be decided: the facts that are asked here are what the review binds. */
export function submitReview<const Asks extends readonly string[]>(asks: Asks, gates: readonly Gate[] = []) {
  return {
    title: '提交法制审核',
    by: 'handler',
    asks: [...asks, 'review-ground'],
    gates: [...gates, noMajorReviewOpen],
    issues: ['review-submission'],
    opens: 'legal-review',
    basis: MAJOR_REVIEW,
  } as const
}

/** Nothing goes on past a reviewer who is at work. */
export const NOT_UNDER_REVIEW = { gates: [noMajorReviewOpen] } as const

/** Who has reviewed the decision does not come to handle it. */
export const REVIEWER_APART = reviewerLeftOut(MAJOR_REVIEW)
