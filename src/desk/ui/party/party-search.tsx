import './finder.css'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { PartyRow } from '#contract/parties.ts'
import { partiesQuery } from '../../lib/parties-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'

type Props = {
  readonly picked: readonly string[]
  readonly onPick: (party: PartyRow) => void
  /** Left out where only a registered party can be meant. */
  readonly onRegister?: () => void
}

/** 一户式 register: by name, code or identity number. */
export function PartySearch({ picked, onPick, onRegister }: Props) {
  const [text, setText] = useState('')
  const id = useId()
  const { data, error } = useQuery(partiesQuery(useDebounced(text.trim(), 200)))
  return (
    <div className="finder">
      <label htmlFor={id}>查找当事人</label>
      <input
        id={id}
        className="control"
        type="search"
        placeholder="名称、统一社会信用代码或者证件号码"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <p className="error-line">{sentenceOf(error)}</p>}
      <ul className="found" aria-label="登记簿里的当事人">
        {data?.parties.map((party) => (
          <li key={party.id}>
            <span>
              <b>{party.name}</b>
              <small>{[party.code ?? party.maskedIdNumber, party.address].filter(Boolean).join(' · ')}</small>
            </span>
            {picked.includes(party.id) ? (
              <span className="hint">已选</span>
            ) : (
              <button type="button" className="button small" onClick={() => onPick(party)}>
                选用<span className="unseen">{party.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {data?.parties.length === 0 && <p className="hint">登记簿里没有。{onRegister && '核对后可以登记一个。'}</p>}
      {data?.isCapped && <p className="hint">还有更多，请多写几个字。</p>}
      {onRegister && (
        <div className="buttons">
          <button type="button" className="button small" onClick={onRegister}>
            登记新的当事人
          </button>
        </div>
      )}
    </div>
  )
}
