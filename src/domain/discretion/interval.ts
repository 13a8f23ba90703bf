/** One end of an interval. 以上、以下、以内 include the number; 不足、不满、超过、以外 do not (《民法典》第一千二百五十九条). */
export type Bound = { readonly value: number; readonly inclusive: boolean }

/** A range of numbers; the unit stands in the name of the field that holds it. */
export type Interval = { readonly min?: Bound; readonly max?: Bound }

export function exactly(value: number): Interval {
  return { min: { value, inclusive: true }, max: { value, inclusive: true } }
}

export function isFixed(interval: Interval): boolean {
  return interval.min !== undefined && interval.min.value === interval.max?.value
}

/** True when the interval holds at least one number. */
export function isOrdered({ min, max }: Interval): boolean {
  if (min === undefined || max === undefined) return true
  if (min.value === max.value) return min.inclusive && max.inclusive
  return min.value < max.value
}

export function isBelow(value: number, { min }: Interval): boolean {
  return min !== undefined && (value < min.value || (value === min.value && !min.inclusive))
}

export function isAbove(value: number, { max }: Interval): boolean {
  return max !== undefined && (value > max.value || (value === max.value && !max.inclusive))
}

export function isWithin(value: number, interval: Interval): boolean {
  return !isBelow(value, interval) && !isAbove(value, interval)
}

/** Multiplies both ends; used to turn “货值金额十倍” into an amount in fen. */
export function scaled({ min, max }: Interval, by: (value: number) => number): Interval {
  return {
    ...(min === undefined ? {} : { min: { ...min, value: by(min.value) } }),
    ...(max === undefined ? {} : { max: { ...max, value: by(max.value) } }),
  }
}
