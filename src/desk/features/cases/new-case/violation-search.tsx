import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ViolationSummary, ViolationsAnswer } from '#contract/catalogue.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { read } from '../../../lib/request.ts'
import { useDebounced } from '../../../lib/use-debounced.ts'

/** The catalogue of violations by words; each shows its bases and the range before it is picked. */
export function ViolationSearch({ onPick }: { readonly onPick: (violation: ViolationSummary) => void }) {
  const [text, setText] = useState('')
  const id = useId()
  const rested = useDebounced(text.trim(), 200)
  const { data, error } = useQuery({
    queryKey: ['violations', rested],
    queryFn: ({ signal }) =>
      read<ViolationsAnswer>(`/api/violations?${new URLSearchParams({ text: rested, limit: '8' })}`, signal),
    placeholderData: (old) => old,
  })
  return (
    <div className="finder">
      <label htmlFor={id}>查找违法行为</label>
      <input
        id={id}
        className="control"
        type="search"
        placeholder="如：超过保质期"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p className="error-line">{sentenceOf(error)}</p>}
      <ul className="found" aria-label="清单里的违法行为">
        {data?.violations.map((violation) => (
          <li key={violation.id}>
            <span>
              <b>{violation.cause}</b>
              <small>{violation.basisPenalty}</small>
              {violation.rangeText && <small className="range">{violation.rangeText}</small>}
            </span>
            <button type="button" className="button small" onClick={() => onPick(violation)}>
              选用<span className="unseen">{violation.cause}</span>
            </button>
          </li>
        ))}
      </ul>
      {data?.violations.length === 0 && <p className="hint">清单里没有。换一个词，或者请管理员导入清单。</p>}
      {data?.isCapped && <p className="hint">还有更多，请多写几个字。</p>}
    </div>
  )
}
