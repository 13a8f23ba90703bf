import { z } from 'zod'
import { DisclosureRow, DisclosuresAnswer, DisclosuresQuery, WithholdInput } from '#contract/disclosures.ts'
import { anyRole, CASE_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { releaseDisclosure, withholdDisclosure } from './change-disclosure.ts'
import { listDisclosures } from './disclosures-queries.ts'

const ById = z.strictObject({ id: z.uuid() })
const DECIDES = anyRole('unit-head', 'agency-head')

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/disclosures',
    kind: 'json',
    summary: '本机关应公示的决定，按状态',
    permission: CASE_READERS,
    audit: 'disclosure-list',
    input: { query: DisclosuresQuery },
    output: DisclosuresAnswer,
    handle: (ctx, { query }) => listDisclosures(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/disclosures/:id/withhold',
    kind: 'json',
    summary: '定为不公示，写明理由',
    permission: DECIDES,
    audit: 'disclosure-withhold',
    ifMatch: 'required',
    input: { params: ById, body: WithholdInput },
    output: DisclosureRow,
    handle: (ctx, { params, body }) => withholdDisclosure(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/disclosures/:id/release',
    kind: 'json',
    summary: '恢复公示',
    permission: DECIDES,
    audit: 'disclosure-release',
    ifMatch: 'required',
    input: { params: ById },
    output: DisclosureRow,
    handle: (ctx, { params }) => releaseDisclosure(ctx, params.id),
  }),
]
