import type { DocumentData } from '../merge-data.ts'
import { findDocumentKind } from '../registry.ts'
import { baseBlocks } from './base-blocks.ts'
import { allRows, printedFacts } from './fact-rows.ts'
import { FILLERS } from './fillers.ts'
import { type Filler, type FillInput, type Filling, fillingOf } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'
import { remedyBlock } from './remedy-block.ts'

export type { FillInput } from './filling.ts'

/** The merge data of a document, drawn from the case as it stands when the document is issued; what is not known is left blank. */
export function fillDocument(input: FillInput): DocumentData {
  const filling = fillingOf(input)
  const fill = FILLERS[input.document.code] ?? fillFromFacts
  return { ...baseBlocks(filling), ...fill(filling) }
}

const fillFromFacts: Filler = (filling) => ({
  rows: allRows(filling),
  facts: printedFacts(filling),
  approvals: approvalsOf(filling),
  ...remedyOfKind(filling),
})

/** A penalty on the spot goes to reconsideration first (行政复议法第二十三条第一款第一项). */
function remedyOfKind(filling: Filling): Partial<DocumentData> {
  const { code, issuedOn } = filling.document
  const kind = findDocumentKind(code, issuedOn)
  const act = `本${kind?.title.replace(/书$/, '') ?? '决定'}`
  if (kind?.blocks?.includes('remedy-on-the-spot')) return remedyBlock(filling, act, 'on-the-spot')
  return kind?.blocks?.includes('remedy') ? remedyBlock(filling, act) : {}
}
