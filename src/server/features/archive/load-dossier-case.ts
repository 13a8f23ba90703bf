import type { Tx } from '#server/db/database.ts'
import { environmentOf, findCase, lockCase, type StandingLaw, standingLaw } from '#server/features/cases/index.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { DossierCase } from './prepare-dossier.ts'

export type KnownCase = DossierCase & { readonly law: StandingLaw }

/** A case of the caller's agency with the day and the law; undefined for another's. */
export async function readDossierCase(ctx: RequestContext, caseId: string): Promise<KnownCase | undefined> {
  const law = await standingLaw(ctx, ctx.actor.agencyId)
  const loaded = await findCase(ctx.db, wanted(ctx, caseId))
  return loaded && { env: environmentOf(ctx.clock, law, loaded), loaded, law }
}

/** The same, and nobody else moves the case until the transaction ends. */
export async function lockDossierCase(tx: Tx, ctx: RequestContext, caseId: string): Promise<KnownCase | undefined> {
  const law = await standingLaw({ db: tx }, ctx.actor.agencyId)
  const loaded = await lockCase(tx, wanted(ctx, caseId))
  return loaded && { env: environmentOf(ctx.clock, law, loaded), loaded, law }
}

function wanted(ctx: RequestContext, caseId: string) {
  const { agencyId, personId } = ctx.actor
  return { caseId, agencyId, people: [personId], today: ctx.clock.today() }
}
