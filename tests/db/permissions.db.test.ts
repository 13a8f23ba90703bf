import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#domain/access/permissions.ts'
import { featureRoutes } from '#server/app.ts'
import type { Route } from '#server/http/route.ts'
import { systemRoutes } from '#server/http/system-routes.ts'
import { PERMISSIONS } from '../permissions.table.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'

const LOGINS: Readonly<Record<Role, string>> = {
  handler: 'lin',
  'unit-head': 'zheng',
  reviewer: 'wu',
  'agency-head': 'shen',
  panel: 'han',
  host: 'chen',
  clerk: 'chuang',
  archivist: 'wei',
  storekeeper: 'ku',
  supervisor: 'ge',
  liaison: 'gongan',
  'system-admin': 'fan',
  'security-admin': 'peng',
  'audit-admin': 'lang',
}
const routes = [...systemRoutes(featureRoutes, new Registry(), 'test'), ...featureRoutes]
const nameOf = (route: Route) => `${route.method} ${route.path}`
const NOBODY = '(nobody)'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  // The demo's principal is also a member of the panel; here every caller has one role alone.
  await desk.database.owner.query({
    text: `DELETE FROM app.posts t USING app.accounts a WHERE a.person_id = t.person_id AND a.login = 'shen' AND role = 'panel'`,
  })
})
afterAll(() => desk.close())

/** Always a new session: the table also calls the endpoint that ends it. */
const callerOf = async (role: string): Promise<Caller> =>
  role === NOBODY ? desk.nobody : desk.as(LOGINS[role as Role])

async function call(route: Route, role: string): Promise<number> {
  const caller = await callerOf(role)
  const url = route.path.replaceAll(/:\w+/g, '01930000-0000-7000-8000-000000000000')
  const body = route.input.body ? {} : undefined
  const headers = { 'if-match': '"1"', 'tus-resumable': '1.0.0' }
  if (route.kind === 'upload') {
    return desk.wire(route.method, url, { ...headers, cookie: caller.cookie, origin: desk.origin })
  }
  const answer = await caller.send(route.method, url, body, headers)
  return answer.statusCode
}

function isExpected(route: Route, role: string): boolean {
  const row = PERMISSIONS[nameOf(route)]
  if (row === 'everyone') return true
  if (row === 'signed-in') return role !== NOBODY
  return row?.includes(role as Role) === true
}

/** 401 for nobody, 403 for the wrong role; a wrong password is the endpoint's own 401, behind its open door. */
function isAdmitted(status: number, role: string, route: Route): boolean {
  if (route.permission === 'public') return true
  return status !== (role === NOBODY ? 401 : 403)
}

describe('the permission table', () => {
  it('has a row for every endpoint and no row without one', () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(PERMISSIONS).sort())
  })
  it('lists each endpoint once', () => {
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length)
  })
})

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (_name, route) => {
  it.each([NOBODY, ...ROLES])('answers %s as the table says', async (role) => {
    const status = await call(route, role)
    expect(status).toBeLessThan(500)
    expect(isAdmitted(status, role, route)).toBe(isExpected(route, role))
  })
})
