import type { Role } from '#domain/access/permissions.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Context } from '../context.ts'

export type Post = {
  readonly role: Role
  readonly unitId: string
  readonly unitName: string
  readonly unitKind: 'handling' | 'review' | 'window' | 'leadership' | 'archive' | 'supervision'
  readonly isPrincipal: boolean
  readonly fromOn: PlainDate
}

/** Who is calling, with the posts that are valid today. */
export type Actor = {
  readonly personId: string
  readonly name: string
  readonly accountId: string
  readonly login: string
  readonly agencyId: string
  readonly agencyName: string
  readonly agencyShortName: string
  readonly regionCode: string
  readonly posts: readonly Post[]
  readonly roles: readonly Role[]
}

/** The request's own key and the digest of its content; one key stands for one content. */
export type Idempotency = { readonly key: string; readonly digest: string }

/** What the audit entry says beyond its name: the subject is `kind:id`. */
export type AuditNote = { readonly subject?: string; readonly detail?: Readonly<Record<string, unknown>> }

/** Mutable notes of one request; only `http/` writes `isRecorded`. */
export type RequestRecord = { note: AuditNote; isRecorded: boolean }

export type PublicContext = Context & {
  readonly actor: Actor | undefined
  readonly requestId: string
  readonly address: string
  /** The version of `If-Match`; always there on a route with `ifMatch: 'required'`. */
  readonly ifMatch: number | undefined
  readonly idempotency: Idempotency | undefined
  readonly auditName: string
  /** The success status of the route, stored with the answer. */
  readonly status: number
  readonly record: RequestRecord
  /** The caller's session token as sent, for signing out. */
  readonly sessionToken: string | undefined
  /** Adds a header to the answer. */
  header(name: string, value: string): void
  /** Notes subject and detail of this request's audit entry; it is written with the change, or before a read is answered. */
  audit(note: AuditNote): void
}

export type RequestContext = PublicContext & { readonly actor: Actor }
