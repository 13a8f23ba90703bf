import './licences.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemTimes } from '#contract/licences.ts'
import { today } from '../../lib/clock.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { timesQuery } from './licences-query.ts'

const YEARS_BACK = 5

/** What was promised, what the law allows and what it took, by item. */
export function TimesPage() {
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const { data, error } = useQuery(timesQuery(year))
  useTitle('许可办理时间')
  return (
    <main className="licences" aria-label="许可办理时间">
      <Link to="/licences">← 许可登记簿</Link>
      <h1>办理时间</h1>
      <p className="muted">从受理到作出决定的工作日，不计听证、检验等扣除的时间；按登记年度列出已经作出决定的申请。</p>
      <label className="times-year">
        年度
        <select className="control small" value={year} onChange={(event) => setYear(event.target.value)}>
          {Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back)).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {error && <p className="notice late">{sentenceOf(error)}</p>}
      {data && data.items.length > 0 && <TimesTable items={data.items} />}
      {data?.items.length === 0 && <p className="empty">{data.year} 年登记的申请还没有作出决定的。</p>}
      {data?.isCut && <p className="hint">这一年超过 5000 件，只算了最近的 5000 件。</p>}
    </main>
  )
}

function TimesTable({ items }: { readonly items: readonly ItemTimes[] }) {
  return (
    <div className="times-frame">
      <table className="times">
        <thead>
          <tr>
            <th scope="col">许可事项</th>
            <th scope="col">件数</th>
            <th scope="col">承诺</th>
            <th scope="col">法定</th>
            <th scope="col">实际平均</th>
            <th scope="col">超过承诺</th>
            <th scope="col">超过法定</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, count, promised, statutory, actual, beyondPromise, beyondLaw }) => (
            <tr key={item}>
              <th scope="row">{item}</th>
              <td>{count}</td>
              <td>{promised ?? '—'}</td>
              <td>{statutory}</td>
              <td>{actual}</td>
              <td className={beyondPromise > 0 ? 'soon' : undefined}>{beyondPromise}</td>
              <td className={beyondLaw > 0 ? 'late' : undefined}>{beyondLaw}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
