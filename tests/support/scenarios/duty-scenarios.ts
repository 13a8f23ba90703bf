import { begunDuty, compensation, ofParty, RECEIPT, USE } from '../duty-roads.ts'
import { done, type LawOffice } from '../law-office.ts'
import { majorReviewed, NO_GROUND } from '../major-review-steps.ts'
import * as steps from '../penalty-steps.ts'
import type { Rows, Run } from './scenario.ts'

const TOMORROW = '2026-06-02'
const PAST = { ...USE, 'use-until': '2026-05-31' }
const LATER = { need: '未退水', 'use-until': '2026-05-31' }
const COUNT = { counters: ['lin', 'zhou'] }

const twice =
  (procedure: string): Run =>
  (office) => {
    begunDuty(office, procedure)
    const ask = () => office.take('chuang', 'ask-supplement', { case: { missing: '诊断证明原件' } })
    done(ask())
    done(office.take('chuang', 'supply', { case: { supplied: '诊断证明原件' } }))
    return ask()
  }
const rejected =
  (procedure: string): Run =>
  (office) => {
    done(begunDuty(office, procedure).take('chuang', 'reject', { case: { 'rejection-reason': '不属于本机关' } }))
    return office.take('chuang', 'finish')
  }

/** The benefit is granted; its letter has not arrived. */
function granted(office: LawOffice): LawOffice {
  done(begunDuty(office, 'benefit').take('chuang', 'accept'))
  done(office.take('lin', 'check', { case: { checked: '情况属实' } }))
  done(office.agree('zheng'))
  const facts = { case: { standard: '一次性', 'pay-way': '社会保障卡' }, ...ofParty({ benefit: '3000' }) }
  done(office.take('lin', 'grant', facts))
  done(office.agree('wu'))
  return office
}
const paidOut = (office: LawOffice, paid: string, on: string = office.today) =>
  office.take('lin', 'record-payment', ofParty({ paid, 'paid-on': on, voucher: '0001' }))

export function charged(office: LawOffice, procedure: 'fee' | 'levy'): LawOffice {
  begunDuty(office, procedure)
  const facts = { ground: '五月用水', ...(procedure === 'levy' && { 'late-rule': '不加收滞纳金', ...NO_GROUND }) }
  const action = procedure === 'fee' ? 'charge' : 'decide'
  done(office.take('lin', action, { case: facts, ...ofParty({ due: '3000' }) }))
  office.agreeAll('zheng', ...(procedure === 'levy' ? (['wu'] as const) : []))
  return office
}
const early =
  (procedure: 'fee' | 'levy'): Run =>
  (office) =>
    charged(office, procedure).take(
      'lin',
      'record-payment',
      ofParty({ paid: '3000', 'paid-on': TOMORROW, 'receipt-number': '0001' }),
    )
const untold =
  (procedure: 'fee' | 'levy'): Run =>
  (office) =>
    charged(office, procedure).take('lin', 'record-payment', ofParty({ paid: '3000' }))
const again =
  (procedure: 'fee' | 'levy'): Run =>
  (office) => {
    done(charged(office, procedure).take('lin', 'record-payment', RECEIPT(office, '1000')))
    return office.take('lin', 'record-payment', RECEIPT(office, '2000'))
  }
const short =
  (procedure: 'fee' | 'levy'): Run =>
  (office) => {
    done(charged(office, procedure).take('lin', 'record-payment', RECEIPT(office, '2999')))
    return office.take('lin', 'finish')
  }

export function ordered(office: LawOffice): LawOffice {
  done(majorReviewed(begunDuty(office, 'requisition'), USE).take('lin', 'decide'))
  done(office.agree('wu'))
  return office
}
export function inUse(office: LawOffice): LawOffice {
  steps.deliverAll(ordered(office))
  done(office.take('lin', 'take', { case: { ...COUNT, 'taken-state': '车况良好' } }))
  return office
}
const giveBack = (office: LawOffice, more: Record<string, unknown> = {}) =>
  office.take('lin', 'give-back', {
    case: { ...COUNT, 'returned-on': office.today, 'returned-state': '车况良好', 'has-damage': false, ...more },
  })
const given = (office: LawOffice, hasDamage: boolean): LawOffice => {
  done(giveBack(inUse(office), { 'has-damage': hasDamage, damage: '右门变形' }))
  return office
}

