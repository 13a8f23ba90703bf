import type { CaseRecord, Paper } from './case-record.ts'
import { haveWorkedOut, later } from './days.ts'
import { hasReached, newestOf, ofEach, type Rule } from './rule.ts'

const LAW = '《行政许可法》'
const TAKEN_AWAY = ['licence-withdrawal', 'licence-revocation'] as const
const DAYS_TO_ANSWER = 5
const DAYS_BEFORE_THE_END = 30
const FRAUD = '以欺骗、贿赂等不正当手段取得许可'

const ends = (record: CaseRecord, until = Number.MAX_SAFE_INTEGER) => record.text('main', 'licence-ends-on', { until })

/** The holder has answered, or has had the days for it. */
function isHeard(paper: Paper, record: CaseRecord): boolean {
  const told = newestOf(paper, record, 'licence-ending-notice')
  const since = Math.max(0, ...told.map(({ seq }) => seq))
  const answered = record.before(paper, 'licence-statement-record')
  if (answered !== undefined && answered.seq > since) return true
  return told.every((one) => haveWorkedOut(record.arrivedOn(one) ?? paper.on, DAYS_TO_ANSWER, paper.on))
}

export const LICENCE_STANDING_LAW: readonly Rule[] = [
  {
    id: 'renewal-in-time',
    says: 'a renewal is asked for thirty days before the end, unless another rule gives another day',
    law: `${LAW}第五十条第一款`,
    broken: (record) =>
      record.of('case-opened').flatMap(({ procedure, on, seq }) => {
        if (procedure !== 'licence-renewal' || record.text('main', 'other-term') !== '') return []
        return later(on, DAYS_BEFORE_THE_END) <= ends(record) ? [] : [seq]
      }),
  },
  {
    id: 'renewal-deemed',
    says: 'what was not decided before the end is renewed by law and cannot be refused any more',
    law: `${LAW}第五十条第二款`,
    broken: ofEach(['licence-renewal-refusal'], (paper, record) => paper.on <= ends(record, paper.seq)),
  },
  {
    id: 'renewal-later',
    says: 'a renewed licence ends later than before',
    law: `${LAW}第五十条第一款`,
    broken: ofEach(
      ['licence-renewal-grant'],
      (paper, record) => record.text('main', 'valid-until', { until: paper.seq }) > ends(record, paper.seq),
    ),
  },
  {
    id: 'holder-told',
    says: 'nobody loses a licence who has not been told why',
    law: `${LAW}第七条`,
    broken: ofEach(TAKEN_AWAY, (paper, record) => hasReached(paper, record, 'licence-ending-notice')),
  },
  {
    id: 'holder-heard',
    says: 'nobody loses a licence who has not been heard, or has not had the days to answer',
    law: `${LAW}第七条`,
    broken: ofEach(TAKEN_AWAY, isHeard),
  },
  {
    id: 'withdrawal-loss',
    says: 'loss that the withdrawal of a lawful licence brings is made good',
    law: `${LAW}第八条第二款`,
    broken: ofEach(['licence-withdrawal'], (paper, record) => {
      const until = paper.seq
      return (
        record.told('main', 'has-loss', { until }) !== true || record.text('main', 'compensation', { until }) !== ''
      )
    }),
  },
  {
    id: 'revocation-fraud',
    says: 'what was got by fraud is revoked as that, and nothing else is',
    law: `${LAW}第六十九条第二款`,
    broken: ofEach(['licence-revocation'], (paper, record) => {
      const isFraud = record.text('main', 'ground', { until: paper.seq }) === FRAUD
      return isFraud === (paper.act?.outcome === 'revoked-fraud')
    }),
  },
]
