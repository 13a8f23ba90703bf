import { notPaidAhead, paymentTold } from '#domain/case/gates/duties.ts'
import { receiptNew } from '#domain/case/gates/performance.ts'
import type { Basis, DocumentCode, Fact } from '#domain/procedure/definition.ts'
import { REVERSAL_FACTS } from './payment-reversal.ts'
import { BOOKED } from './performance.ts'

/** Each payment is an entry of the account, typed from its receipt or told by the bank. */
export function recordPayment<const D extends DocumentCode>(receipt: D, basis: Basis) {
  return {
    title: '登记缴款和票据',
    by: 'handler',
    asks: BOOKED,
    gates: [paymentTold(basis), notPaidAhead(basis), receiptNew(basis)],
    adds: 'payment',
    fromBank: true,
    issues: [receipt],
    clears: BOOKED,
    basis,
  } as const
}

const byParty = { per: 'party', disclosure: 'officials' } as const

/** What is charged, on what it rests, and what came in: a fee and a levy say the same of it. */
export function chargeFacts(what: '收费' | '征收') {
  return {
    item: { title: `${what}项目`, kind: 'text', per: 'case', disclosure: 'public' },
    'item-basis': { title: `${what}依据`, kind: 'basis', per: 'case', disclosure: 'public' },
    'in-catalogue': {
      title: '列入现行目录清单',
      kind: 'yes-no',
      per: 'case',
      disclosure: 'officials',
      help: '政府性基金、行政事业性收费的目录清单；清单之外的一律不得执行',
    },
    standard: { title: `${what}标准`, kind: 'text', per: 'case', disclosure: 'public' },
    ground: { title: `${what}的事实`, kind: 'long-text', per: 'case', disclosure: 'officials' },
    due: { title: '应缴金额', kind: 'money', ...byParty },
    paid: {
      title: '本次缴纳的金额',
      kind: 'money',
      ...byParty,
      optional: true,
      help: '只填这一次缴的；银行对账单已经入账的不再填',
    },
    'paid-on': { title: '缴款日期', kind: 'date', ...byParty, optional: true, help: '不填的按今天' },
    'receipt-number': { title: '票据号', kind: 'text', ...byParty, optional: true },
    ...REVERSAL_FACTS,
    'drop-reason': { title: '不再收取的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
  } as const satisfies Record<string, Fact>
}

/** Nothing is charged after all: it was free, reduced to nothing, or set by mistake. */
export const dropCharge = (title: string, basis: Basis) =>
  ({
    title,
    by: 'handler',
    approval: ['agency-head'],
    asks: ['drop-reason'],
    outcome: 'dropped',
    to: 'closed',
    basis,
  }) as const
