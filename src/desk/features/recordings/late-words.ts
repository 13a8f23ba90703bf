import type { RecordingRow } from '#contract/recordings.ts'

/** How late something came in; undefined when it was in time. */
export function lateWords({ hoursLate }: Pick<RecordingRow, 'hoursLate'>): string | undefined {
  if (hoursLate === null) return undefined
  if (hoursLate < 1) return '逾期存入，超过期限不到 1 小时'
  if (hoursLate < 48) return `逾期存入，超过期限 ${hoursLate} 小时`
  return `逾期存入，超过期限 ${Math.floor(hoursLate / 24)} 天`
}
