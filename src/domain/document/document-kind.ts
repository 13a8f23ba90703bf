import type { PlainDate } from '../calendar/plain-date.ts'

/** Parts that many documents share; the letters are those of the list of documents: P O A3 R R1 N S L. */
export type SharedBlock =
  | 'party'
  | 'officers'
  | 'approvals'
  | 'remedy'
  | 'remedy-on-the-spot'
  | 'record'
  | 'seal'
  | 'things'

/** One kind of 执法文书 as it is made between two dates. */
export type DocumentKind = {
  readonly code: string
  readonly title: string
  /** 类型字 of the 文号, e.g. 罚决; empty when the kind has no number. */
  readonly word: string
  readonly stage: string
  readonly header: 'red' | 'plain' | 'none'
  readonly numbered: boolean
  readonly per: 'case' | 'party'
  /** File in `templates/`, without `.typ`. */
  readonly template: string
  readonly validFrom: PlainDate
  readonly validTo?: PlainDate
  readonly basis: string
  /** The basis was taken from a second source and not compared with the official text. */
  readonly isUnverified?: boolean
  /** Its number in the list of documents, where one number may stand for several kinds. */
  readonly entry?: number
  /** What it asks, as labels, for kinds drawn by the common layout. */
  readonly fields?: readonly string[]
  readonly blocks?: readonly SharedBlock[]
}
