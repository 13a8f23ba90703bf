import type { CaseMoved } from '#contract/case-moved.ts'
import type { OpenCaseInput } from '#contract/cases.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Person } from '#domain/case/environment.ts'
import { decideOpening } from '#domain/case/open-case.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { kindOf } from '#domain/procedure/kind-of.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Tx } from '#server/db/database.ts'
import { catalogueFor } from '#server/features/catalogue/index.ts'
import { findMonitors } from '#server/features/monitoring/index.ts'
import { notFound, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { newId } from '#server/ids.ts'
import { deviceIn, environmentOf, idsIn, licenceNumberIn } from './case-environment.ts'
import { commitEvents } from './commit-events.ts'
import { loadOpening } from './load-opening.ts'
import { loadOrigin } from './load-origin.ts'
import { refusalOf } from './refusal-of.ts'
import { standingLaw } from './standing-law.ts'
import { keyedById, namedByPlace } from './violation-places.ts'
import { violationsOf } from './violations-of.ts'

/** Opens a case with its parties and violations; the unit is that of the first handler. */
export async function openCase(ctx: RequestContext, input: OpenCaseInput): Promise<CaseMoved> {
  const law = await standingLaw(ctx, ctx.actor.agencyId)
  return ctx.db.transaction(async (tx) => {
    const people = [ctx.actor.personId, ...idsIn([input.handlers, input.facts])]
    const today = ctx.clock.today()
    const loaded = await loadOpening(tx, {
      agencyId: ctx.actor.agencyId,
      people,
      parties: input.parties,
      today,
      licenceNumber: licenceNumberIn(input),
    })
    const { origin, from } = await loadOrigin(tx, ctx, input.origin)
    const monitors = await findMonitors(tx, ctx.actor.agencyId, deviceIn(input))
    const procedure = procedureOn(input.procedure, today)
    const catalogue = await catalogueOf(tx, ctx, procedure, input.item)
    const env = environmentOf(ctx.clock, law, { ...loaded, origin: from, monitors, catalogue })
    const actor = env.person(ctx.actor.personId)
    if (!actor) throw new RefusedError(notFound('人员'))
    const unitId = unitOf(env.person(input.handlers[0] ?? ''))
    const violations = await violationsOf(tx, input.violations, today)
    const facts = { ...input.facts, violation: keyedById(input.facts.violation, violations) }
    const { name, handlers } = input
    const opening = {
      ...{ name, handlers, facts, violations, parties: loaded.parties, caseId: newId(), unit: unitId },
      ...(origin && { origin }),
    }
    const decision = decideOpening(env, procedure, opening, actor)
    if (!decision.ok) throw new RefusedError(refusalOf(namedByPlace(decision.refusals, violations)))
    return commitEvents(tx, ctx, {
      env,
      loaded: { agency: loaded.agency, unitId, state: undefined },
      events: decision.events,
    })
  })
}

function procedureOn(code: string, today: PlainDate): AnyProcedure {
  const procedure = currentProcedure(PROCEDURES, code, today)
  if (procedure) return procedure
  throw new RefusedError(notFound('程序'))
}

async function catalogueOf(
  tx: Tx,
  { actor, clock }: RequestContext,
  procedure: AnyProcedure,
  item: string | undefined,
) {
  const wanted = { agencyId: actor.agencyId, kind: kindOf(procedure), item, today: clock.today() }
  const catalogue = await catalogueFor(tx, wanted)
  if (catalogue) return catalogue
  throw new RefusedError(notFound('事项'))
}

function unitOf(handler: Person | undefined): string {
  const post = handler?.posts.find(({ role }) => role === 'handler')
  if (post) return post.unit
  throw new RefusedError(refused('invalid-input', '请选择本机关有承办岗位的人员作为承办人员'))
}
