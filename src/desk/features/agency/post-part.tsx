import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DutiesText, PostHolder, PostRow } from '#contract/post-duties.ts'
import { longDay, longDayAndTimeOf } from '../../lib/office-time.ts'
import { POST_TITLES } from '../../lib/post-titles.ts'
import { DutiesForm } from './duties-form.tsx'

type Props = { readonly row: PostRow; readonly mayKeep: boolean }

/** One kind of post: its duties today, those before, who holds it, and the way to its sign. */
export function PostPart({ row, mayKeep }: Props) {
  const [isEditing, setEditing] = useState(false)
  const [text, ...before] = row.texts
  const title = POST_TITLES[row.role]
  return (
    <li className="entrustment">
      <h2>{title}</h2>
      {text ? <Text text={text} /> : <p className="muted">还没有登记职责。</p>}
      {before.length > 0 && (
        <details className="agency-earlier">
          <summary>{`以前的 ${before.length} 版`}</summary>
          <ol>
            {before.map((earlier) => (
              <li key={earlier.version}>
                <Text text={earlier} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <ul className="post-holders">
        {row.holders.map((holder) => (
          <Holder key={`${holder.id}${holder.unit}`} role={row.role} holder={holder} />
        ))}
        {row.holders.length === 0 && <li className="muted">今天没有人在这个岗位上。</li>}
      </ul>
      {isEditing && <DutiesForm row={row} title={title} onClose={() => setEditing(false)} />}
      {mayKeep && !isEditing && (
        <button type="button" className="button small" onClick={() => setEditing(true)}>
          {text ? '改职责' : '登记职责'}
          <span className="unseen">{title}</span>
        </button>
      )}
    </li>
  )
}

function Text({ text: { duties, fromOn, by, at } }: { readonly text: DutiesText }) {
  return (
    <>
      <p className="agency-prose">{duties}</p>
      <p className="hint">{`${longDay(fromOn)}起；${by ?? '系统'}于${longDayAndTimeOf(at)}登记。`}</p>
    </>
  )
}

function Holder({ role, holder }: { readonly role: PostRow['role']; readonly holder: PostHolder }) {
  return (
    <li className="agency-member">
      <b>{holder.name}</b>
      <span>{holder.unit}</span>
      {holder.isAtWindow && (
        <Link to="/agency/posts/$personId/$role" params={{ personId: holder.id, role }}>
          公示牌<span className="unseen">{holder.name}</span>
        </Link>
      )}
    </li>
  )
}
