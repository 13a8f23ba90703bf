import { createHash } from 'node:crypto'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import type { Actor, RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'

/** Somebody of the demo region at a moment of the past, calling the same commands that the desk calls. */
export function demoCaller(ctx: Context, actor: Actor, at: Date, ifMatch: number | undefined): RequestContext {
  const key = newId()
  const record: RequestContext['record'] = { note: {}, isRecorded: false }
  return {
    ...ctx,
    clock: { now: () => at, today: () => dateInShanghai(at) },
    actor,
    requestId: key,
    address: '127.0.0.1',
    ifMatch,
    idempotency: { key, digest: createHash('sha256').update(key).digest('hex') },
    auditName: 'demo-seed',
    status: 200,
    record,
    sessionToken: undefined,
    header: () => undefined,
    audit: (note) => {
      record.note = note
    },
  }
}
