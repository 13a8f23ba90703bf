import './successions.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { SheetLine, SuccessionSheet } from '#contract/successions.ts'
import { officeDateOf } from '#domain/calendar/due-at.ts'
import { SUCCESSION_GROUNDS } from '#domain/succession/ground.ts'
import { longDay, timeOf } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { sheetQuery } from './successions-query.ts'

/** 工作交接单: what was handed over and what stayed, to be printed and signed by both. */
export function SheetPage() {
  const { successionId } = useParams({ from: '/successions/$successionId' })
  const { data, error } = useQuery(sheetQuery(successionId))
  useTitle('工作交接单')
  return (
    <main className="successions succession-sheet" aria-label="工作交接单">
      <Link to="/successions" className="succession-back">
        工作交接
      </Link>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && <Sheet sheet={data} />}
    </main>
  )
}

function Sheet({ sheet }: { readonly sheet: SuccessionSheet }) {
  const { agency, from, ground, words, by, at, lines } = sheet
  const moved = lines.filter(({ refusal }) => refusal === null)
  const stayed = lines.filter(({ refusal }) => refusal !== null)
  const takers = [...new Set(moved.flatMap(({ to }) => (to === null ? [] : [to])))]
  return (
    <>
      <header>
        <p className="muted">{agency}</p>
        <h1>工作交接单</h1>
      </header>
      <dl className="succession-head">
        <Said title="移交人" words={from} />
        <Said title="接手人" words={takers.join('、')} />
        <Said title="原因" words={[SUCCESSION_GROUNDS[ground], words].filter(Boolean).join('，')} />
        <Said title="办理" words={`${by}，${longDay(officeDateOf(at))} ${timeOf(at)}`} />
      </dl>
      <p className="hint">环节和期限是交接当时的；案件后来怎样，请看案件。</p>
      <h2>{`已经移交（${moved.length} 件）`}</h2>
      <ol className="succession-lines" aria-label="已经移交">
        {moved.map((line) => (
          <Line key={`${line.caseId}/${line.what}`} line={line} />
        ))}
      </ol>
      {stayed.length > 0 && (
        <>
          <h2>{`没有移交（${stayed.length} 件）`}</h2>
          <ol className="succession-lines" aria-label="没有移交">
            {stayed.map((line) => (
              <Line key={`${line.caseId}/${line.what}`} line={line} />
            ))}
          </ol>
        </>
      )}
      <div className="succession-signing" aria-hidden="true">
        {[`移交人：${from}`, ...takers.map((name) => `接手人：${name}`), `监交人：${by}`].map((title) => (
          <p key={title}>
            {title}
            <span>签名</span>
            <span>年　月　日</span>
          </p>
        ))}
      </div>
      <button type="button" className="button" onClick={() => window.print()}>
        打印交接单
      </button>
    </>
  )
}

function Said({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function Line({ line }: { readonly line: SheetLine }) {
  const { caseId, name, number, party, what, stage, dueOn, dueTitle, to, refusal } = line
  const facts = [number, party, stage, dueOn && `${dueTitle} ${dueOn}`].filter(Boolean)
  return (
    <li>
      <Link to="/cases/$caseId" params={{ caseId }}>
        {name}
      </Link>
      <small>{[what, ...facts].join(' · ')}</small>
      {refusal === null ? (
        <small>{`接手人：${to}`}</small>
      ) : (
        <small className="soon">
          {to && `想交给${to}：`}
          {refusal.sentence}
          {refusal.basis && `（${refusal.basis}）`}
        </small>
      )}
    </li>
  )
}
