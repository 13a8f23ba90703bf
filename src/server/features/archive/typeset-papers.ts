import { ARRANGEMENT_TITLES, catalogueRows, type ListedItem, pageCount } from '#domain/archive/catalogue.ts'
import { failedChecks } from '#domain/archive/four-properties.ts'
import type { DraftedInventory, Paper } from '#domain/archive/inventory.ts'
import { paperPath } from '#domain/archive/item-path.ts'
import { PROPERTIES, PROPERTY_TITLES, type PropertyResult } from '#domain/archive/property-result.ts'
import { documentTitleOf } from '#domain/document/document-title.ts'
import type { DocumentData, PropertyTestBlock } from '#domain/document/merge-data.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { newId } from '#server/ids.ts'

type Prepared = {
  readonly items: readonly ListedItem[]
  readonly draft: DraftedInventory
  readonly cover: DocumentData
  readonly test: readonly PropertyResult[]
}

const CODES = ['dossier-cover', 'dossier-catalogue', 'dossier-notes', 'custody-sheet', 'four-property-report'] as const
type Code = (typeof CODES)[number]

/** A case without things has no sheet of them, and a supplement brings none. */
const codesOf = ({ cover, draft }: Prepared): readonly Code[] =>
  CODES.filter((code) => code !== 'custody-sheet' || (draft.part === 1 && (cover.thingLives ?? []).length > 0))

/** Cover, catalogue, notes sheet and report as PDF/A, kept in the store. Rejects with TypesettingError. */
export async function typesetPapers(
  ctx: Pick<Context, 'typesetter' | 'blobs'>,
  prepared: Prepared,
): Promise<readonly Paper[]> {
  const papers: Paper[] = []
  for (const code of codesOf(prepared)) {
    const data = paperData(code, prepared)
    const { pdf } = await ctx.typesetter.typeset(data)
    const digests = await storeBytes(ctx.blobs, newId(), pdf)
    const file = { ...digests, size: pdf.length, mediaType: 'application/pdf', path: paperPath(code) }
    papers.push({ code, title: data.document.title, file })
  }
  return papers
}

function paperData(code: Code, { items, draft, cover, test }: Prepared): DocumentData {
  const { issuedOn } = cover.document
  return {
    ...cover,
    document: { ...cover.document, code, title: documentTitleOf(code, issuedOn) },
    catalogue: catalogueRows(items),
    propertyTest: propertyTestOf(test),
    dossier: {
      result: draft.case.result,
      ...(draft.case.mergedInto && { mainCase: draft.case.mergedInto.title }),
      archivedOn: draft.sealedOn,
      handedOverOn: draft.handedOverOn,
      retention: draft.retention.value,
      archiveNumber: draft.archiveNumber,
      volumes: draft.part,
      pages: pageCount(items),
      keeper: draft.keeper.name,
      archivist: draft.archivist.name,
      items: items.length,
      electronicItems: items.filter(({ pages, file }) => file && pages === undefined).length,
      events: draft.events + 1,
      arrangement: ARRANGEMENT_TITLES[draft.arrangement],
      notes: notesOf(draft),
    },
  }
}

function notesOf({ notes, retention, reason, former }: Prepared['draft']): string {
  const told = [
    notes,
    ...(retention.reason === undefined ? [] : [`保管期限定为${retention.value}的理由：${retention.reason}`]),
    ...(former ? [`本包补充 ${former.archiveNumber} 第 ${former.part} 包。原因：${reason ?? ''}`] : []),
  ]
  return told.filter(Boolean).join('\n')
}

const WORDS = { passed: '符合', failed: '不符合', 'not-run': '未检' } as const

export function propertyTestOf(test: readonly PropertyResult[]): PropertyTestBlock {
  const count = (result: PropertyResult['result']) => test.filter((each) => each.result === result).length
  const verdict = `检测 ${test.length} 项：符合 ${count('passed')} 项，不符合 ${failedChecks(test).length} 项，未检 ${count('not-run')} 项。`
  const groups = PROPERTIES.map((property) => ({
    title: PROPERTY_TITLES[property],
    checks: test
      .filter((each) => each.property === property)
      .map(({ id, title, looked, result, finding }) => ({ id, title, looked, result: WORDS[result], finding })),
  }))
  return { verdict, groups }
}
