import './clock-mark.css'
import { clockWords } from '../../lib/clock-words.ts'

/** The days left, in words and colour. */
export function ClockMark({ daysLeft }: { readonly daysLeft: number | null }) {
  const { words, tone } = clockWords(daysLeft)
  return <span className={`clock ${tone}`}>{words}</span>
}
