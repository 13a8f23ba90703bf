import './custody.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CustodyRow } from '#contract/custody.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { CustodyLine } from './custody-line.tsx'
import { custodyQuery } from './custody-query.ts'

const PLACES = [
  ['', '全部'],
  ['store', '在库'],
  ['officers', '执法人员保管'],
  ['site', '就地保存'],
  ['out', '送出'],
] as const

/** Everything in custody: what is where, what is due, what is late. */
export function CustodyPage() {
  const { place = '' } = useSearch({ from: '/custody' })
  const { data, error } = useQuery(custodyQuery)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('涉案物品')
  const rows = data?.rows ?? []
  const isAt = (row: CustodyRow, at: string) => at === '' || row.where.some((where) => where === at)
  const shown = rows.filter((row) => isAt(row, place))
  const late = rows.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length
  return (
    <main className="custody" aria-label="涉案物品">
      <h1>涉案物品</h1>
      <p className="muted">
        期限近的在前。对查封、扣押的财物应当妥善保管，不得使用或者损毁（《行政强制法》第二十六条第一款）。
        {late > 0 && <b className="late">有 {late} 件已经逾期。</b>}
      </p>
      <nav className="custody-places" aria-label="按所在筛选">
        {PLACES.map(([at, title]) => (
          <Link
            key={at}
            to="/custody"
            search={at === '' ? {} : { place: at }}
            aria-current={at === place ? 'page' : undefined}
          >
            {title} <b>{rows.filter((row) => isAt(row, at)).length}</b>
          </Link>
        ))}
      </nav>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data?.isCut && <p className="notice soon">物品很多，这里只列出期限最近的三百件案件的。</p>}
      <ul ref={list} aria-label="在保管中的物品">
        {shown.map((row) => (
          <CustodyLine key={row.caseId + row.thing} row={row} />
        ))}
      </ul>
      {data && shown.length === 0 && (
        <div className="empty">
          <h2>没有在保管中的物品</h2>
          <p>先行登记保存、抽样取证、查封扣押的物品登记以后，会按期限排在这里，直到返还、移交或者销毁。</p>
        </div>
      )}
    </main>
  )
}
