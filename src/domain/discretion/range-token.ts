import type { Join, MeasureKind } from './penalty-range.ts'

type Span = { readonly start: number; readonly end: number }
export type DurationUnit = 'hour' | 'day' | 'month' | 'year'

/** A number with its unit; `factor` turns the written number into `value` (fen, basis points, or the duration itself). */
export type Quantity = Span & {
  readonly type: 'quantity'
  readonly unit: 'fen' | 'bp' | DurationUnit | undefined
  readonly value: number
  readonly factor: number
  /** 10,000 when the number was written with 万 at its end, so that “1-5万元” can be read. */
  readonly scale: number
  readonly isPlain: boolean
}

export type Token =
  | Quantity
  | (Span & { readonly type: 'stop' | 'comma' | 'bar' | 'list' | 'dash' | 'de' | 'fine' | 'detention' | 'or' | 'and' })
  | (Span & { readonly type: 'text' | 'note'; readonly text: string })
  | (Span & { readonly type: 'preposition'; readonly text: string })
  | (Span & {
      readonly type: 'bound'
      readonly place: 'before' | 'after'
      readonly side: 'min' | 'max'
      readonly inclusive: boolean
    })
  | (Span & {
      readonly type: 'operator'
      readonly mode: 'must' | 'may'
      readonly join: Join | undefined
      readonly hasVerb: boolean
    })
  | (Span & { readonly type: 'kind'; readonly kind: MeasureKind })

export function isAmount(token: Token | undefined): token is Quantity {
  return token?.type === 'quantity' && (token.unit === 'fen' || token.unit === 'bp')
}