export const DUTIES: Rows = {
  'benefit/ask-supplement/supplement-once': { says: '只能一次告知', run: twice('benefit') },
  'confirmation/ask-supplement/supplement-once': { says: '只能一次告知', run: twice('confirmation') },
  'benefit/finish/everything-delivered': { says: '还有文书没有送达', run: rejected('benefit') },
  'confirmation/finish/everything-delivered': { says: '还有文书没有送达', run: rejected('confirmation') },
  'benefit/record-payment/not-paid-ahead': {
    says: '的发放日期不能晚于今天',
    run: (office) => paidOut(granted(office), '3000', TOMORROW),
  },
  'benefit/finish/benefit-decision-delivered': {
    says: '给付决定书还没有送达',
    run: (office) => {
      done(paidOut(granted(office), '3000'))
      return office.take('lin', 'finish')
    },
  },
  'benefit/finish/benefit-paid': {
    says: '还没有发放完',
    run: (office) => {
      steps.deliverAll(granted(office))
      done(paidOut(office, '2000'))
      return office.take('lin', 'finish')
    },
  },
  'fee/record-payment/not-paid-ahead': { says: '的缴款日期不能晚于今天', run: early('fee') },
  'levy/record-payment/not-paid-ahead': { says: '的缴款日期不能晚于今天', run: early('levy') },
  'fee/record-payment/payment-told': { says: '请填写票据号', run: untold('fee') },
  'levy/record-payment/payment-told': { says: '请填写票据号', run: untold('levy') },
  'fee/record-payment/receipt-is-new': { says: '已经入账', run: again('fee') },
  'levy/record-payment/receipt-is-new': { says: '已经入账', run: again('levy') },
  'fee/finish/paid-in-full': { says: '还没有缴清', run: short('fee') },
  'levy/finish/paid-in-full': { says: '还没有缴清', run: short('levy') },
  'levy/add-surcharge/surcharge-lawful': {
    says: '没有登记滞纳金的标准',
    run: (office) => charged(office, 'levy').take('lin', 'add-surcharge', ofParty({ surcharge: '10' })),
  },
  'levy/hand-to-force/urged-in-vain': {
    says: '还没有催告',
    run: (office) => charged(office, 'levy').take('lin', 'hand-to-force', { case: { 'force-note': '拒不缴纳' } }),
  },
  'requisition/decide/use-ahead': {
    says: '不能早于今天',
    run: (office) => majorReviewed(begunDuty(office, 'requisition'), PAST).take('lin', 'decide'),
  },
  'requisition/prolong/use-ahead': {
    says: '不能早于今天',
    run: (office) => majorReviewed(inUse(office), LATER).take('lin', 'prolong'),
  },
  'requisition/take/requisition-decision-delivered': {
    says: '征用决定书还没有送达',
    run: (office) => ordered(office).take('lin', 'take', { case: { ...COUNT, 'taken-state': '车况良好' } }),
  },
  'requisition/take/two-qualified-officers': {
    says: '还差一名有资格的执法人员',
    run: (office) => {
      steps.deliverAll(ordered(office))
      return office.take('lin', 'take', { case: { counters: ['lin'], 'taken-state': '车况良好' } })
    },
  },
  'requisition/give-back/two-qualified-officers': {
    says: '还差一名有资格的执法人员',
    run: (office) => giveBack(inUse(office), { counters: ['lin'] }),
  },
  'requisition/give-back/returned-by-today': {
    says: '返还日期不能晚于今天',
    run: (office) => giveBack(inUse(office), { 'returned-on': TOMORROW }),
  },
  'requisition/give-back/damage-told': {
    says: '请写明是什么、到什么程度',
    run: (office) => giveBack(inUse(office), { 'has-damage': true }),
  },
  'requisition/compensate/something-damaged': {
    says: '不用补偿',
    run: (office) => given(office, false).take('lin', 'compensate', compensation('3000')),
  },
  'requisition/pay/not-paid-ahead': {
    says: '的支付日期不能晚于今天',
    run: (office) => {
      done(given(office, true).take('lin', 'compensate', compensation('3000')))
      done(office.agree('wu'))
      return office.take('lin', 'pay', ofParty({ paid: '3000', 'paid-on': TOMORROW }))
    },
  },
  'requisition/pay/compensation-decided': {
    says: '还没有作出补偿决定',
    run: (office) => given(office, true).take('lin', 'pay', ofParty({ paid: '3000', 'paid-on': office.today })),
  },
  'requisition/finish/damage-made-good': {
    says: '还没有作出补偿决定',
    run: (office) => given(office, true).take('lin', 'finish'),
  },
}
