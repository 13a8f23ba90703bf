import { z } from 'zod'
import { PostDutiesInput, PostsAnswer } from '#contract/post-duties.ts'
import { AGENCY_KEEPERS, AGENCY_READERS, ROLES } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { listPosts } from './posts-queries.ts'
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
]
