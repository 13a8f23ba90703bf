import type { LetterBlock } from '../merge-blocks.ts'
import { rowsOf } from './fact-rows.ts'
import type { Filler, Filling } from './filling.ts'
import { remedyBlock } from './remedy-block.ts'

export type Told = {
  readonly opening: readonly string[]
  /** Facts that are printed as rows; those that are not known are left out. */
  readonly facts?: readonly string[]
  readonly rows?: LetterBlock['rows']
  readonly closing?: readonly string[]
  readonly addressee?: string
  readonly role?: string
  readonly ownRole?: string
  /** What there is a remedy against: 本决定. */
  readonly remedy?: string
}

/** A letter that is told in paragraphs and rows; what is empty is not said. */
export function letterOf(tell: (filling: Filling) => Told): Filler {
  return (filling) => {
    const { opening, facts = [], rows = [], closing = [], addressee, role, ownRole, remedy } = tell(filling)
    const isSaid = (text: string) => text !== ''
    return {
      letter: {
        opening: opening.filter(isSaid),
        rows: [...rows.filter(({ text }) => isSaid(text)), ...rowsOf(filling, facts)],
        closing: closing.filter(isSaid),
        ...(addressee === undefined ? {} : { addressee }),
        ...(role === undefined ? {} : { role }),
        ...(ownRole === undefined ? {} : { ownRole }),
      },
      ...(remedy === undefined ? {} : remedyBlock(filling, remedy)),
    }
  }
}
