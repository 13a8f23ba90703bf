import type { DocumentData } from '../merge-data.ts'
import { baseBlocks } from './base-blocks.ts'
import { allRows, printedFacts } from './fact-rows.ts'
import { FILLERS } from './fillers.ts'
import { type Filler, type FillInput, fillingOf } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'

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
})
