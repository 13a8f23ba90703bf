import { done } from '../law-office.ts'
import * as summary from '../summary-steps.ts'
import { CHILD, RANGED, type Rows, type Run } from './scenario.ts'

type Values = Readonly<Record<string, unknown>>
const decided =
  (more: Parameters<typeof summary.decide>[1], opened: Parameters<typeof summary.openSummary>[1] = {}): Run =>
  (office) =>
    summary.decide(summary.openSummary(office, opened), more)
const key = (action: string, gate: string) => `penalty-summary/${action}/${gate}`

const DECIDE: readonly (readonly [gate: string, says: string, run: Run])[] = [
  [
    'agency-qualified',
    '没有执法主体资格',
    (office) => {
      summary.openSummary(office)
      office.isQualified = false
      return summary.decide(office)
    },
  ],
  ['two-qualified-officers', '钱过期', decided({ case: { officers: ['lin', 'expired'] } })],
  ['certificate-shown', '主动出示执法证件', decided({ case: { 'certificate-shown': false } })],
  ['dates-in-order', '行为终了日期不能晚于今天', decided({ act: { 'act-ended-on': '2026-06-02' } })],
  ['nobody-under-fourteen', '不满十四周岁', decided({ act: { 'act-ended-on': '2026-05-28' } }, { parties: [CHILD] })],
  ['informed-orally', '口头告知', decided({ case: { 'informed-orally': false } })],
  ['statement-answered', '请写明复核意见', decided({ party: { statement: '只摆了十分钟' } })],
  ['warning-or-fine', '是警告还是罚款', decided({ act: { fine: '0' } })],
  ['summary-threshold', '应当转为普通程序', decided({ act: { fine: '3000.01' } })],
]

const collected =
  (more: Values, ground?: string): Run =>
  (office) =>
    summary.collect(summary.toPerformance(office), more, ground)

export const SUMMARY: Rows = {
  ...Object.fromEntries(DECIDE.map(([gate, says, run]) => [key('decide', gate), { says, run }])),
  [key('decide', 'within-range')]: {
    says: '确需减轻的',
    run: decided({}, { violations: [RANGED] }),
  },
  [key('begin-performance', 'summary-decision-delivered')]: {
    says: '当场处罚决定书还没有送达',
    run: (office) => {
      done(summary.decide(summary.openSummary(office)))
      return office.take('lin', 'begin-performance')
    },
  },
  [key('collect', 'collection-allowed')]: {
    says: '超过 100 元',
    run: (office) => {
      done(summary.decide(summary.openSummary(office), { act: { fine: '150' } }))
      summary.handOver(office)
      return summary.collect(office)
    },
  },
  [key('collect', 'receipt-given')]: { says: '请填写票据号', run: collected({ 'receipt-number': null }) },
  [key('collect', 'paid-by-today')]: { says: '缴款日期不能晚于今天', run: collected({ 'paid-on': '2026-06-02' }) },
  [key('hand-in', 'collected-first')]: {
    says: '没有当场收缴的罚款',
    run: (office) => summary.toPerformance(office).take('lin', 'hand-in'),
  },
  [key('deposit', 'handed-in-first')]: {
    says: '还没有交至行政机关',
    run: (office) => {
      done(summary.collect(summary.toPerformance(office)))
      return office.take('lin', 'deposit')
    },
  },
  [key('record-performance', 'paid-by-today')]: {
    says: '缴款日期不能晚于今天',
    run: (office) => {
      const { party } = summary.collection(summary.toPerformance(office), { 'paid-on': '2026-06-02' })
      return office.take('lin', 'record-performance', { party })
    },
  },
  [key('close', 'summary-filed')]: {
    says: '备案',
    run: (office) => {
      const { party } = summary.collection(summary.toPerformance(office))
      done(office.take('lin', 'record-performance', { party }))
      return summary.close(office)
    },
  },
  [key('close', 'performed')]: {
    says: '还没有履行完毕',
    run: (office) => {
      done(summary.toPerformance(office).take('lin', 'file-record'))
      return summary.close(office)
    },
  },
  [key('close', 'collection-deposited')]: {
    says: '还没有交至行政机关',
    run: (office) => {
      done(summary.toPerformance(office).take('lin', 'file-record'))
      done(summary.collect(office))
      return summary.close(office)
    },
  },
}
