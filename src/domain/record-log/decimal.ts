import { SIZE_LIMIT } from './merkle.ts'

/** A size or an index in ASCII decimal without leading zeroes, below 2^64; undefined for anything else. */
export function parseDecimal(text: string): bigint | undefined {
  if (!/^(0|[1-9]\d{0,19})$/.test(text)) return undefined
  const value = BigInt(text)
  return value < SIZE_LIMIT ? value : undefined
}
