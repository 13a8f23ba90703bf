import type { PlainDate } from '../calendar/plain-date.ts'

type Agent = { readonly name: string; readonly idNumber?: string; readonly phone?: string }

/** A party as printed (P block): a person, a self-employed business, or an organisation. */
export type PartyBlock = {
  readonly name: string
  readonly address?: string
  readonly phone?: string
  readonly agent?: Agent
} & (
  | {
      readonly kind: 'organisation'
      readonly uscc?: string
      readonly representative?: { readonly name: string; readonly position: string }
    }
  | {
      readonly kind: 'self-employed'
      readonly uscc?: string
      readonly operator?: { readonly name: string; readonly idKind?: string; readonly idNumber?: string }
    }
  | {
      readonly kind: 'person'
      readonly sex?: string
      readonly bornOn?: PlainDate
      readonly idKind?: string
      readonly idNumber?: string
      readonly employer?: string
      readonly position?: string
    }
)
