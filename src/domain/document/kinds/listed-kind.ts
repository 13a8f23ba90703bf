import { type PlainDate, plainDate } from '../../calendar/plain-date.ts'
import type { DocumentKind, SharedBlock } from '../document-kind.ts'

/** A kind that the list of documents names and that has no template of its own. */
export type ListedKind = DocumentKind & Required<Pick<DocumentKind, 'entry' | 'fields' | 'blocks'>>

type Said = {
  /** Labels of what the form asks, in the order in which it is printed. */
  readonly fields: readonly string[]
  readonly blocks: readonly SharedBlock[]
  /** Ends with 〔M〕 where the source was not compared with the official text. */
  readonly basis: string
  /** Where the common layout is not enough. */
  readonly template?: string
}
type Maker = (entry: number, code: string, title: string, word: string, said: Said) => Omit<ListedKind, 'stage'>

// 行政处罚法 2021 came into force on this day; kinds of other laws are older and lose nothing by it.
const SINCE: PlainDate = plainDate('2021-07-15')
const UNVERIFIED = '〔M〕'

const maker =
  (header: DocumentKind['header'], per: DocumentKind['per']): Maker =>
  (entry, code, title, word, { fields, blocks, basis, template = 'listed' }) => ({
    code,
    title,
    word,
    header,
    per,
    numbered: word !== '',
    template,
    validFrom: SINCE,
    basis: basis.replaceAll(UNVERIFIED, ''),
    isUnverified: basis.includes(UNVERIFIED),
    entry,
    fields,
    blocks,
  })

/** Kept in the office: a table under the plain head. */
export const form: Maker = maker('plain', 'case')
/** Made on the spot: no head but its title, signatures on each page. */
export const record: Maker = maker('none', 'case')
/** To one party, under the red head. */
export const letter: Maker = maker('red', 'party')
/** To another body, or to everyone, under the red head. */
export const notice: Maker = maker('red', 'case')

/** The kinds of one part of the list, each with the stage to which it belongs. */
export function listed(stage: string, kinds: readonly Omit<ListedKind, 'stage'>[]): readonly ListedKind[] {
  return kinds.map((kind) => ({ ...kind, stage }))
}
