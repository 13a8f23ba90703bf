import { z } from 'zod'
import { ReviewsAnswer } from '#contract/worklists.ts'
import { REVIEWERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readReviews } from './reviews-queries.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/reviews',
    kind: 'json',
    summary: '等待法制审核的案件，先到期的在前',
    permission: REVIEWERS,
    audit: 'review-queue',
    input: { query: z.strictObject({}) },
    output: ReviewsAnswer,
    handle: (ctx) => readReviews(ctx),
  }),
]
