import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { proposeTier, publicityTerm, type Tier } from '#domain/disclosure/publicity-term.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import type { Json } from '#domain/record-log/canonical-json.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import type { Tx } from '#server/db/database.ts'
import { enqueue } from '#server/jobs/enqueue.ts'
import { keepDisclosureLeaf } from '#server/record-log/disclosure-leaf.ts'
import { showOnPortal } from './published-store.ts'
import { isPenalty, type StoredDisclosure } from './read-disclosure.ts'

export type Publication = {
  readonly stored: StoredDisclosure
  readonly record: PublicRecord
  readonly tier?: Tier | undefined
  /** What was wrong, for a correction. */
  readonly note?: string | undefined
  readonly confirmed?: { readonly by: string; readonly secrecyBy: string; readonly secrecyOn: string }
  readonly parameters: ParameterValues
}

/** Makes a record public, or puts a corrected one in its place: row, kept version and portal in the caller's transaction. */
export async function publishRecord(tx: Tx, ctx: Pick<Context, 'clock'>, publication: Publication): Promise<void> {
  const at = ctx.clock.now().toISOString()
  const publishedAt = publication.stored.publishedAt ?? at
  const made = finished(publication, dateInShanghai(new Date(publishedAt)), ctx.clock.today())
  await markPublished(tx, publication, { ...made, publishedAt, at })
  await keepVersion(tx, publication, { ...made, at })
  await showOnPortal(tx, publication.stored.id, made.record, publishedAt)
  const { id, state, agencyId, documentId } = publication.stored
  await enqueue(tx, 'meet-publication-clock', { caseId: state.id, agencyId, documentId }, { key: `publication:${id}` })
}

type Finished = ReturnType<typeof finished> & { readonly at: string }

async function markPublished(
  tx: Tx,
  { stored, confirmed }: Publication,
  { record, term, publishedAt, at }: Finished & { readonly publishedAt: string },
): Promise<void> {
  const secrecy = [confirmed?.secrecyBy ?? null, confirmed?.secrecyOn ?? null]
  await tx.query({
    name: 'mark-disclosure-published',
    text: `UPDATE app.disclosures SET state = 'published', reason = NULL, basis = NULL, ground = NULL, record = $2,
        published_at = $3, record_version = record_version + 1, tier = $4, published_until_on = $5, repairable_from_on = $6,
        confirmed_by = $7, confirmed_at = $8, secrecy_checked_by = $9, secrecy_checked_on = $10, draft = NULL,
        prepared_by = NULL, prepared_at = NULL, version = version + 1,
        hidden_by_hand = $11
      WHERE id = $1`,
    values: [
      stored.id,
      JSON.stringify(record),
      publishedAt,
      ...[term?.tier ?? null, term?.untilOn ?? null, term?.repairableFromOn ?? null],
      ...(confirmed ? [confirmed.by, at] : [null, null]),
      ...secrecy,
      [...new Set([...stored.hiddenByHand, ...(stored.draft?.input.byHand ?? [])])],
    ],
  })
}

async function keepVersion(tx: Tx, { stored, note, confirmed }: Publication, { record, at }: Finished): Promise<void> {
  const version = stored.recordVersion + 1
  await tx.query({
    name: 'keep-disclosure-version',
    text: `INSERT INTO app.disclosure_versions (disclosure_id, number, record, note, published_at, prepared_by, confirmed_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [stored.id, version, JSON.stringify(record), note ?? null, at, stored.preparedBy, confirmed?.by ?? null],
  })
  await keepDisclosureLeaf(tx, { disclosure: stored.id, version, record: record as unknown as Json })
}

/** The record with the day it became public, its last day, and what was corrected. */
function finished({ stored, record, parameters, note, ...given }: Publication, since: PlainDate, today: PlainDate) {
  const tier = isPenalty(stored) ? (given.tier ?? proposeTier(record.sanctions)) : undefined
  const first = stored.firstPublishedAt === null ? since : dateInShanghai(new Date(stored.firstPublishedAt))
  const term = tier && { tier, ...publicityTerm(tier, first, parameters) }
  const version = stored.recordVersion + 1
  return {
    term,
    record: {
      ...record,
      disclosedOn: since,
      ...(term ? { publishedUntilOn: term.untilOn } : {}),
      ...(note === undefined ? {} : { correction: { on: today, note, version } }),
    },
  }
}
