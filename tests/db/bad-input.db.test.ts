import fc from 'fast-check'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { featureRoutes } from '#server/app.ts'
import type { Route } from '#server/http/route.ts'
import { systemRoutes } from '#server/http/system-routes.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'

const RUNS = 60
const routes = [...systemRoutes(featureRoutes, new Registry(), 'test'), ...featureRoutes]
// Signing out would leave the rest of the run without a session.
const fuzzed = routes.filter(({ method, path }) => !(method === 'DELETE' && path === '/api/session'))

let desk: TestDesk
let callers: Caller[]
beforeAll(async () => {
  desk = await testDesk()
  callers = await Promise.all(['lin', 'shen', 'wu', 'chuang'].map((login) => desk.as(login)))
})
afterAll(() => desk.close())

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '𬀩㛃',
  "'; DROP TABLE app.parties; --",
  '<script>alert(1)</script>',
  '-0',
  '1e9',
  '2,000元',
  '2026-02-30',
  '9999-12-31',
  '../../etc/passwd',
  '%00',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  '01930000-0000-7000-8000-000000000000',
]
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme' }),
)
const value = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, 0.1, [], {}),
)
/** A header as Node lets it through: no control characters, one byte a character. */
const header = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((code) => code !== 0x7f)
    .map((code) => String.fromCharCode(code)),
  maxLength: 60,
})

/** Bodies that are nearly right: the schema's own keys with any values, plus strangers. */
function bodyOf(route: Route): fc.Arbitrary<string> {
  const schema = route.input.body
  const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const near = fc.tuple(
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] }),
    fc.dictionary(text, value, { maxKeys: 1 }),
  )
  return fc.oneof(
    near.map(([own, strange]) => JSON.stringify({ ...own, ...strange })),
    value.map((json) => JSON.stringify(json) ?? ''),
    text,
  )
}

const requestOf = (route: Route) =>
  fc.record({
    caller: fc.nat(3),
    params: fc.array(fc.oneof(text, fc.constant('01930000-0000-7000-8000-000000000000')), {
      minLength: 3,
      maxLength: 3,
    }),
    isEncoded: fc.boolean(),
    query: fc.oneof(
      fc.constant(''),
      fc.dictionary(text, text, { maxKeys: 3 }).map(encodeQuery),
      header.map((raw) => raw.replaceAll(/[\s#]/g, '')),
    ),
    body: bodyOf(route),
    headers: fc.record(
      {
        'content-type': fc.constantFrom(
          'application/json',
          'application/json',
          'text/plain',
          'application/offset+octet-stream',
          '/',
          'multipart/form-data',
        ),
        'idempotency-key': fc.oneof(fc.uuid(), fc.uuid(), header),
        'if-match': fc.oneof(fc.constant('"1"'), header),
        range: fc.oneof(fc.constant('bytes=0-'), header),
        'upload-length': header,
        'upload-offset': header,
        'upload-metadata': header,
        'tus-resumable': fc.oneof(fc.constant('1.0.0'), header),
      },
      { requiredKeys: [] },
    ),
  })

const encodeQuery = (entries: Record<string, string>): string =>
  new URLSearchParams(Object.entries(entries).map(([key, one]) => [key.toWellFormed(), one.toWellFormed()])).toString()

function pathOf(route: Route, params: readonly string[], isEncoded: boolean): string {
  let index = 0
  const part = (): string => {
    const raw = (params[index++] ?? '').toWellFormed()
    return isEncoded ? encodeURIComponent(raw) : raw.replaceAll(/[\s#?/\\]|[^\u0021-\u007e]/g, '')
  }
  return route.path.replaceAll(/:\w+/g, part)
}

type Request = { caller: number; params: string[]; isEncoded: boolean; query: string; body: string; headers: object }

/** Throws when the answer is a fault, shows the program's inside, or refuses without a code and a Chinese sentence. */
async function judge(route: Route, request: Request): Promise<void> {
  const caller = callers[request.caller] ?? desk.nobody
  const path = pathOf(route, request.params, request.isEncoded)
  const url = request.query === '' ? path : `${path}?${request.query}`
  const headers = request.headers as Record<string, string>
  if (route.kind === 'upload') {
    const status = await desk.wire(route.method, encodeURI(url.toWellFormed()), {
      cookie: caller.cookie,
      origin: desk.origin,
      ...headers,
    })
    expect(status).toBeLessThan(500)
    return
  }
  const hasBody = route.method !== 'GET' && route.method !== 'HEAD'
  const answer = await caller.send(route.method, url, hasBody ? request.body : undefined, headers)
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.body).not.toMatch(/node_modules|\bat .*\.ts:\d+/)
  if (answer.statusCode >= 400) expect(answer.json()).toMatchObject(A_PROBLEM)
}

const A_PROBLEM = { code: expect.any(String), title: expect.stringMatching(/[\u4e00-\u9fff]/) }

describe.each(fuzzed.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_name, route) => {
  it('answers every input with a sentence or a result, never with a fault', async () => {
    await fc.assert(
      fc.asyncProperty(requestOf(route), (request) => judge(route, request)),
      { numRuns: RUNS },
    )
  })
})
