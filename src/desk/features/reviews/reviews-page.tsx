import './reviews.css'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ReviewLine } from './review-line.tsx'
import { reviewsQuery } from './reviews-query.ts'

/** The queue of 法制审核. */
export function ReviewsPage() {
  const { data, error } = useQuery(reviewsQuery)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('法制审核')
  return (
    <main className="reviews" aria-label="法制审核">
      <h1>法制审核</h1>
      <p className="muted">期限近的在前，各类重大执法决定都在这里。审核人员不能是本案的承办人员。</p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label="待审核">
        {data?.rows.map((row) => (
          <ReviewLine key={row.caseId + row.run} row={row} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <div className="empty">
          <h2>没有待审核的案件</h2>
          <p>承办机构提交法制审核以后，会按期限排在这里。</p>
        </div>
      )}
    </main>
  )
}
