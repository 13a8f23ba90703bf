import '../../ui/party/finder.css'
import './parties.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { INTAKE } from '#domain/access/permissions.ts'
import { partiesQuery } from '../../lib/parties-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useListKeys } from '../../lib/use-list-keys.ts'
import { useTitle } from '../../lib/use-title.ts'
import { PartyRegistration } from '../../ui/party/party-registration.tsx'
import { PartyLine } from './party-line.tsx'

/** 当事人: one register for all agencies. */
export function PartiesPage() {
  const { q = '' } = useSearch({ from: '/parties' })
  const [text, setText] = useState(q)
  const [isRegistering, setRegistering] = useState(false)
  const rested = useDebounced(text.trim(), 200)
  const navigate = useNavigate()
  const { data, error } = useQuery(partiesQuery(rested))
  const list = useRef<HTMLUListElement>(null)
  const mayRegister = useMay(INTAKE)
  useListKeys(list)
  useTitle('当事人')
  useEffect(() => {
    void navigate({ to: '/parties', search: rested ? { q: rested } : {}, replace: true })
  }, [rested, navigate])
  return (
    <main className="parties" aria-label="当事人">
      <div className="parties-head">
        <h1>当事人</h1>
        {mayRegister && !isRegistering && (
          <button type="button" className="button" onClick={() => setRegistering(true)}>
            登记当事人
          </button>
        )}
      </div>
      <p className="muted">一户一档，各机关共用。每次查找和查看都留下记录。</p>
      {isRegistering && (
        <PartyRegistration
          onRegistered={({ id }) => void navigate({ to: '/parties/$partyId', params: { partyId: id } })}
          onCancel={() => setRegistering(false)}
        />
      )}
      <input
        className="control parties-search"
        type="search"
        data-search
        aria-label="查找当事人"
        aria-keyshortcuts="/"
        placeholder="名称、代码、证件号码、电话或者文号"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul ref={list} aria-label="找到的当事人">
        {data?.parties.map((party) => (
          <PartyLine key={party.id} party={party} />
        ))}
      </ul>
      {rested === '' && <p className="hint">写名称里的两个字，或者完整的代码、证件号码。</p>}
      {data?.parties.length === 0 && <p className="muted">登记簿里没有“{rested}”。</p>}
      {data?.isCapped && <p className="hint">还有更多，请多写几个字。</p>}
    </main>
  )
}
