import './trail.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TrailAnswer } from '#contract/trails.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useSession } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { PersonPick } from './person-pick.tsx'
import { TrailFiles } from './trail-files.tsx'
import { type TrailPeriod, trailPages } from './trail-query.ts'
import { TrailTable } from './trail-table.tsx'

/** 操作记录: who did what to an object, or what a person did, in a period; and files of it. */
export function TrailPage() {
  const search = useSearch({ from: '/trail' })
  const own = `person:${useSession().session.person.id}`
  const subject = search.subject ?? own
  const pages = useInfiniteQuery(trailPages(subject, search))
  const [first] = pages.data?.pages ?? []
  useTitle(first && `操作记录：${first.title}`)
  return (
    <main className="trail" aria-label="操作记录">
      <h1>操作记录</h1>
      <p className="trail-subject">
        <b>{first?.title ?? '…'}</b>
        <small>{subject === own && '您自己的操作'}</small>
      </p>
      <PersonPick subject={subject} own={own} />
      <Period first={first} asked={search} />
      <Refused error={pages.error} />
      {pages.data && <TrailTable entries={pages.data.pages.flatMap((page) => page.entries)} />}
      {pages.hasNextPage && (
        <button
          type="button"
          className="button small list-more"
          disabled={pages.isFetching}
          onClick={() => void pages.fetchNextPage()}
        >
          {pages.isFetching ? '正在读取…' : '再看一些'}
        </button>
      )}
    </main>
  )
}

function Refused({ error }: { readonly error: unknown }) {
  if (!error) return null
  return (
    <p className="notice late" role="alert">
      {sentenceOf(error)}
    </p>
  )
}

type PeriodProps = { readonly first: TrailAnswer | undefined; readonly asked: TrailPeriod }

function Period({ first, asked }: PeriodProps) {
  const navigate = useNavigate()
  const put = (name: 'from' | 'until') => (value: string) =>
    void navigate({ to: '/trail', search: (old) => ({ ...old, [name]: value || undefined }), replace: true })
  return (
    <div className="trail-period">
      <DateField
        pointer="from"
        title="自"
        hasTime={false}
        value={asked.from ?? first?.fromOn ?? ''}
        onChange={put('from')}
      />
      <DateField
        pointer="until"
        title="至"
        hasTime={false}
        value={asked.until ?? first?.untilOn ?? ''}
        onChange={put('until')}
      />
      {first && <TrailFiles subject={first.subject} from={first.fromOn} until={first.untilOn} />}
    </div>
  )
}
