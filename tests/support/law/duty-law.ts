import type { CaseRecord, Paper } from './case-record.ts'
import { haveWorkedOut } from './days.ts'
import { standingFen } from './payment-law.ts'
import { after, afterArrivalOf, hasReached, newestOf, ofEach, type Rule } from './rule.ts'

const SERVICE = '《优化营商环境条例》'
const EMERGENCY = '《突发事件应对法》第十二条'
const DAYS_AFTER_URGING = 10
const GIVEN = ['benefit-decision', 'benefit-refusal', 'confirmation-decision', 'confirmation-refusal'] as const

const fenOf = (value: unknown): number => Math.round(Number(value ?? 0))
const fen = (record: CaseRecord, name: string, party: string, until: number) =>
  fenOf(record.told('main', name, { party, until }))

/** The case came to this result, at that place of the history. */
const results = (record: CaseRecord, procedures: readonly string[], outcome: string) =>
  record.acts.filter((act) => act.outcome === outcome && procedures.includes(record.procedureOf(act.run)))

function isUrgedInVain(record: CaseRecord, act: { seq: number; on: string }): boolean {
  const at = { ...act, run: 'main', party: undefined }
  const urged = newestOf(at, record, 'levy-urging')
  return (
    hasReached(at, record, 'levy-urging') &&
    urged.every((paper) => haveWorkedOut(record.arrivedOn(paper) ?? act.on, DAYS_AFTER_URGING, act.on))
  )
}

export const DUTY_LAW: readonly Rule[] = [
  {
    id: 'charge-in-catalogue',
    says: 'nothing is charged that stands in no catalogue',
    law: `${SERVICE}第二十五条`,
    broken: (record) =>
      record
        .of('case-opened')
        .filter(({ procedure }) => ['levy', 'fee'].includes(procedure) && record.told('main', 'in-catalogue') !== true)
        .map(({ seq }) => seq),
  },
  {
    id: 'levy-decided',
    says: 'no levy is received or urged before it was decided',
    law: `${SERVICE}第二十五条`,
    broken: after(['levy-receipt', 'levy-urging'], 'levy-decision'),
  },
  {
    id: 'fee-told',
    says: 'no fee is received that nobody was told to pay',
    law: `${SERVICE}第二十五条`,
    broken: after(['fee-receipt'], 'fee-notice'),
  },
  {
    id: 'levy-surcharge',
    says: 'what is added to a levy never exceeds it',
    law: '《行政强制法》第四十五条第二款',
    broken: (record) =>
      record.of('facts-recorded').flatMap(({ seq, run, facts }) => {
        if (record.procedureOf(run) !== 'levy') return []
        const over = Object.entries(facts.party).some(
          ([party, { surcharge }]) => fenOf(surcharge) > fen(record, 'due', party, seq + 1),
        )
        return over ? [seq] : []
      }),
  },
  {
    id: 'levy-urged',
    says: 'force is asked for ten working days after the urging has arrived, and not before',
    law: '《行政强制法》第五十四条',
    broken: (record) =>
      results(record, ['levy'], 'to-enforcement').flatMap((act) => (isUrgedInVain(record, act) ? [] : [act.seq])),
  },
  {
    id: 'charge-paid',
    says: 'what is closed as paid was paid, with what was added to it',
    law: '《行政强制法》第三十四条',
    broken: (record) =>
      results(record, ['levy', 'fee'], 'paid').flatMap(({ seq }) => {
        const isOpen = record
          .parties(seq)
          .some(
            (party) =>
              standingFen(record, party, seq) < fen(record, 'due', party, seq) + fen(record, 'surcharge', party, seq),
          )
        return isOpen ? [seq] : []
      }),
  },
  {
    id: 'request-accepted',
    says: 'what was not accepted is neither given nor confirmed nor refused',
    law: `${SERVICE}第三十六条第一款`,
    broken: after(GIVEN, 'request-acceptance'),
  },
  {
    id: 'request-looked-at',
    says: 'what nobody has looked into is not decided',
    law: `${SERVICE}第三十五条`,
    broken: ofEach(GIVEN, (paper, record) => {
      const name = paper.code.startsWith('benefit') ? 'checked' : 'verified'
      return record.text('main', name, { until: paper.seq }) !== ''
    }),
  },
  {
    id: 'request-supplement-once',
    says: 'who asks for something is told once of all that is missing',
    law: `${SERVICE}第三十六条第一款`,
    broken: (record) =>
      record
        .issued('request-supplement')
        .slice(1)
        .map(({ seq }) => seq),
  },
  {
    id: 'benefit-granted',
    says: 'nothing is paid out that was not granted',
    law: '《行政复议法》第十一条第十二项',
    broken: after(['benefit-payment'], 'benefit-decision'),
  },
  {
    id: 'benefit-paid',
    says: 'a benefit is closed when it was paid out',
    law: '《行政复议法》第十一条第十二项',
    broken: (record) =>
      record.of('case-ended').flatMap(({ seq, outcome }) => {
        if (record.procedureOf('main') !== 'benefit' || outcome !== 'granted') return []
        const isOpen = record
          .parties(seq)
          .some((party) => fen(record, 'paid', party, seq) < fen(record, 'benefit', party, seq))
        return isOpen ? [seq] : []
      }),
  },
  {
    id: 'requisition-urgent',
    says: 'property is requisitioned for an emergency and for nothing else',
    law: EMERGENCY,
    broken: ofEach(
      ['requisition-decision'],
      (paper, record) => record.told('main', 'is-urgent', { until: paper.seq }) === true,
    ),
  },
  {
    id: 'requisition-told',
    says: 'nothing is taken before the decision has reached its owner',
    law: EMERGENCY,
    broken: afterArrivalOf(['requisition-list'], 'requisition-decision'),
  },
  {
    id: 'requisition-damage',
    says: 'what was damaged is made good before the case is closed',
    law: EMERGENCY,
    broken: (record) =>
      record.of('case-ended').flatMap(({ seq, outcome }) => {
        const isDamaged = outcome === 'returned' && record.told('main', 'has-damage', { until: seq }) === true
        if (!isDamaged) return []
        return isMadeGood(record, { seq, run: 'main', party: undefined }) ? [] : [seq]
      }),
  },
]

function isMadeGood(record: CaseRecord, at: Pick<Paper, 'seq' | 'run' | 'party'>): boolean {
  const { seq } = at
  const isPaid = record
    .parties(seq)
    .every((party) => fen(record, 'paid', party, seq) >= fen(record, 'compensation', party, seq))
  return record.before(at, 'compensation-decision') !== undefined && isPaid
}
