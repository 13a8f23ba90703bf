import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PaymentLine } from '#contract/payments.ts'
import { yuanOf } from '#domain/payment/yuan.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { SettleForm } from './settle-form.tsx'

/** One transfer: who paid how much and when, what speaks against booking it, and what somebody made of it. */
export function PaymentLineItem({ line }: { readonly line: PaymentLine }) {
  const [isOpen, setOpen] = useState(false)
  const { serial, amountFen, paidOn, payer, words, sentence, fileName, settled } = line
  const isOver = settled?.does === 'book'
  const isOpenAgain = settled?.does === 'reversed'
  return (
    <li className="payment">
      <div className="payment-words">
        <b>{payer || '没有写缴款人'}</b>
        <small>{[longDay(paidOn), `流水号 ${serial}`, words, fileName].filter(Boolean).join(' · ')}</small>
      </div>
      <b className="payment-sum">{yuanOf(amountFen)}</b>
      <p className={settled ? (isOpenAgain ? 'taken-back' : 'muted') : 'notice soon'}>{sentence}</p>
      {settled && <Settled settled={settled} />}
      {!isOver && !isOpen && (
        <button type="button" className="button small" aria-expanded={false} onClick={() => setOpen(true)}>
          {settled?.does === 'set-aside' ? '改为入账' : '处理'}
          <span className="unseen">流水号 {serial}</span>
        </button>
      )}
      {!isOver && isOpen && <SettleForm line={line} onClose={() => setOpen(false)} />}
    </li>
  )
}

function Settled({ settled: { does, words, by, at, caseId, caseName } }: { readonly settled: Settlement }) {
  const who = `${by ?? '系统'} ${dayAndTimeOf(at)}`
  if (does === 'set-aside') return <p className="muted">{`不入账：${words}（${who}）`}</p>
  const link = caseId && (
    <Link to="/cases/$caseId" params={{ caseId }}>
      {caseName}
    </Link>
  )
  if (does === 'reversed')
    return (
      <p className="notice soon">
        已经在{link}冲销，请重新处理：{`${words}（${who}）`}
      </p>
    )
  return (
    <p className="muted">
      入账：{link}
      {`${words && `，${words}`}（${who}）`}
    </p>
  )
}
type Settlement = NonNullable<PaymentLine['settled']>
