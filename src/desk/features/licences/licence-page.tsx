import '../../ui/due-row.css'
import './licences.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { LicenceDetail } from '#contract/licences.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { licenceQuery } from '../../lib/licence-query.ts'
import { longDay } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { LicenceStarts } from './licence-starts.tsx'
import { standingWords } from './standing-words.ts'

/** One licence: what it allows, what was done about it, and what may be begun. */
export function LicencePage() {
  const { licenceId } = useParams({ from: '/licences/$licenceId' })
  const { data, error } = useQuery(licenceQuery(licenceId))
  useTitle(data && `${data.row.item} ${data.row.number}`)
  if (error) return <p className="notice late">{sentenceOf(error)}</p>
  if (!data) return <p className="empty">正在打开…</p>
  const { row } = data
  const { words, tone } = standingWords(row)
  return (
    <main className="licences" aria-label="许可">
      <Link to="/licences">← 许可登记簿</Link>
      <h1>{row.item}</h1>
      <p className="licence-standing">
        <b>{row.number}</b> <span className={tone}>{words}</span>
      </p>
      <dl className="licence-facts">
        <div>
          <dt>被许可人</dt>
          <dd>
            {data.holders.map(({ id, name }) => (
              <Link key={id} to="/parties/$partyId" params={{ partyId: id }}>
                {name}
              </Link>
            ))}
          </dd>
        </div>
        {factsOf(data).map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <LicenceStarts row={row} today={data.today as PlainDate} />
      <section aria-label="历次案件">
        <h2>历次案件</h2>
        <ol className="licence-cases">
          {data.cases.map(({ id, name, number, procedure, openedOn, standing }) => (
            <li key={id}>
              <Link to="/cases/$caseId" params={{ caseId: id }} className="due-row">
                <span>
                  <b>{procedure}</b>
                  <small>{[name, number].filter(Boolean).join(' · ')}</small>
                </span>
                <span className="due-clock">
                  <span>{standing}</span>
                  <small>{longDay(openedOn)}登记</small>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </section>
    </main>
  )
}

function factsOf({ row, licenceBasis, times, handOver }: LicenceDetail): readonly (readonly [string, string])[] {
  return [
    ['许可内容和条件', row.conditions],
    ['许可依据', licenceBasis],
    ['颁证日期', longDay(row.grantedOn)],
    ['有效期至', row.validUntil ? longDay(row.validUntil) : '长期有效'],
    ['延续申请', row.renewalAskedOn ? `${longDay(row.renewalAskedOn)}受理，还没有决定` : ''],
    ['移交监管', handOver ? handOverWords(handOver) : ''],
    ['办理时间', times ? timesWords(times) : ''],
  ].flatMap(([title = '', text = '']) => (text === '' ? [] : [[title, text] as const]))
}

function handOverWords({ to, acknowledgedOn, acknowledgedBy }: NonNullable<LicenceDetail['handOver']>): string {
  return acknowledgedOn ? `${to}，${longDay(acknowledgedOn)}由${acknowledgedBy}签收` : `${to}，还没有登记签收`
}

function timesWords({ promised, statutory, actual }: NonNullable<LicenceDetail['times']>): string {
  const said = promised === null ? '没有承诺' : `承诺 ${promised} 个工作日`
  return `${said}，法定 ${statutory} 个工作日，实际 ${actual ?? '—'} 个工作日`
}
