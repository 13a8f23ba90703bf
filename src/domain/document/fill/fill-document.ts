import type { DocumentData } from '../merge-data.ts'
import { baseBlocks } from './base-blocks.ts'
import { chosenFields, fillByFields } from './fill-by-fields.ts'
import { FILLERS } from './fillers.ts'
import { type FillInput, fillingOf } from './filling.ts'

export type { FillInput } from './filling.ts'

/** The merge data of a document, drawn from the case as it stands when the document is issued; what is not known is left blank. */
export function fillDocument(input: FillInput): DocumentData {
  const filling = fillingOf(input)
  const own = chosenFields(filling) ? undefined : FILLERS[input.document.code]
  const fill = own ?? fillByFields
  return { ...baseBlocks(filling), ...fill(filling) }
}
