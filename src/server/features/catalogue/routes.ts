import { z } from 'zod'
import { ViolationDetail, ViolationSearch, ViolationsAnswer } from '#contract/catalogue.ts'
import { ItemDetail, ItemFileInput, ItemImport, ItemSearch, ItemsAnswer } from '#contract/items.ts'
import { AGENCY_READERS, anyRole, CASE_READERS, isPermitted } from '#domain/access/permissions.ts'
import { notFound } from '#server/http/errors.ts'
import { type Route, route } from '#server/http/route.ts'
import { getViolation, searchViolations } from './catalogue-queries.ts'
import { handInItems } from './hand-in-items.ts'
import { findItem, searchItems } from './item-queries.ts'
import { leniencyOf } from './leniency-queries.ts'

/** Who keeps the agency's 权责清单. */
const KEEPERS = anyRole('unit-head', 'agency-head', 'reviewer')

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
  route({
    method: 'GET',
    path: '/api/items',
    kind: 'json',
    summary: '本机关权责清单里今天适用的事项',
    permission: AGENCY_READERS,
    audit: 'none: 权责清单是公开的制度文件',
    input: { query: ItemSearch },
    output: ItemsAnswer,
    handle: async (ctx, { query }) => {
      const { agencyId, posts } = ctx.actor
      const found = await searchItems(ctx.db, { ...query, agencyId, on: ctx.clock.today() })
      const roles = posts.map(({ role }) => role)
      return { ...found, mayImport: isPermitted(KEEPERS, roles) }
    },
  }),
  route({
    method: 'GET',
    path: '/api/items/:id',
    kind: 'json',
    summary: '本机关的一个事项，和今天适用的是哪一版',
    permission: CASE_READERS,
    audit: 'none: 权责清单是公开的制度文件',
    input: { params: z.strictObject({ id: z.uuid() }) },
    output: ItemDetail,
    handle: async (ctx, { params }) => {
      const found = await findItem(ctx.db, params.id, { agencyId: ctx.actor.agencyId, today: ctx.clock.today() })
      if (!found) return notFound('事项')
      const { standing, ...item } = found
      return { item, standing }
    },
  }),
  route({
    method: 'POST',
    path: '/api/item-files',
    kind: 'json',
    summary: '导入本机关的权责清单（CSV），答复逐行的结果',
    permission: KEEPERS,
    audit: 'items-imported',
    status: 201,
    input: { body: ItemFileInput },
    output: ItemImport,
    handle: (ctx, { body }) => handInItems(ctx, body),
  }),
]
