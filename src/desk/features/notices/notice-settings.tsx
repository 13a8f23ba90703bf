import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../../lib/problem-error.ts'
import { noticeSettingsQuery } from './notices-query.ts'
import { SettingsForm } from './settings-form.tsx'

/** How this person wants to be told, folded away until it is asked for. */
export function NoticeSettings() {
  const { data, error } = useQuery(noticeSettingsQuery)
  return (
    <details className="notice-settings">
      <summary>怎样接收通知</summary>
      {error && <p className="notice late">{sentenceOf(error)}</p>}
      {data && <SettingsForm key={data.version} settings={data} />}
    </details>
  )
}
