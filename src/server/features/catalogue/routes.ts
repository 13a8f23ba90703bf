import { z } from 'zod'
import { ViolationDetail, ViolationSearch, ViolationsAnswer } from '#contract/catalogue.ts'
import { CASE_READERS } from '#domain/access/permissions.ts'
import { notFound } from '#server/http/errors.ts'
import { type Route, route } from '#server/http/route.ts'
import { getViolation, searchViolations } from './catalogue-queries.ts'
import { leniencyOf } from './leniency-queries.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/violations',
    kind: 'json',
    summary: '按文字查找违法情形（案由）',
    permission: CASE_READERS,
    audit: 'none: 违法情形目录是公开的法律信息',
    input: { query: ViolationSearch },
    output: ViolationsAnswer,
    handle: (ctx, { query }) => searchViolations(ctx.db, query),
  }),
  route({
    method: 'GET',
    path: '/api/violations/:id',
    kind: 'json',
    summary: '违法情形及其处罚幅度、裁量档次',
    permission: CASE_READERS,
    audit: 'none: 违法情形目录是公开的法律信息',
    input: { params: z.strictObject({ id: z.uuid() }) },
    output: ViolationDetail,
    handle: async (ctx, { params }) => {
      const on = ctx.clock.today()
      const [found, lists] = await Promise.all([
        getViolation(ctx.db, params.id, on),
        leniencyOf(ctx.db, [params.id], { agencyId: ctx.actor.agencyId, on }),
      ])
      return found ? { ...found, leniency: [...(lists.get(params.id) ?? [])] } : notFound('违法情形')
    },
  }),
]
