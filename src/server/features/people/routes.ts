import { AgenciesAnswer, PeopleAnswer, PeopleQuery, UnitsAnswer } from '#contract/people.ts'
import { type Route, route } from '#server/http/route.ts'
import { listAgencies, listPeople, listUnits } from './people-queries.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/people',
    kind: 'json',
    summary: '本机关人员及其今日资格（选承办人、主持人用）',
    permission: 'signed-in',
    audit: 'none:names and certificates of colleagues are published anyway',
    input: { query: PeopleQuery },
    output: PeopleAnswer,
    handle: async (ctx, { query }) => ({ people: await listPeople(ctx, query) }),
  }),
  route({
    method: 'GET',
    path: '/api/agencies',
    kind: 'json',
    summary: '行政执法主体',
    permission: 'signed-in',
    audit: 'none:public register of agencies',
    input: {},
    output: AgenciesAnswer,
    handle: (ctx) => listAgencies(ctx),
  }),
  route({
    method: 'GET',
    path: '/api/units',
    kind: 'json',
    summary: '本机关内设机构',
    permission: 'signed-in',
    audit: 'none:units of the own agency',
    input: {},
    output: UnitsAnswer,
    handle: (ctx) => listUnits(ctx),
  }),
]
