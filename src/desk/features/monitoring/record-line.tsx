import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MonitoringRecord } from '#contract/monitoring.ts'
import { anyRole } from '#domain/access/permissions.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { useMay } from '../../lib/session-context.ts'
import { CHECK_TITLES, ReviewForm } from './review-form.tsx'

const REVIEWERS = anyRole('handler')

/** One record: where and when, why it cannot pass where it cannot, and what somebody has said of it. */
export function RecordLine({ record }: { readonly record: MonitoringRecord }) {
  const [isOpen, setOpen] = useState(false)
  const mayReview = useMay(REVIEWERS)
  const { id, device, fileName, capturedAt, place, deviceProblem, review } = record
  return (
    <li className="monitored">
      <div className="monitored-words">
        <b>{dayAndTimeOf(capturedAt)}</b>
        <small>{[device.code, place || device.place, fileName].filter(Boolean).join(' · ')}</small>
      </div>
      <div className="buttons">
        <Link to="/recordings/$recordingId" params={{ recordingId: id }} className="button plain small">
          看记录
        </Link>
        {!review && mayReview && (
          <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            审核
            <span className="unseen">{fileName}</span>
          </button>
        )}
      </div>
      {deviceProblem && !review && <p className="notice soon">{deviceProblem}（行政处罚法第四十一条第一款）。</p>}
      {review && <p className={review.passed ? 'muted' : 'notice'}>{reviewWords(review)}</p>}
      {isOpen && !review && <ReviewForm record={record} onClose={() => setOpen(false)} />}
    </li>
  )
}

function reviewWords(review: NonNullable<MonitoringRecord['review']>): string {
  const lacking = Object.entries(CHECK_TITLES).filter(([name]) => !review[name as keyof typeof CHECK_TITLES])
  const verdict = review.passed ? '审核通过' : `没有通过：${lacking.map(([, title]) => `不${title}`).join('、')}`
  return `${verdict}。${review.by} ${dayAndTimeOf(review.at)}：${review.words}`
}
