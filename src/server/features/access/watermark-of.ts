import type { RequestContext } from '#server/http/request-context.ts'

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** Who is looking and when (Asia/Shanghai), to stand across whatever they are shown or given by a granted request. */
export function watermarkOf({ actor, clock }: Pick<RequestContext, 'actor' | 'clock'>): string {
  const at = new Date(clock.now().getTime() + AHEAD_OF_UTC_MS).toISOString().slice(0, 16).replace('T', ' ')
  return `调阅 ${actor.name} ${actor.agencyShortName} ${at}`
}
