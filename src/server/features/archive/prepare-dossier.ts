import { type ListedItem, listItems } from '#domain/archive/catalogue.ts'
import type { DossierItem, DossierSources } from '#domain/archive/dossier-item.ts'
import { dossierItems } from '#domain/archive/dossier-items.ts'
import { draftInventory, type InventoryDraft } from '#domain/archive/draft-inventory.ts'
import { testFourProperties } from '#domain/archive/four-properties.ts'
import type { DraftedInventory } from '#domain/archive/inventory.ts'
import type { PropertyResult } from '#domain/archive/property-result.ts'
import { recordContradictions } from '#domain/archive/record-contradictions.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Environment } from '#domain/case/environment.ts'
import { fold } from '#domain/case/evolve.ts'
import { rootRun } from '#domain/case/state.ts'
import { fillDocument } from '#domain/document/fill/fill-document.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import type { Queryable } from '#server/db/database.ts'
import type { LoadedCase } from '#server/features/cases/index.ts'
import { readSources } from './dossier-sources.ts'
import type { DossierRow } from './dossiers-store.ts'

export type DossierCase = { readonly env: Environment; readonly loaded: LoadedCase }

export type Preparation = DossierCase & {
  readonly dossier: DossierRow
  readonly archivist: { readonly id: string; readonly name: string }
  readonly part: number
  readonly archiveNumber: string
  /** Instead of what the case holds: the papers of a supplement. */
  readonly supplement?: Pick<InventoryDraft, 'former' | 'reason'> & { readonly items: readonly DossierItem[] }
}

export type PreparedDossier = {
  readonly items: readonly ListedItem[]
  readonly draft: DraftedInventory
  readonly cover: DocumentData
  readonly test: readonly PropertyResult[]
}

/** The dossier as it would be sealed now, with its four-property test; nothing is written. */
export async function prepareDossier(
  db: Queryable,
  ctx: Pick<Context, 'blobs'>,
  preparation: Preparation,
): Promise<PreparedDossier> {
  const { env, loaded, dossier, supplement } = preparation
  const { state } = loaded
  const sources = await readSources(db, state, { blobs: ctx.blobs, withSm3: true })
  const items = listItems(supplement?.items ?? dossierItems(sources), dossier.arrangement)
  const cover = coverOf(preparation)
  const root = rootRun(state)
  const draft = draftInventory({
    ...preparation,
    ...supplement,
    state,
    items,
    cover,
    procedure: getProcedure(env.procedures, root.procedure, root.version).title,
    dossier: { ...dossier, handedOverOn: plainDate(dateInShanghai(new Date(dossier.handedOverAt))) },
    keeper: { id: dossier.handedOverBy, name: dossier.handedOverByName },
    sealedOn: env.today,
  })
  const test = testFourProperties({
    place: 'dossier',
    inventory: draft,
    state: fold(sources.events),
    files: new Map(Object.entries(dossier.examination ?? {})),
    unproved: await readUnproved(db, state.id),
    contradictions: [...contradictionsOf(sources), ...recordContradictions(draft, state)],
  })
  return { items, draft, cover, test }
}

function coverOf({ env, loaded }: DossierCase): DocumentData {
  const { state, agency } = loaded
  const fill = (code: string) =>
    fillDocument({ env, state, run: rootRun(state), document: { id: code, code, issuedOn: env.today }, agency })
  return { ...fill('dossier-cover'), thingLives: fill('custody-sheet').thingLives ?? [] }
}

function contradictionsOf({ state, events }: DossierSources): readonly string[] {
  const isSame = canonicalJson(fold(events)) === canonicalJson(state)
  return isSame ? [] : ['案件现状与过程记录推算的不一致']
}

/** Records and documents that the log does not hold yet, or never got. */
async function readUnproved(db: Queryable, caseId: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>({
    name: 'dossier-unproved',
    text: `SELECT CASE WHEN s.seq IS NULL THEN '文书“' || s.title || '”' ELSE '第 ' || s.seq || ' 条记录' END AS name FROM (
        SELECT 'event' AS kind, 'event:' || case_id || ':' || seq AS subject, seq, NULL AS title FROM app.events WHERE case_id = $1
        UNION ALL SELECT 'document', 'document:' || d.id, NULL, coalesce(d.number, d.code) FROM app.documents d
          JOIN app.document_files f ON f.document_id = d.id WHERE d.case_id = $1) s
      WHERE NOT EXISTS (SELECT FROM app.leaves l JOIN app.log_entries e ON e.leaf_id = l.id
        WHERE l.kind = s.kind AND l.subject = s.subject) ORDER BY s.seq LIMIT 20`,
    values: [caseId],
  })
  return rows.map(({ name }) => name)
}
