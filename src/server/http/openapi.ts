import { z } from 'zod'
import { Problem } from '#contract/problem.ts'
import type { Permission } from '#domain/access/permissions.ts'
import { hasKey } from './admit.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the declared routes. */
export function openApiDocument(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{path}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '昭法 Zhaofa', version, description: '行政执法公示、执法全过程记录、重大执法决定法制审核' },
    paths,
    components: {
      schemas: { Problem: toJsonSchema(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zhaofa_session' } },
    },
  }
}

function operation(route: Route): Json {
  const { body } = route.input
  const words = route.path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'api')
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return {
    operationId: route.method.toLowerCase() + name,
    summary: route.summary,
    tags: [words[0] ?? 'system'],
    parameters: [...parameters(route, 'params', 'path'), ...parameters(route, 'query', 'query'), ...headers(route)],
    ...(body
      ? { requestBody: { required: true, content: json('application/json', toJsonSchema(body, 'input')) } }
      : {}),
    responses: {
      [String(route.status ?? 200)]: { description: '成功', content: successContent(route) },
      default: {
        description: '拒绝或者故障（RFC 9457）',
        content: json('application/problem+json', { $ref: '#/components/schemas/Problem' }),
      },
    },
    security: route.permission === 'public' ? [] : [{ session: [] }],
    'x-permission': permissionName(route.permission),
    'x-audit': route.audit,
  }
}

const permissionName = (permission: Permission): unknown =>
  typeof permission === 'string' ? permission : permission.anyRole

const json = (type: string, schema: Json): Json => ({ [type]: { schema } })

function successContent(route: Route): Json {
  if (route.kind === 'json' && route.output) return json('application/json', toJsonSchema(route.output, 'output'))
  return json(route.kind === 'page' ? 'text/html' : 'application/octet-stream', { type: 'string' })
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io })
  return rest
}

function parameters(route: Route, part: 'params' | 'query', place: 'path' | 'query'): Json[] {
  const schema = route.input[part]
  if (!schema) return []
  const { properties = {}, required = [] } = toJsonSchema(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }))
}

function headers(route: Route): Json[] {
  const key = { type: 'string', minLength: 8, maxLength: 100, pattern: '^[!-~]+$' }
  const version = { type: 'string', pattern: '^"[1-9][0-9]*"$' }
  return [
    ...(hasKey(route) ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: key }] : []),
    ...(route.ifMatch ? [{ name: 'If-Match', in: 'header', required: true, schema: version }] : []),
  ]
}
