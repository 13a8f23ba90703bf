import './transfers.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { TransferDetail } from '#contract/transfers.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ClockMark } from '../../ui/case/clock-mark.tsx'
import { ReplyForm } from './reply-form.tsx'
import { transferPath, transferQuery } from './transfers-query.ts'

/** One transfer: what is suspected, the papers, the terms, and what each office has answered. */
export function TransferPage() {
  const { caseId, run } = useParams({ from: '/transfers/$caseId/$run' })
  const { data: detail, error } = useQuery(transferQuery(caseId, run))
  useTitle(detail && `移送：${detail.caseName}`)
  if (error && !detail) return <p className="notice late">{sentenceOf(error)}</p>
  if (!detail) return <p className="empty">正在打开…</p>
  return (
    <main className="transfers" aria-label="移送">
      <Link to="/transfers">← 移送的案件</Link>
      <h1>{detail.caseName}</h1>
      <p className="muted">
        <b>{detail.stageTitle}</b> <ClockMark daysLeft={detail.daysLeft} />{' '}
        {[detail.caseNumber, detail.agencyName, `电话 ${detail.agencyPhone}`, detail.parties]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="transfer-sides">
        <div>
          <Replies replies={detail.replies} />
          <h2>移送的情况</h2>
          <dl className="transfer-facts">
            {detail.facts.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
        <aside aria-label="办理">
          <ReplyForm detail={detail} />
          <Papers detail={detail} />
          <Terms clocks={detail.clocks} />
        </aside>
      </div>
    </main>
  )
}

function Replies({ replies }: Pick<TransferDetail, 'replies'>) {
  return (
    <section aria-label="各方的答复">
      <h2>各方的答复</h2>
      {replies.length === 0 && <p className="muted">还没有答复。</p>}
      <ol className="transfer-lines">
        {replies.map(({ title, office, by, at, text }) => (
          <li key={at + title}>
            <b>{title}</b>　{text}
            <small>{[office, by, dayAndTimeOf(at)].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Papers({ detail: { caseId, run, documents } }: { readonly detail: TransferDetail }) {
  return (
    <section aria-label="文书">
      <h2>文书</h2>
      <ul className="transfer-lines">
        {documents.map(({ id, title, number, issuedOn, isReady }) => (
          <li key={id}>
            {isReady ? (
              <a href={`${transferPath(caseId, run)}/documents/${id}/file`} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              <span>{title}（正在排版）</span>
            )}
            <small>{[number, longDay(issuedOn)].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Terms({ clocks }: Pick<TransferDetail, 'clocks'>) {
  return (
    <section aria-label="期限">
      <h2>期限</h2>
      <ul className="transfer-lines">
        {clocks.map(({ title, dueOn, metOn, daysLeft }) => (
          <li key={title + dueOn}>
            {title}　{metOn ? `${longDay(metOn)}办理` : <ClockMark daysLeft={daysLeft} />}
            <small>{longDay(dueOn)}前</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
