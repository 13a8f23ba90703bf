import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PartyLine } from '#contract/parties.ts'
import { PARTY_LINE_KINDS, PARTY_LINE_TITLES, type PartyLineKind } from '#domain/party/party-line.ts'
import { longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { partyLinesPages } from './party-query.ts'

type Props = { readonly partyId: string; readonly otherAgencyCases: number }

/** 一户式: whatever happened with this party that one may know, the newest first, by kind. */
export function PartyLines({ partyId, otherAgencyCases }: Props) {
  const [kind, setKind] = useState<PartyLineKind>()
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(partyLinesPages(partyId, kind))
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  const counts = data?.pages[0]?.counts
  return (
    <section aria-label="一户式" className="party-lines">
      <h2>一户式</h2>
      <fieldset className="party-kinds" aria-label="看哪一类">
        {[undefined, ...PARTY_LINE_KINDS].map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            className="button small"
            aria-pressed={each === kind}
            onClick={() => setKind(each)}
          >
            {each === undefined ? '全部' : PARTY_LINE_TITLES[each]}
            {counts && (
              <b> {each === undefined ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[each]}</b>
            )}
          </button>
        ))}
      </fieldset>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ol aria-label="经过">
        {lines.map((line) => (
          <li key={`${line.kind}${line.id}`}>
            <time dateTime={line.on}>{longDay(line.on)}</time>
            <span>
              <small className="party-line-kind">{PARTY_LINE_TITLES[line.kind]}</small>
              <LineTitle line={line} />
              <small>{[line.note, !line.isOwn && line.agency].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="button small list-more" onClick={() => void fetchNextPage()}>
          再看一些
        </button>
      )}
      {data && lines.length === 0 && <p className="muted none-yet">没有记录。</p>}
      {otherAgencyCases > 0 && (
        <p className="hint">
          其他机关另有 {otherAgencyCases}{' '}
          件案件，内容由该机关保管；是否为同一违法行为，请与该机关核对（行政处罚法第二十五条、第二十九条）。
        </p>
      )}
    </section>
  )
}

/** Leads into the case where the thing stands; what is of another agency leads nowhere. */
function LineTitle({ line }: { readonly line: PartyLine }) {
  if (line.kind === 'disclosure' && line.isOwn) {
    return (
      <Link to="/disclosures/$disclosureId" params={{ disclosureId: line.id }}>
        {line.title}
      </Link>
    )
  }
  if (line.caseId === null) return <b>{line.title}</b>
  return (
    <Link to="/cases/$caseId" params={{ caseId: line.caseId }} search={SIDES[line.kind]}>
      {line.title}
    </Link>
  )
}

const SIDES: Readonly<Record<PartyLineKind, { readonly show?: string }>> = {
  case: {},
  document: { show: 'documents' },
  licence: { show: 'documents' },
  recording: { show: 'recordings' },
  thing: { show: 'things' },
  disclosure: {},
}
