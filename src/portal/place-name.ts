import type { PortalContext } from './portal-context.ts'
import { findPlace } from './published-queries.ts'

const KEPT_MS = 60_000

/** The name of the place, read again after a minute; empty while no agency is published. */
export function placeName({ db, clock }: PortalContext): () => Promise<string> {
  let known: { readonly name: string; readonly until: number } | undefined
  return async () => {
    const now = clock.now().getTime()
    if (!known || known.until <= now) known = { name: (await findPlace(db)) ?? '', until: now + KEPT_MS }
    return known.name
  }
}
