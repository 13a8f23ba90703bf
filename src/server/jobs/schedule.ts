import { type ParsedCronItem, parseCronItems } from 'graphile-worker'
import type { Task } from './tasks.ts'

type Entry = { readonly task: Task /** Minute, hour, day, month and weekday, in UTC. */; readonly match: string }

/** Shanghai is eight hours ahead: 16:05 UTC is five past midnight, when a new office day has begun. */
const ENTRIES: readonly Entry[] = [
  { task: 'publish-due', match: '5 * * * *' },
  { task: 'tell-due', match: '10 * * * *' },
  { task: 'remove-expired-uploads', match: '20 16 * * *' },
  { task: 'forget-answers', match: '30 16 * * *' },
]
const DAY_MS = 24 * 60 * 60 * 1000

/** Recurring jobs; of what was missed while nothing ran, the last day is made up for. Each runs once whatever the number of workers. */
export function schedule(): ParsedCronItem[] {
  return parseCronItems(
    ENTRIES.map(({ task, match }) => ({
      task,
      match,
      identifier: task,
      payload: {},
      options: { backfillPeriod: DAY_MS, jobKey: task, jobKeyMode: 'replace' as const },
    })),
  )
}
