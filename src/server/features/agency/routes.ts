import { AgencyAnswer, AgencyRecordInput } from '#contract/agency.ts'
import { AGENCY_KEEPERS, AGENCY_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { agencyOf } from './agency-queries.ts'
import { setRecord } from './set-record.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/agency',
    kind: 'json',
    summary: '本机关的登记事项、内设机构和今天在岗的人员',
    permission: AGENCY_READERS,
    audit: 'none:登记事项和人员的证件本来就是公开的',
    input: {},
    output: AgencyAnswer,
    handle: (ctx) => agencyOf(ctx.db, ctx.actor.agencyId, ctx.clock.today()),
  }),
  route({
    method: 'PUT',
    path: '/api/agency/record',
    kind: 'json',
    summary: '登记本机关的主要职责、法定代表人、经费来源、编制数、地址和电话，自哪天起',
    permission: AGENCY_KEEPERS,
    audit: 'agency-record',
    ifMatch: 'required',
    input: { body: AgencyRecordInput },
    output: AgencyAnswer,
    handle: (ctx, { body }) => setRecord(ctx, body),
  }),
]
