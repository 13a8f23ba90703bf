import './disclosures.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { DisclosureDetail } from '#contract/disclosures.ts'
import { TIER_TITLES } from '#domain/disclosure/publicity-term.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'
import { CoveredPhotographs } from '../../ui/case/evidence/covered-photographs.tsx'
import { DisclosureControls } from './disclosure-controls.tsx'
import { disclosureQuery } from './disclosures-query.ts'
import { numbered } from './marked-text.tsx'
import { PublicPreview } from './public-preview.tsx'
import { ReplacementList } from './replacement-list.tsx'
import { STATE_TITLES } from './state-titles.ts'

/** What the public sees at the left; what can be done, and every redaction, at the right. */
export function DisclosurePage() {
  const { disclosureId } = useParams({ from: '/disclosures/$disclosureId' })
  const { data: detail, error } = useQuery(disclosureQuery(disclosureId))
  useTitle(detail && `公示：${detail.row.caseName}`)
  if (error && !detail) return <p className="notice late">{sentenceOf(error)}</p>
  if (!detail) return <p className="empty">正在打开…</p>
  const marks = numbered(detail.replacements)
  return (
    <main className="disclosure" aria-label="公示">
      <Head detail={detail} />
      <div className="disclosure-sides">
        <PublicPreview detail={detail} marks={marks} />
        <section className="disclosure-controls" aria-label="办理">
          <DisclosureControls detail={detail} />
          <Versions detail={detail} />
          <CoveredPhotographs caseId={detail.row.caseId} />
          {detail.shows !== 'nothing' && <ReplacementList marks={marks} suggestions={detail.suggestions} />}
        </section>
      </div>
    </main>
  )
}

function Head({ detail: { row, obstacle } }: { readonly detail: DisclosureDetail }) {
  const isWaiting = row.state === 'due' || row.state === 'prepared'
  const facts = [
    row.documentTitle,
    row.number,
    isWaiting && `${longDay(row.dueOn)}前公示`,
    row.tier && `失信程度：${TIER_TITLES[row.tier]}`,
    row.publishedUntilOn && `公示至${longDay(row.publishedUntilOn)}`,
  ]
  return (
    <header className="disclosure-head">
      <Link to="/disclosures" search={{ state: row.state }}>
        ← {STATE_TITLES[row.state]}
      </Link>
      <h1>{row.caseName}</h1>
      <p className="muted">
        <b className={`disclosure-state ${row.state}`}>{STATE_TITLES[row.state]}</b>{' '}
        {isWaiting && <ClockMark daysLeft={row.daysLeft} />} {facts.filter(Boolean).join(' · ')}
        {' · '}
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          看案件
        </Link>
      </p>
      <Why row={row} obstacle={isWaiting ? obstacle : null} />
    </header>
  )
}

/** Why it is not public, or not any more; a late withdrawal is said. */
function Why({ row, obstacle }: Pick<DisclosureDetail, 'row' | 'obstacle'>) {
  const isLate =
    row.withdrawDueOn !== null && row.withdrawnAt !== null && officeDay(row.withdrawnAt) > row.withdrawDueOn
  const { reason, basis } = obstacle ?? row
  if (!reason) return null
  return (
    <p className={isLate ? 'notice late' : 'notice'}>
      {isLate && row.withdrawDueOn && <strong>撤回晚于期限（{longDay(row.withdrawDueOn)}）</strong>}
      {reason}
      {basis && <span className="muted">（{basis}）</span>}
    </p>
  )
}

const OFFICE_AHEAD_MS = 8 * 3_600_000
const officeDay = (instant: string): string =>
  new Date(new Date(instant).getTime() + OFFICE_AHEAD_MS).toISOString().slice(0, 10)

function Versions({ detail: { versions } }: { readonly detail: DisclosureDetail }) {
  if (versions.length < 2) return null
  return (
    <section className="versions" aria-label="更正记录">
      <h2>更正记录</h2>
      <ol>
        {versions.map(({ number, publishedAt, note }) => (
          <li key={number}>
            第 {number} 版　{dayAndTimeOf(publishedAt)}
            {note && <small>{note}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}
