import { z } from 'zod'
import {
  LicenceDetail,
  LicencesAnswer,
  LicencesQuery,
  LicenceTimesAnswer,
  LicenceTimesQuery,
} from '#contract/licences.ts'
import { CASE_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readLicences } from './licences-queries.ts'
import { readLicence } from './read-licence.ts'
import { readTimes } from './times-queries.ts'

const ById = z.strictObject({ id: z.uuid() })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/licences',
    kind: 'json',
    summary: '本机关的许可登记簿：有效、即将届满、视为延续、期满、撤回、撤销、注销',
    permission: CASE_READERS,
    audit: 'licences-list',
    input: { query: LicencesQuery },
    output: LicencesAnswer,
    handle: (ctx, { query }) => readLicences(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/licences/times',
    kind: 'json',
    summary: '按许可事项比较承诺、法定和实际的办理时间（工作日）',
    permission: CASE_READERS,
    audit: 'licence-times',
    input: { query: LicenceTimesQuery },
    output: LicenceTimesAnswer,
    handle: (ctx, { query }) => readTimes(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/licences/:id',
    kind: 'json',
    summary: '一件许可：登记事项、历次案件、移交监管、承诺和实际的时间',
    permission: CASE_READERS,
    audit: 'licence-read',
    input: { params: ById },
    output: LicenceDetail,
    handle: (ctx, { params }) => readLicence(ctx, params.id),
  }),
]
