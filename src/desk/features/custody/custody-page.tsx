import './custody.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { CustodyRow } from '#contract/custody.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
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
  const [text, setText] = useState('')
  const rested = useDebounced(text.trim(), 200)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(custodyQuery(rested))
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('涉案物品')
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
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
      <search className="custody-search">
        <label htmlFor="custody-text">查找物品</label>
        <input
          id="custody-text"
          className="control"
          type="search"
          placeholder="名称、封条、货位、当事人、案号"
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      <nav className="custody-places" aria-label="按所在筛选">
        {PLACES.map(([at, title]) => (
          <Link
            key={at}
            to="/custody"
            search={at === '' ? {} : { place: at }}
            activeOptions={BY_SEARCH}
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
      <ul ref={list} aria-label="在保管中的物品">
        {shown.map((row) => (
          <CustodyLine key={row.caseId + row.thing} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <p className="custody-more">
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? '正在读取…' : '再看后面的'}
          </button>
          <span className="hint">已列出 {rows.length} 件；各处的件数只算已列出的。</span>
        </p>
      )}
      {data && shown.length === 0 && rested !== '' && <p className="hint">没有找到，换一个词试试。</p>}
      {data && shown.length === 0 && rested === '' && (
        <div className="empty">
          <h2>没有在保管中的物品</h2>
          <p>先行登记保存、抽样取证、查封扣押的物品登记以后，会按期限排在这里，直到返还、移交或者销毁。</p>
        </div>
      )}
    </main>
  )
}
