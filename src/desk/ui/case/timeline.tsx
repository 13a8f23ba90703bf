import './timeline.css'
import type { TimelineEntry } from '#contract/cases.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'

type Props = {
  readonly entries: readonly TimelineEntry[]
  readonly people: Readonly<Record<string, string>>
  /** Only so many of the newest. */
  readonly most?: number
}

/** What has happened, newest first: who, when, in the server's sentences. */
export function Timeline({ entries, people, most = Number.POSITIVE_INFINITY }: Props) {
  const newest = entries.toSorted((a, b) => b.seq - a.seq).slice(0, most)
  return (
    <ol className="timeline" aria-label="经过">
      {newest.map((entry) => (
        <li key={entry.seq}>
          {entry.sentence}
          <small>
            {dayAndTimeOf(entry.at)}
            {entry.by && ` · ${people[entry.by] ?? entry.by}`}
          </small>
        </li>
      ))}
    </ol>
  )
}
