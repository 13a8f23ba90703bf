import './catalogue.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { anyRole, isPermitted } from '#domain/access/permissions.ts'
import { ITEM_KINDS, type Item } from '#domain/item/item.ts'
import { itemsQuery } from '../../lib/items-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useSession } from '../../lib/session-context.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ItemFileForm } from './item-file-form.tsx'

/** Whom the openings of procedures name. */
const OPENERS = anyRole('handler', 'clerk')

/** 权责清单: what this agency may do, on which basis, and whether it has been published; a case begins from here. */
export function CataloguePage() {
  const { kind } = useSearch({ from: '/catalogue' })
  const { session } = useSession()
  const [text, setText] = useState('')
  const { data, error } = useQuery(itemsQuery({ text: useDebounced(text.trim(), 200), kind, limit: 200 }))
  const go = useNavigate()
  useTitle('权责清单')
  const choose = (chosen: string) => void go({ to: '/catalogue', search: chosen === '' ? {} : { kind: chosen } })
  const mayOpen = isPermitted(OPENERS, session.roles)
  return (
    <main className="catalogue" aria-label="权责清单">
      <h1>权责清单</h1>
      <p className="muted">
        本机关可以实施的事项，今天适用的一版。没有公布的不得实施；从事项开案，名称和依据由清单带入。
      </p>
      <div className="catalogue-tools">
        <label>
          查找
          <input
            className="control"
            type="search"
            value={text}
            maxLength={100}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <label>
          类别
          <select className="control" value={kind ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">全部</option>
            {ITEM_KINDS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul className="catalogue-items" aria-label="事项">
        {data?.items.map((item) => (
          <ItemRow key={item.id} item={item} mayOpen={mayOpen} />
        ))}
      </ul>
      {data?.items.length === 0 && <p className="empty">没有这样的事项。换一个词，或者先导入本机关的清单。</p>}
      {data?.isCapped && <p className="hint">只列出前 200 项，请按文字或者类别查找。</p>}
      {data?.mayImport && <ItemFileForm />}
    </main>
  )
}

function ItemRow({ item, mayOpen }: { readonly item: Item; readonly mayOpen: boolean }) {
  const { id, name, kind, code, version, level, basis, publishedOn, fromOn, untilOn } = item
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>{[kind, code, `第 ${version} 版`, level].join(' · ')}</small>
        <small>依据：{basis}</small>
        <small>
          {publishedOn === null ? <span className="late">没有公布，不得实施</span> : `${publishedOn} 公布`}，{fromOn}{' '}
          施行
          {untilOn !== null && `，到 ${untilOn} 为止`}
        </small>
      </div>
      {mayOpen && publishedOn !== null && (
        <Link className="button small" to="/cases/new" search={{ item: id }}>
          开案<span className="unseen">：{name}</span>
        </Link>
      )}
    </li>
  )
}
