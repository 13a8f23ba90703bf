import './access.css'
import '../../ui/case/facts.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { AccessDetail } from '#contract/access.ts'
import { purposeTitle } from '#domain/access-request/access-request.ts'
import { lastDayOf } from '#domain/access-request/refuse-loan.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { AccessControls } from './access-controls.tsx'
import { AccessLoans } from './access-loans.tsx'
import { requestQuery } from './access-queries.ts'
import { AccessScope } from './access-scope.tsx'
import { ID_KIND_WORDS, STATE_TITLES, STATE_TONES, STEP_TITLES } from './access-words.ts'

/** One request: what it opens and how it went at the left, what can be done at the right. */
export function AccessDetailPage() {
  const { requestId } = useParams({ from: '/access/$requestId' })
  const { data: detail, error } = useQuery(requestQuery(requestId))
  useTitle(detail && `调阅：${detail.row.caseName}`)
  if (error && !detail) return <p className="notice late">{sentenceOf(error)}</p>
  if (!detail) return <p className="empty">正在打开…</p>
  const { row } = detail
  return (
    <main className="access-one" aria-label="调阅申请">
      <header className="access-head">
        <Link to="/access">← 调阅</Link>
        <h1>{row.caseName || '尚未归入案件的音像记录'}</h1>
        <p className="muted">
          <b className={`access-state ${STATE_TONES[row.state]}`}>{STATE_TITLES[row.state]}</b>
          {row.untilAt && ` 有效至${longDay(lastDayOf(row.untilAt))}`}
          {' · '}
          {row.bodyName ?? `${row.requestedBy}（${row.unitName}）`}
          {' · '}
          <a href={`/api/access-requests/${row.id}/form`} target="_blank" rel="noreferrer">
            打印审批表
          </a>
        </p>
      </header>
      <div className="access-sides">
        <div className="access-facts">
          <Facts detail={detail} />
          <AccessScope detail={detail} />
          <Steps detail={detail} />
          <AccessLoans detail={detail} />
        </div>
        <section className="access-controls" aria-label="办理">
          <AccessControls detail={detail} />
        </section>
      </div>
    </main>
  )
}

function Facts({ detail: { row, reason, external, followsId } }: { readonly detail: AccessDetail }) {
  const lines: readonly (readonly [string, string])[] = [
    ['事由', reason],
    ['用途', purposeTitle(row.purposes)],
    ['期限', `${row.days} 日${row.untilAt ? `，至${longDay(lastDayOf(row.untilAt))}` : '（自批准之日起算）'}`],
    ...(external
      ? ([
          ['调阅函', `${external.letterNumber}（${longDay(external.letterOn)}）`],
          [
            '持函人',
            `${external.bearerName}，${ID_KIND_WORDS[external.bearerIdKind] ?? ''} ${external.bearerIdMasked}（原件已当面查验）`,
          ],
          ['登记', `${row.requestedBy} ${dayAndTimeOf(row.requestedAt)}`],
        ] as const)
      : ([['提出', `${row.requestedBy}（${row.unitName}） ${dayAndTimeOf(row.requestedAt)}`]] as const)),
  ]
  return (
    <section className="facts" aria-label="申请">
      <dl>
        {lines.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {followsId && (
        <p className="hint">
          接着
          <Link to="/access/$requestId" params={{ requestId: followsId }}>
            上一份申请
          </Link>
          延长。
        </p>
      )}
    </section>
  )
}

function Steps({ detail: { steps, row } }: { readonly detail: AccessDetail }) {
  return (
    <section aria-label="经过" className="access-steps">
      <h2>经过</h2>
      <ol>
        <li>
          <b>{row.bodyName ? '登记调阅函' : '提出申请'}</b>
          <small>
            {row.requestedBy} {dayAndTimeOf(row.requestedAt)}
          </small>
        </li>
        {steps.map((step) => (
          <li key={step.kind}>
            <b>{STEP_TITLES[step.kind] ?? step.kind}</b>
            <small>
              {step.by} {dayAndTimeOf(step.at)}
              {step.days !== null &&
                `，${step.days} 日，${step.purposes?.includes('copy') ? '查看并带走副本' : '只查看'}`}
            </small>
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
        {row.state === 'expired' && row.untilAt && (
          <li>
            <b>到期失效</b>
            <small>{longDay(lastDayOf(row.untilAt))}以后</small>
          </li>
        )}
      </ol>
    </section>
  )
}
