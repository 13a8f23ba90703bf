import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AccessDetail, AccessItem } from '#contract/access.ts'
import { isOpenState } from '#domain/access-request/access-request.ts'
import { PdfFrame } from '../../ui/case/pdf-frame.tsx'

type Props = { readonly detail: AccessDetail }

/** What it opens; who holds the grant opens it from here. */
export function AccessScope({ detail }: Props) {
  const { row, items, isMine } = detail
  const isOpen = isMine && row.kind === 'internal' && isOpenState(row.state)
  return (
    <section aria-label="范围" className="access-scope">
      <h2>范围</h2>
      {row.scope === 'case' && (
        <p className="access-item">
          <span>整件案件：案情、证据、文书、经过和归入本案的音像记录</span>
          {isOpen && row.caseId && (
            <Link
              to="/cases/$caseId"
              params={{ caseId: row.caseId }}
              search={{ show: 'facts' }}
              className="button small"
            >
              查看案件
            </Link>
          )}
        </p>
      )}
      {items.map((item) => (
        <Item key={item.id} item={item} isOpen={isOpen} />
      ))}
    </section>
  )
}

function Item({ item, isOpen }: { readonly item: AccessItem; readonly isOpen: boolean }) {
  const [isShown, setShown] = useState(false)
  return (
    <div>
      <p className="access-item">
        <span>
          {item.title}
          <small>{item.note}</small>
        </span>
        {isOpen && item.kind === 'document' && (
          <button type="button" className="button small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? '收起' : '查看'}
          </button>
        )}
        {isOpen && item.kind === 'recording' && (
          <a className="button small" href={`/recordings/${item.id}`}>
            播放
          </a>
        )}
      </p>
      {isShown && <PdfFrame path={`/api/cases/${item.caseId}/documents/${item.id}/file`} title={item.title} />}
    </div>
  )
}
