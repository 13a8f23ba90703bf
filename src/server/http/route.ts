import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Permission } from '#domain/access/permissions.ts'
import { assertStrict } from './assert-strict.ts'
import { rememberSummary } from './audit-summaries.ts'
import type { Refused } from './errors.ts'
import type { PublicContext, RequestContext } from './request-context.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type InputSchemas = {
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly headers?: z.ZodType
}
export type InputOf<I extends InputSchemas> = {
  readonly [K in keyof I]: I[K] extends z.ZodType ? z.output<I[K]> : undefined
}
/** An anonymous caller reaches only `public` routes, so every other handler has an actor. */
export type ContextFor<P extends Permission> = P extends 'public' ? PublicContext : RequestContext
type Answer<T> = Promise<T | Refused> | T | Refused

export type StreamAnswer = {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Buffer | string
}
export type PageAnswer = { readonly html: string; readonly headers?: Readonly<Record<string, string>> }
export type RawExchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

type Declared<P extends Permission, I extends InputSchemas> = {
  readonly method: Method
  /** Fastify path; parameters as `:name`. */
  readonly path: string
  readonly summary: string
  readonly permission: P
  /** Name of the audit entry in kebab-case, or `none:` and the reason why this leaves none. */
  readonly audit: string
  readonly input: I
  /** `required`: missing `If-Match` is a 428 and `ctx.ifMatch` is the version. */
  readonly ifMatch?: 'required'
  /** Success status; 200 when left out. */
  readonly status?: 200 | 201 | 202
  /**
   * `command` (when left out): `handle` calls `idempotent` or `recordAnswer`. `own`: it folds `commandRecord` into its own
   * statement. Both are checked after the call. `exempt: <reason>`: no key is asked for.
   */
  readonly idempotency?: 'command' | 'own' | `exempt:${string}`
  /** Bytes; 1 MiB when left out. */
  readonly bodyLimit?: number
  /** Calls a minute from one address; not limited when left out. */
  readonly perMinute?: number
}

export type JsonRoute<P extends Permission, I extends InputSchemas, O extends z.ZodType> = Declared<P, I> & {
  readonly kind: 'json'
  readonly output: O
  handle(ctx: ContextFor<P>, input: InputOf<I>): Answer<z.input<O>>
}
export type PageRoute<P extends Permission, I extends InputSchemas> = Declared<P, I> & {
  readonly kind: 'page'
  handle(ctx: ContextFor<P>, input: InputOf<I>): Answer<PageAnswer>
}
export type StreamRoute<P extends Permission, I extends InputSchemas> = Declared<P, I> & {
  readonly kind: 'stream'
  handle(ctx: ContextFor<P>, input: InputOf<I>): Answer<StreamAnswer>
}
/** The reply is hijacked after session and permission; the upload protocol keeps its own idempotency and audit calls. */
export type UploadRoute<P extends Permission, I extends InputSchemas> = Declared<P, I> & {
  readonly kind: 'upload'
  handle(ctx: ContextFor<P>, input: InputOf<I>, raw: RawExchange): Promise<void>
}

/** A declared endpoint with its types erased; only `route()` makes one. */
export type Route = Declared<Permission, InputSchemas> & {
  readonly kind: 'json' | 'page' | 'stream' | 'upload'
  readonly output?: z.ZodType
  readonly isRoute: true
  handle(ctx: PublicContext, input: never, raw: RawExchange): unknown
}

/** The only way to add an endpoint: without permission and audit it does not compile. Throws when an input takes unknown keys. */
export function route<P extends Permission, I extends InputSchemas, O extends z.ZodType>(
  definition: JsonRoute<P, I, O>,
): Route
export function route<P extends Permission, I extends InputSchemas>(definition: PageRoute<P, I>): Route
export function route<P extends Permission, I extends InputSchemas>(definition: StreamRoute<P, I>): Route
export function route<P extends Permission, I extends InputSchemas>(definition: UploadRoute<P, I>): Route
export function route(definition: object): Route {
  const made = { ...definition, isRoute: true } as Route
  const { params, query, body } = made.input
  for (const [part, schema] of Object.entries({ params, query, body })) {
    if (schema) assertStrict(schema, `${made.method} ${made.path} ${part}`)
  }
  rememberSummary(made.audit, made.summary)
  if (!AUDIT_NAME.test(made.audit)) throw new Error(`${made.method} ${made.path}: audit name "${made.audit}"`)
  return made
}

const AUDIT_NAME = /^(none:.{3,}|[a-z]+(-[a-z]+)+)$/
