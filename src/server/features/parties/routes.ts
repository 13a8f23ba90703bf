import { z } from 'zod'
import {
  DecideMergeInput,
  PartiesAnswer,
  Party,
  PartyFile,
  PartyInput,
  PartyLinesAnswer,
  PartyLinesQuery,
  PartyMerged,
  PartySearch,
  ProposeMergeInput,
} from '#contract/parties.ts'
import { INTAKE, MERGE_CONFIRMERS, PARTY_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { decideMerge } from './decide-merge.ts'
import { editParty } from './edit-party.ts'
import { readPartyFile, searchParties } from './parties-queries.ts'
import { readPartyLines } from './party-lines.ts'
import { proposeMerge } from './propose-merge.ts'
import { registerParty } from './register-party.ts'

const ById = z.strictObject({ id: z.uuid() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/parties',
    kind: 'json',
    summary: '按名称、代码、证件号码、电话或者文书、许可的文号查找当事人',
    permission: PARTY_READERS,
    audit: 'party-search',
    input: { query: PartySearch },
    output: PartiesAnswer,
    handle: (ctx, { query }) => searchParties(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/parties',
    kind: 'json',
    summary: '登记当事人',
    permission: INTAKE,
    audit: 'party-register',
    status: 201,
    input: { body: PartyInput },
    output: Party,
    handle: (ctx, { body }) => registerParty(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/parties/:id',
    kind: 'json',
    summary: '当事人及其案件（一户式）',
    permission: PARTY_READERS,
    audit: 'party-read',
    input: { params: ById },
    output: PartyFile,
    handle: (ctx, { params }) => readPartyFile(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/parties/:id/lines',
    kind: 'json',
    summary: '一户式：当事人的案件、文书、音像、物品、许可、公示',
    permission: PARTY_READERS,
    audit: 'party-file',
    input: { params: ById, query: PartyLinesQuery },
    output: PartyLinesAnswer,
    handle: (ctx, { params, query }) => readPartyLines(ctx, params.id, query),
  }),
  route({
    method: 'PUT',
    path: '/api/parties/:id',
    kind: 'json',
    summary: '修改当事人',
    permission: INTAKE,
    audit: 'party-edit',
    ifMatch: 'required',
    input: { params: ById, body: PartyInput },
    output: Party,
    handle: (ctx, { params, body }) => editParty(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/parties/:id/merges',
    kind: 'json',
    summary: '提出把重复登记的当事人并入另一个，写明理由，由另一人确认',
    permission: INTAKE,
    audit: 'party-merge-propose',
    status: 201,
    input: { params: ById, body: ProposeMergeInput },
    output: PartyMerged,
    handle: (ctx, { params, body }) => proposeMerge(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/party-merges/:id/steps',
    kind: 'json',
    summary: '确认、不同意或者撤销合并',
    permission: MERGE_CONFIRMERS,
    audit: 'party-merge',
    input: { params: ById, body: DecideMergeInput },
    output: PartyMerged,
    handle: (ctx, { params, body }) => decideMerge(ctx, params.id, body),
  }),
]
