import type { PlainDate } from '../calendar/plain-date.ts'

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
}
