/** Why something may not be done: always with its article and a sentence that says what would be right. */
export type Refusal = {
  readonly gate: string
  readonly basis: string
  readonly sentence: string
  /** The field that the sentence speaks of, as `fact`, `fact@party` or `fact@violation`. */
  readonly field?: string
}
