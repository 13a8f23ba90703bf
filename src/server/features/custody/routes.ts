import { z } from 'zod'
import { CustodyAnswer, CustodyQuery } from '#contract/custody.ts'
import { CASE_READERS, CUSTODY_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readCustody } from './custody-queries.ts'
import { drawThingCard } from './thing-card.ts'

const Id = z.uuid().toLowerCase()

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/custody',
    kind: 'json',
    summary: '在保管中的涉案物品：在哪里、期限、应当怎样处理',
    permission: CUSTODY_READERS,
    audit: 'custody-list',
    input: { query: CustodyQuery },
    output: CustodyAnswer,
    handle: (ctx, { query }) => readCustody(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/things/:thing/card',
    kind: 'stream',
    summary: '涉案物品的标签，供打印后贴在物品上',
    permission: CASE_READERS,
    audit: 'thing-card',
    input: { params: z.strictObject({ id: Id, thing: Id }) },
    handle: (ctx, { params }) => drawThingCard(ctx, params.id, params.thing),
  }),
]
