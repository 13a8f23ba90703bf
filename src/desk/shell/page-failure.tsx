import type { ErrorComponentProps } from '@tanstack/react-router'
import { sentenceOf } from '../lib/problem-error.ts'

/** A page that could not be drawn says so and offers the one thing that helps. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <div className="empty" role="alert">
      <h2>这一页没有打开</h2>
      <p>{sentenceOf(error)}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={reset}>
          再试一次
        </button>
      </div>
    </div>
  )
}
