import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { route } from './route.ts'

const declare = (body: z.ZodType) => () =>
  route({
    method: 'POST',
    path: '/x',
    kind: 'json',
    summary: 'x',
    permission: 'signed-in',
    audit: 'x-changed',
    input: { body },
    output: z.object({}),
    handle: () => ({}),
  })

describe('an endpoint', () => {
  it('whose input would drop unknown keys somewhere cannot be declared', () => {
    expect(declare(z.object({ a: z.string() }))).toThrow('use z.strictObject')
    expect(declare(z.strictObject({ a: z.array(z.object({})).optional() }))).toThrow('/a')
    expect(declare(z.union([z.string(), z.strictObject({ a: z.object({}).nullable() })]))).toThrow()
    expect(declare(z.strictObject({ a: z.record(z.string(), z.unknown()) }))).not.toThrow()
  })
  it('without permission or audit does not compile', () => {
    const rest = { method: 'GET', path: '/x', kind: 'json', summary: 'x', input: {}, output: z.object({}) } as const
    // @ts-expect-error no permission
    route({ ...rest, audit: 'none:test', handle: () => ({}) })
    // @ts-expect-error no audit
    expect(() => route({ ...rest, permission: 'public', handle: () => ({}) })).toThrow()
  })
  it('whose audit name says nothing cannot be declared', () => {
    expect(() =>
      route({
        method: 'GET',
        path: '/x',
        kind: 'json',
        summary: 'x',
        permission: 'public',
        audit: 'none',
        input: {},
        output: z.object({}),
        handle: () => ({}),
      }),
    ).toThrow('audit name')
  })
})
