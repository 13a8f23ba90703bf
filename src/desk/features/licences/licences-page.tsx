import '../../ui/party/finder.css'
import './licences.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { type LicenceStanding, NEAR_DAYS } from '#domain/licence/licence.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { LicenceLine } from './licence-line.tsx'
import { licencesQuery } from './licences-query.ts'
import { StandingTabs } from './standing-tabs.tsx'
import { STANDING_TITLES } from './standing-words.ts'

/** 许可登记簿: what the agency has granted, and where each licence stands today. */
export function LicencesPage() {
  const { standing } = useSearch({ from: '/licences' })
  const [text, setText] = useState('')
  const [within, setWithin] = useState(String(NEAR_DAYS))
  const rested = useDebounced(text.trim(), 200)
  const days = daysOf(useDebounced(within, 300))
  const { data, error } = useQuery(licencesQuery({ text: rested, standing, within: days ?? NEAR_DAYS }))
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list)
  useTitle('许可登记簿')
  return (
    <main className="licences" aria-label="许可登记簿">
      <div className="licences-head">
        <h1>许可登记簿</h1>
        <Link to="/licences/times" className="button">
          办理时间
        </Link>
      </div>
      <p className="muted">颁证即登记；变更、延续、撤回、撤销和注销随案件更新。是否有效按当天推算。</p>
      <StandingTabs standing={standing} counts={data?.counts} />
      <div className="licence-search">
        <input
          className="control"
          type="search"
          data-search
          aria-label="查找许可"
          aria-keyshortcuts="/"
          placeholder="编号、事项或者被许可人"
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        <label>
          届满前
          <input
            className="control"
            inputMode="numeric"
            value={within}
            maxLength={3}
            aria-invalid={days === undefined || undefined}
            onChange={(event) => setWithin(event.target.value)}
          />
          日内算即将届满
        </label>
      </div>
      {days === undefined && <p className="error-line">天数应为 1 到 730 的整数，例如 60</p>}
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label={standing ? STANDING_TITLES[standing] : '全部许可'}>
        {data?.rows.map((row) => (
          <LicenceLine key={row.id} row={row} />
        ))}
      </ul>
      {data?.rows.length === 0 && <Nothing text={rested} standing={standing} />}
      {data?.isCut && <p className="hint">只列出最先届满的 500 件，请写编号、事项或者名称查找。</p>}
    </main>
  )
}

function daysOf(typed: string): number | undefined {
  const days = Number(typed)
  return Number.isInteger(days) && days >= 1 && days <= 730 ? days : undefined
}

function Nothing({ text, standing }: { readonly text: string; readonly standing: LicenceStanding | undefined }) {
  const title = standing ? `“${STANDING_TITLES[standing]}”的许可` : '许可'
  return (
    <div className="empty">
      <h2>{text ? `没有找到“${text}”` : `没有${title}`}</h2>
      <p>{text ? '请核对编号，或者只写名称里的两个字。' : '颁发许可证件以后，许可会列在这里。'}</p>
    </div>
  )
}
