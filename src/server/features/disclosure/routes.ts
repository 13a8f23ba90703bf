import { z } from 'zod'
import {
  ConfirmInput,
  DisclosureDetail,
  DisclosureRow,
  DisclosuresAnswer,
  DisclosuresQuery,
  PrepareInput,
  WithdrawalTermAnswer,
  WithdrawalTermQuery,
  WithdrawInput,
  WithholdInput,
} from '#contract/disclosures.ts'
import { anyRole, CASE_READERS, HANDLERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { releaseDisclosure, withholdDisclosure } from './change-disclosure.ts'
import { confirmDisclosure } from './confirm-disclosure.ts'
import { disclosureDetail } from './disclosure-detail.ts'
import { listDisclosures } from './disclosures-queries.ts'
import { prepareDisclosure } from './prepare-disclosure.ts'
import { withdrawalTermOf, withdrawDisclosure } from './withdraw-disclosure.ts'

const ById = z.strictObject({ id: z.uuid() })
const DECIDES = anyRole('unit-head', 'agency-head')
const PREPARES = HANDLERS
const READS = anyRole('handler', 'unit-head', 'agency-head')

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
  route({
    method: 'GET',
    path: '/api/disclosures/:id',
    kind: 'json',
    summary: '一项公示：公众将看到什么，每一处脱敏和原文',
    permission: READS,
    audit: 'disclosure-read',
    input: { params: ById },
    output: DisclosureDetail,
    handle: (ctx, { params }) => disclosureDetail(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/disclosures/:id/withdrawal-term',
    kind: 'json',
    summary: '应当在何日以前撤回',
    permission: DECIDES,
    audit: 'none:a day counted from a day, nothing of the case',
    input: { params: ById, query: WithdrawalTermQuery },
    output: WithdrawalTermAnswer,
    handle: (ctx, { params, query }) => withdrawalTermOf(ctx, params.id, query.sinceOn),
  }),
  route({
    method: 'POST',
    path: '/api/disclosures/:id/prepare',
    kind: 'json',
    summary: '准备公示稿；已经公示的，准备更正',
    permission: PREPARES,
    audit: 'disclosure-prepare',
    ifMatch: 'required',
    input: { params: ById, body: PrepareInput },
    output: DisclosureRow,
    handle: (ctx, { params, body }) => prepareDisclosure(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/disclosures/:id/confirm',
    kind: 'json',
    summary: '预览后确认，连同保密审查',
    permission: DECIDES,
    audit: 'disclosure-confirm',
    ifMatch: 'required',
    input: { params: ById, body: ConfirmInput },
    output: DisclosureRow,
    handle: (ctx, { params, body }) => confirmDisclosure(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/disclosures/:id/withdraw',
    kind: 'json',
    summary: '撤回公示，公开理由',
    permission: DECIDES,
    audit: 'disclosure-withdraw',
    ifMatch: 'required',
    input: { params: ById, body: WithdrawInput },
    output: DisclosureRow,
    handle: (ctx, { params, body }) => withdrawDisclosure(ctx, params.id, body),
  }),
]
