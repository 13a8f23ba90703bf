import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Item, ItemKind } from '#domain/item/item.ts'
import { itemsQuery } from '../../../lib/items-query.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { useDebounced } from '../../../lib/use-debounced.ts'

type Props = { readonly kind: ItemKind; readonly onPick: (item: Item) => void }

/** The agency's items of one kind by words; what is not published cannot be picked, and says so. */
export function ItemSearch({ kind, onPick }: Props) {
  const [text, setText] = useState('')
  const id = useId()
  const { data, error } = useQuery(itemsQuery({ text: useDebounced(text.trim(), 200), kind }))
  return (
    <div className="finder">
      <label htmlFor={id}>查找事项</label>
      <input
        id={id}
        className="control"
        type="search"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p className="error-line">{sentenceOf(error)}</p>}
      <ul className="found" aria-label={`清单里的${kind}事项`}>
        {data?.items.map((item) => (
          <li key={item.id}>
            <span>
              <b>{item.name}</b>
              <small>{item.basis}</small>
              {item.publishedOn === null && <small>没有公布，不得实施</small>}
            </span>
            <button
              type="button"
              className="button small"
              disabled={item.publishedOn === null}
              onClick={() => onPick(item)}
            >
              选用<span className="unseen">{item.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 && <p className="hint">清单里没有。换一个词，或者请负责清单的人导入。</p>}
      {data?.isCapped && <p className="hint">还有更多，请多写几个字。</p>}
    </div>
  )
}
