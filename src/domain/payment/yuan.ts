import { amountInFigures } from '../document/amount-in-words.ts'

/** 5,000.00 元; what the bank took back has its sign. */
export function yuanOf(fen: number): string {
  return `${fen < 0 ? '-' : ''}${amountInFigures(Math.abs(fen))} 元`
}
