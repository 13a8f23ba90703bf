import { useState } from 'react'
import type { Entrustment, EntrustmentText } from '#contract/entrustments.ts'
import { ENTRUSTMENT_STATES } from '#domain/agency/entrustment.ts'
import { longDay, longDayAndTimeOf } from '../../lib/office-time.ts'
import { EndForm } from './end-form.tsx'
import { EntrustmentForm } from './entrustment-form.tsx'

type Props = { readonly row: Entrustment; readonly mayKeep: boolean }

/** One entrustment: what it says today, what it said before, and what can be done with it while it holds. */
export function EntrustmentLine({ row, mayKeep }: Props) {
  const [text, ...before] = row.texts
  if (!text) return null
  const holds = row.state !== 'over' && row.state !== 'ended'
  return (
    <li className="entrustment" data-over={!holds || undefined}>
      <h2>{text.organisation}</h2>
      <p className={row.state === 'ending' ? 'soon' : 'muted'}>{stateWords(row, text)}</p>
      <Text text={text} />
      {before.length > 0 && (
        <details className="agency-earlier">
          <summary>{`以前的 ${before.length} 版`}</summary>
          <ol>
            {before.map((earlier) => (
              <li key={earlier.number}>
                <b>{`第 ${earlier.number} 版，${earlier.contractNumber}`}</b>
                <Text text={earlier} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <p>
        <a href={`/api/entrustments/${row.id}/paper`} target="_blank" rel="noreferrer">
          行政处罚委托书（PDF）<span className="unseen">{text.organisation}</span>
        </a>
      </p>
      {mayKeep && holds && <Acts row={row} text={text} />}
    </li>
  )
}

function Text({ text }: { readonly text: EntrustmentText }) {
  const facts: readonly (readonly [string, string])[] = [
    ['委托事项', text.items.join('\n')],
    ['权限', text.powers],
    ['由哪个机构办案', text.unitName ?? '不在本系统里办案'],
    ['期限', `${longDay(text.fromOn)}至${longDay(text.untilOn)}`],
    ['委托书', `${text.contractNumber}，${longDay(text.signedOn)}签订`],
    ['依据', text.basis],
    ['统一社会信用代码', text.uscc],
    ['负责人、电话', `${text.representative}，${text.phone}`],
    ['地址', text.address],
  ]
  const why = text.ground === '' ? '' : `变更的原因：${text.ground}；`
  return (
    <>
      <dl className="agency-facts">
        {facts.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="agency-prose">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{`${why}${text.by ?? '系统'}于${longDayAndTimeOf(text.at)}登记。`}</p>
    </>
  )
}

function Acts({ row, text }: { readonly row: Entrustment; readonly text: EntrustmentText }) {
  const [open, setOpen] = useState<'change' | 'end'>()
  const close = () => setOpen(undefined)
  if (open === 'change') return <EntrustmentForm change={{ row, text }} onClose={close} />
  if (open === 'end') return <EndForm row={row} name={text.organisation} onClose={close} />
  return (
    <div className="buttons">
      <button type="button" className="button small" onClick={() => setOpen('change')}>
        变更<span className="unseen">{text.organisation}</span>
      </button>
      <button type="button" className="button small" onClick={() => setOpen('end')}>
        提前终止<span className="unseen">{text.organisation}</span>
      </button>
    </div>
  )
}

function stateWords({ state, daysLeft, ended }: Entrustment, { fromOn, untilOn }: EntrustmentText): string {
  if (ended) return `${longDay(ended.on)}提前终止：${ended.reason}（${ended.by}登记）`
  if (state === 'over') return `${longDay(untilOn)}期满`
  if (state === 'coming') return `${ENTRUSTMENT_STATES.coming}，${longDay(fromOn)}起`
  return `${ENTRUSTMENT_STATES[state]}，还有 ${daysLeft} 日，到${longDay(untilOn)}`
}
