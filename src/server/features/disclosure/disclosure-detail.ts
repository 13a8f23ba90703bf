import type { DisclosureDetail } from '#contract/disclosures.ts'
import type { ListedReplacement } from '#domain/disclosure/listing-redactor.ts'
import type { PublicRecord, RecordAnswer } from '#domain/disclosure/public-record.ts'
import { proposeTier } from '#domain/disclosure/publicity-term.ts'
import { REDACTION_KINDS } from '#domain/disclosure/redaction-rule.ts'
import { suggestNames } from '#domain/disclosure/suggest-names.ts'
import { parameterValueOf } from '#domain/parameter/registry.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { loadParameterValues } from '#server/features/catalogue/index.ts'
import { notFound, type Refused, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { findDisclosure } from './disclosures-queries.ts'
import { drawRecord, isPenalty, readDisclosure, type StoredDisclosure } from './read-disclosure.ts'

/** One disclosure with what the public sees or would see, every replacement with its original beside it. */
export async function disclosureDetail(ctx: RequestContext, id: string): Promise<DisclosureDetail | Refused> {
  const { agencyId, personId } = ctx.actor
  const today = ctx.clock.today()
  const [row, stored] = await Promise.all([
    findDisclosure(ctx.db, { id, agencyId, today }),
    readDisclosure(ctx.db, id, agencyId),
  ])
  if (!row || !stored) return notFound('公示事项')
  ctx.audit({ subject: `disclosure:${id}`, detail: { case: row.caseId } })
  if (!seesOriginals(ctx, stored)) return refused('forbidden', '脱敏前的内容只给本案承办人员和负责人看。')
  const parameters = await loadParameterValues(ctx.db, agencyId)
  const drawn = drawRecord(stored, { procedures: PROCEDURES, parameters, today, byHand: byHandOf(stored) })
  const shown = shownOf(stored, drawn)
  return {
    row,
    isPenalty: isPenalty(stored),
    ...shown,
    replacements: shown.replacements.map(replacementRow),
    suggestions: shown.record === null ? [] : suggestionsIn(shown.record),
    obstacle: drawn.ok ? null : { reason: drawn.reason, basis: drawn.basis },
    proposedTier: isPenalty(stored) && drawn.ok ? proposeTier(drawn.record.sanctions) : null,
    prepared: stored.draft?.input ?? null,
    needsSecondPerson: parameterValueOf(parameters, 'disclosure.second-confirmation', today),
    isPreparedByMe: stored.preparedBy === personId,
    versions: await listVersions(ctx, id),
  }
}

function seesOriginals({ actor }: RequestContext, { state }: StoredDisclosure): boolean {
  const isHead = actor.roles.includes('unit-head') || actor.roles.includes('agency-head')
  return isHead || state.handlers.includes(actor.personId)
}

type Shown = Pick<DisclosureDetail, 'shows' | 'record'> & { readonly replacements: readonly ListedReplacement[] }

/** The draft that waits; else what is public; else what would be public if it were published now. */
function shownOf(stored: StoredDisclosure, drawn: RecordAnswer): Shown {
  const { draft, status } = stored
  if (draft) return { shows: 'draft', record: draft.record, replacements: draft.replacements }
  const replacements = drawn.ok ? drawn.replacements : []
  if (status === 'published') return { shows: 'published', record: stored.record, replacements }
  if (status === 'withdrawn' || status === 'expired' || !drawn.ok)
    return { shows: 'nothing', record: null, replacements: [] }
  return { shows: 'proposal', record: drawn.record, replacements }
}

function byHandOf({ draft }: StoredDisclosure): readonly string[] {
  return draft?.input.byHand ?? []
}

function replacementRow({ where, start, original, shown, kind }: ListedReplacement) {
  return { where, start, original, shown, kind, rule: REDACTION_KINDS[kind] }
}

/** Longer texts in which somebody may be named whom no list has. */
function suggestionsIn({ facts, causes, sanctions }: PublicRecord): DisclosureDetail['suggestions'] {
  const texts = [
    ...facts.map(({ title, text }) => ({ where: title, text })),
    ...causes.map((text) => ({ where: '案由', text })),
    ...sanctions.map((text) => ({ where: '决定', text })),
  ]
  return texts.flatMap(({ where, text }) => suggestNames(text).map(({ name, context }) => ({ where, name, context })))
}

async function listVersions(ctx: RequestContext, id: string): Promise<DisclosureDetail['versions']> {
  const { rows } = await ctx.db.query<DisclosureDetail['versions'][number]>({
    name: 'list-disclosure-versions',
    text: `SELECT number, published_at AS "publishedAt", note FROM app.disclosure_versions WHERE disclosure_id = $1
      ORDER BY number DESC LIMIT 100`,
    values: [id],
  })
  return rows
}
