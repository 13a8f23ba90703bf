/** One measured number beside what it is compared with in the same run. */
export type Figure = {
  readonly name: string
  readonly figure: number
  readonly unit: string
  /** The same work done as barely as possible, measured in turn with ours; absent where the figure stands for itself. */
  readonly yardstick?: number
  /** As written in the specification, e.g. `≥ 60 %` of the yardstick, `≤ 1.5`, `—` for what is only reported. */
  readonly target: string
  /** Undefined where there is no target. */
  readonly held?: boolean
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The value below which `share` (0 to 1) of the values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))
