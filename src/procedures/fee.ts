import { plainDate } from '#domain/calendar/plain-date.ts'
import { inCatalogue, paidInFull } from '#domain/case/gates/duties.ts'
import { noReversalPending } from '#domain/case/gates/reversal.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { chargeFacts, dropCharge, recordPayment } from './charge.ts'
import { BY_HOUSE, HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { reversal } from './payment-reversal.ts'

const CATALOGUE = '《优化营商环境条例》第二十五条'

const HANDLING = handlerChanges(BY_HOUSE)

/** 行政收费: basis, notice, receipt. */
export const fee = procedureOf({
  code: 'fee',
  version: '2020-01-01',
  validFrom: plainDate('2020-01-01'),
  title: '行政收费',
  basis: CATALOGUE,
  start: 'assessment',
  numberedBy: 'fee-notice',
  opening: {
    kind: '行政收费',
    purpose: '按收费目录和标准核定费用，送达、收取，开具票据',
    by: 'handler',
    partyTitle: '缴款人',
    violations: false,
    asks: ['item', 'item-basis', 'in-catalogue', 'standard'],
    item: { name: 'item', basis: 'item-basis' },
    gates: [inCatalogue],
    starts: [],
  },
  draft: ['item', 'item-basis', 'standard', 'due'],
  facts: { ...chargeFacts('收费'), ...HANDLER_FACTS },
  clocks: {
    payment: {
      title: '缴纳收费',
      term: { parameter: 'fee.payment-term' },
      binds: 'party',
      afterwards: { may: 'record-payment', words: '核对是否缴清' },
      fromDelivery: 'fee-notice',
      rolls: true,
      missed: 'warning',
      basis: CATALOGUE,
    },
  },
  stages: {
    assessment: {
      title: '核定',
      actions: {
        charge: {
          title: '发出缴款通知',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['ground', 'due'],
          issues: ['fee-notice'],
          opens: 'delivery',
          to: 'payment',
          basis: CATALOGUE,
        },
        drop: dropCharge('不收取', CATALOGUE),
        ...HANDLING,
      },
    },
    payment: {
      title: '缴款',
      actions: {
        'record-payment': recordPayment('fee-receipt', CATALOGUE),
        ...reversal(CATALOGUE),
        finish: {
          title: '缴清，办结',
          by: 'handler',
          gates: [paidInFull(CATALOGUE), noReversalPending(CATALOGUE)],
          closes: ['payment'],
          outcome: 'paid',
          to: 'closed',
          basis: CATALOGUE,
        },
        drop: dropCharge('减免或者不再收取', CATALOGUE),
        ...HANDLING,
      },
    },
    closed: { title: '办结', ends: true, actions: {} },
  },
})
