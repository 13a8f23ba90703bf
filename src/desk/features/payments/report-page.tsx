import './payments.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PaymentReport } from '#contract/payments.ts'
import { isBooked, LINE_OUTCOMES, type LineOutcome } from '#domain/payment/line-outcome.ts'
import { yuanOf } from '#domain/payment/yuan.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { reportQuery } from './payments-query.ts'

/** Line by line what became of one file; the sums above add up to that of the file. */
export function ReportPage() {
  const { fileId } = useParams({ from: '/payments/$fileId' })
  const { data, error } = useQuery(reportQuery(fileId))
  useTitle('对账结果')
  return (
    <main className="payments" aria-label="对账结果">
      <Link to="/payments">缴款</Link>
      <h1>对账结果</h1>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && <Report report={data} />}
    </main>
  )
}

function Report({ report }: { readonly report: PaymentReport }) {
  const { fileName, encoding, at, by, columns, sumFen, totals, lines } = report
  const read = columns.flatMap(({ head, as }) => (as === null ? [] : [head === as ? as : `${head}（${as}）`]))
  const unread = columns.filter(({ as }) => as === null).map(({ head }) => head)
  return (
    <>
      <p className="muted">{`${fileName} · ${encoding} · ${dayAndTimeOf(at)} · ${by ?? '由命令导入'}`}</p>
      <p className="hint">{`读的列：${read.join('、')}${unread.length > 0 ? `；没有用到：${unread.join('、')}` : ''}`}</p>
      <table className="payment-totals">
        <caption className="unseen">各种结果的合计</caption>
        <tbody>
          {totals.map(({ is, lines: count, sumFen: sum }) => (
            <tr key={is}>
              <th scope="row" className={toneOf(is)}>
                {LINE_OUTCOMES[is]}
              </th>
              <td>{`${count} 笔`}</td>
              <td>{yuanOf(sum)}</td>
            </tr>
          ))}
          <tr className="payment-total">
            <th scope="row">文件合计</th>
            <td>{`${lines.length} 笔`}</td>
            <td>{yuanOf(sumFen)}</td>
          </tr>
        </tbody>
      </table>
      <ol aria-label="逐行的结果">
        {lines.map((line) => (
          <li key={line.line} className="payment">
            <div className="payment-words">
              <b className={toneOf(line.is)}>{`第 ${line.line} 行 ${LINE_OUTCOMES[line.is]}`}</b>
              <small>{[line.payer, line.serial && `流水号 ${line.serial}`].filter(Boolean).join(' · ')}</small>
            </div>
            {line.amountFen !== null && <b className="payment-sum">{yuanOf(line.amountFen)}</b>}
            <p className="muted">
              {line.sentence}
              {line.caseId && (
                <Link to="/cases/$caseId" params={{ caseId: line.caseId }}>
                  {line.caseName}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

function toneOf(outcome: LineOutcome): string {
  if (isBooked(outcome)) return outcome === 'over' ? 'soon' : 'ok'
  return outcome === 'known' ? 'muted' : outcome === 'broken' ? 'late' : 'soon'
}
