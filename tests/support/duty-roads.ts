import { done, type LawOffice } from './law-office.ts'
import { majorReviewed } from './major-review-steps.ts'
import * as steps from './penalty-steps.ts'

const ASKING = {
  item: '困难群众临时救助',
  'item-basis': '《某救助办法》第十条',
  application: '因突发疾病申请救助',
  materials: '申请书\n诊断证明',
}
const CHARGE = {
  item: '污水处理费',
  'item-basis': '《某排水条例》第三十二条',
  'in-catalogue': true,
  standard: '每立方米一元四角',
}
const EMERGENCY = {
  emergency: '六月暴雨洪涝（青石区防汛Ⅱ级响应）',
  'is-urgent': true,
  need: '转移被困群众需要客车',
}
const OPENING: Readonly<Record<string, Record<string, unknown>>> = {
  benefit: ASKING,
  confirmation: { ...ASKING, item: '工伤认定' },
  fee: CHARGE,
  levy: CHARGE,
  requisition: EMERGENCY,
}
/** What is taken, for whom and until when, as it is handed in for review and decided. */
export const USE = { property: '大客车 两辆', use: '防汛指挥部，转移群众', 'use-until': '2026-07-01' }
const LONGER = { need: '未退水', 'use-until': '2026-08-01' }
const AT_THE_WINDOW = ['benefit', 'confirmation']

export function openDuty(office: LawOffice, procedure: string, more: Record<string, unknown> = {}) {
  const who = AT_THE_WINDOW.includes(procedure) ? 'chuang' : 'lin'
  return office.open(procedure, who, { case: { ...OPENING[procedure], ...more } })
}

export function begunDuty(office: LawOffice, procedure: string): LawOffice {
  done(openDuty(office, procedure))
  return office
}

export const ofParty = (facts: Record<string, unknown>) => ({ party: { 'party-1': facts } })
export const RECEIPT = (office: LawOffice, paid: string) =>
  ofParty({ paid, 'paid-on': office.today, 'receipt-number': '0001' })

/** Everything that was made out has arrived, and the days of the urging have passed. */
function urgedInVain(office: LawOffice): void {
  done(office.take('lin', 'urge', { case: { 'urged-term': '十个工作日内' } }))
  steps.deliverAll(office)
  office.on('2026-06-16')
}

const delivered = (office: LawOffice): void => steps.deliverAll(office)

export const DUTY_BEGIN: Readonly<Record<string, (office: LawOffice) => void>> = Object.fromEntries(
  Object.keys(OPENING).map((procedure) => [procedure, (office: LawOffice) => void begunDuty(office, procedure)]),
)
export const DUTY_BEFORE: Readonly<Record<string, (office: LawOffice) => void>> = {
  'benefit/finish': (office) => {
    delivered(office)
    if (office.case.runs[0]?.stage !== 'payment') return
    const facts = { paid: '3000', 'paid-on': office.today, voucher: '0001' }
    done(office.take('lin', 'record-payment', ofParty(facts)))
  },
  'confirmation/finish': delivered,
  'fee/finish': (office) => done(office.take('lin', 'record-payment', RECEIPT(office, '3000'))),
  'levy/finish': (office) => done(office.take('lin', 'record-payment', RECEIPT(office, '3000'))),
  'levy/hand-to-force': urgedInVain,
  'requisition/decide': (office) => void majorReviewed(office, USE),
  'requisition/prolong': (office) => void majorReviewed(office, LONGER),
  'requisition/take': delivered,
  'requisition/finish': (office) => {
    done(office.take('lin', 'compensate', compensation('3000')))
    done(office.agree('wu'))
    done(office.take('lin', 'pay', ofParty({ paid: '3000', 'paid-on': office.today })))
  },
}
export const compensation = (amount: string) => ({
  case: { 'compensation-reason': '按修理费' },
  ...ofParty({ compensation: amount }),
})
export const DUTY_OVERRIDES: Readonly<Record<string, () => Record<string, unknown>>> = {
  'requisition/decide': () => USE,
  'requisition/give-back': () => ({ damage: '右门变形' }),
  'requisition/prolong': () => LONGER,
  'requisition/submit-review': () => ({ ...USE, ...LONGER, 'use-until': '2026-07-01' }),
  'levy/add-surcharge': () => ({ surcharge: '0' }),
}

/** What an honest clerk writes of a duty. */
export const DUTY_HONEST: Readonly<Record<string, () => unknown>> = {
  damage: () => '右门变形',
  'use-until': () => '2027-06-01',
  surcharge: () => '0',
  due: () => '500',
  benefit: () => '500',
  compensation: () => '500',
  counters: () => ['lin', 'zhou'],
}
