import './archive.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ArchiveDetail } from '#contract/archive.ts'
import { ARRANGEMENT_TITLES } from '#domain/archive/catalogue.ts'
import { archiveDetailQuery } from '../../lib/archive/archive-queries.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BoundCatalogue } from '../../ui/archive/bound-catalogue.tsx'
import { ClockMark } from '../../ui/case/clock-mark.tsx'
import { ArchiveDecision } from './archive-decision.tsx'
import { PackageList } from './package-list.tsx'
import { PropertyReport } from './property-report.tsx'
import { SupplementForm } from './supplement-form.tsx'

/** One dossier for the archivist: what to decide, the test, the catalogue, the course, the packages. */
export function ArchiveDetailPage() {
  const { dossierId } = useParams({ from: '/archive/$dossierId' })
  const { data: detail, error } = useQuery(archiveDetailQuery(dossierId))
  useTitle(detail && `归档：${detail.dossier.caseName}`)
  if (error && !detail) return <p className="notice late">{sentenceOf(error)}</p>
  if (!detail) return <p className="empty">正在打开案卷…</p>
  const { dossier, packages } = detail
  return (
    <main className="archive" aria-label="案卷">
      <Head id={dossierId} detail={detail} />
      <div className="archive-sides">
        <aside className="archive-aside" aria-label="办理">
          <ArchiveDecision id={dossierId} detail={detail} />
          <PackageList packages={packages} />
          <SupplementForm id={dossierId} dossier={dossier} />
          <Steps steps={detail.steps} />
        </aside>
        <div>
          <h2>卷内目录</h2>
          <p className="muted">{ARRANGEMENT_TITLES[dossier.arrangement]}排列</p>
          <BoundCatalogue
            lines={dossier.lines}
            pages={dossier.pages}
            volume={dossier.volume}
            path={`/api/cases/${dossier.caseId}/dossier/volume`}
          />
          {dossier.notes && (
            <>
              <h2>情况说明</h2>
              <p>{dossier.notes}</p>
            </>
          )}
          <Test detail={detail} />
        </div>
      </div>
    </main>
  )
}

function Test({ detail: { dossier, test } }: { readonly detail: ArchiveDetail }) {
  if (test.length > 0) return <PropertyReport test={test} />
  if (dossier.state !== 'handed-over') return null
  return <p className="notice">正在逐个重读卷内文件，读完就有四性检测的结果…</p>
}

const STATES = { 'handed-over': '待接收', returned: '已退回', sealed: '已封存' } as const
const LISTS = { 'handed-over': 'waiting', returned: 'not-handed-over', sealed: 'sealed' } as const

type HeadProps = { readonly id: string; readonly detail: ArchiveDetail }

function Head({ id, detail: { dossier, handedOverBy, handedOverAt } }: HeadProps) {
  const { state, dueOn, daysLeft, retention, retentionReason, archiveNumber } = dossier
  const at = state ?? 'handed-over'
  const facts = [
    archiveNumber && `归档号 ${archiveNumber}`,
    `保管期限 ${retention}${retentionReason ? `（${retentionReason}）` : ''}`,
    `${handedOverBy} ${dayAndTimeOf(handedOverAt)} 移交`,
    state !== 'sealed' && dueOn && `${longDay(dueOn)}前归档`,
  ]
  return (
    <header className="archive-head">
      <Link to="/archive" search={{ list: LISTS[at] }}>
        ← {STATES[at]}
      </Link>
      <h1>{dossier.caseName}</h1>
      <p className="muted">
        <b>{STATES[at]}</b> {state !== 'sealed' && <ClockMark daysLeft={daysLeft} />}{' '}
        {facts.filter(Boolean).join(' · ')}
        {' · '}
        <Link to="/cases/$caseId" params={{ caseId: dossier.caseId }}>
          看案件
        </Link>
        {' · '}
        <Link to="/trail" search={{ subject: `dossier:${id}` }}>
          操作记录
        </Link>
      </p>
      {state === 'returned' && (
        <p className="notice soon">
          <strong>已退回承办人员</strong>
          {dossier.returnedReason}
        </p>
      )}
    </header>
  )
}

const STEPS: Readonly<Record<string, string>> = {
  'handed-over': '移交',
  returned: '退回',
  sealed: '接收并封存',
  supplemented: '补充归档',
}

function Steps({ steps }: { readonly steps: ArchiveDetail['steps'] }) {
  return (
    <section aria-label="经过">
      <h2>经过</h2>
      <ol className="archive-steps">
        {steps.map(({ step, by, at, remark }) => (
          <li key={`${step}${at}`}>
            {dayAndTimeOf(at)}　{by}　{STEPS[step]}
            {remark && <span className="muted">　{remark}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
