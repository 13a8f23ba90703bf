import { z } from 'zod'
import { PostDutiesInput, PostsAnswer } from '#contract/post-duties.ts'
import { PostLetterInput, PostLettersAnswer } from '#contract/post-letters.ts'
import { AGENCY_KEEPERS, AGENCY_READERS, ROLES } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { listLetters } from './letters-queries.ts'
import { listPosts } from './posts-queries.ts'
import { recordLetter } from './record-letter.ts'
import { setDuties } from './set-duties.ts'

const ByRole = z.strictObject({ role: z.enum(ROLES, '没有这种岗位') })

export const postRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/posts',
    kind: 'json',
    summary: '本机关的岗位：职责和今天在岗的人',
    permission: AGENCY_READERS,
    audit: 'none:岗位职责是公示的',
    input: {},
    output: PostsAnswer,
    handle: (ctx) => listPosts(ctx),
  }),
  route({
    method: 'PUT',
    path: '/api/posts/:role/duties',
    kind: 'json',
    summary: '登记一种岗位的职责，自哪天起；以前的各版都在',
    permission: AGENCY_KEEPERS,
    audit: 'post-duties',
    ifMatch: 'required',
    input: { params: ByRole, body: PostDutiesInput },
    output: PostsAnswer,
    handle: (ctx, { params, body }) => setDuties(ctx, params.role, body),
  }),
  route({
    method: 'GET',
    path: '/api/post-letters',
    kind: 'json',
    summary: '责任书、承诺书的签订，和今天还没有签的人',
    permission: AGENCY_KEEPERS,
    audit: 'post-letters-list',
    input: {},
    output: PostLettersAnswer,
    handle: (ctx) => listLetters(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/post-letters',
    kind: 'json',
    summary: '登记一份签好的责任书、承诺书；职责照签订那天的',
    permission: AGENCY_KEEPERS,
    audit: 'post-letter',
    status: 201,
    input: { body: PostLetterInput },
    output: PostLettersAnswer,
    handle: (ctx, { body }) => recordLetter(ctx, body),
  }),
]
