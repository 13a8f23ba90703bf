import type { CaseRecord } from './case-record.ts'
import { ofEach, type Rule } from './rule.ts'

const LAW = '《行政处罚法》'
const MOST_OF_A_CITIZEN_FEN = 20_000
const MOST_OF_AN_ORGANISATION_FEN = 300_000
const MOST_COLLECTED_FEN = 10_000
const SMALL = '罚款一百元以下'

const SUMMARY = ['summary-decision'] as const
const violations = (record: CaseRecord) => record.of('case-opened').flatMap((opened) => opened.violations)
const parties = (record: CaseRecord) => record.of('case-opened').flatMap((opened) => opened.parties)

function fineFen(record: CaseRecord, party: string, until: number): number {
  const own = violations(record).filter((act) => act.party === party)
  return own.reduce((sum, { id }) => sum + Number(record.told('main', 'fine', { violation: id, until }) ?? 0), 0)
}

/** What was typed with the act, whether or not it is cleared after it. */
const toldWith = (record: CaseRecord, seq: number, name: string) => {
  const since = record.acts.findLast((act) => act.seq < seq)?.seq ?? 0
  return record.text('main', name, { since, until: seq })
}

export const SUMMARY_LAW: readonly Rule[] = [
  {
    id: 'summary-threshold',
    says: 'on the spot a citizen is fined no more than 200 yuan and an organisation no more than 3000',
    law: `${LAW}第五十一条`,
    broken: ofEach(SUMMARY, ({ seq }, record) =>
      parties(record).every(({ id, kind }) => {
        const most = kind === 'organisation' ? MOST_OF_AN_ORGANISATION_FEN : MOST_OF_A_CITIZEN_FEN
        return fineFen(record, id, seq) <= most
      }),
    ),
  },
  {
    id: 'summary-warning-or-fine',
    says: 'on the spot there is a warning or a fine for every act, and nothing else',
    law: `${LAW}第五十一条`,
    broken: ofEach(SUMMARY, ({ seq: until }, record) =>
      violations(record).every(({ id: violation }) => {
        const isWarned = record.told('main', 'warning', { violation, until }) === true
        return isWarned || Number(record.told('main', 'fine', { violation, until }) ?? 0) > 0
      }),
    ),
  },
  {
    id: 'summary-informed',
    says: 'nobody is punished on the spot who was not told before what for and that he may speak',
    law: `${LAW}第四十四条`,
    broken: ofEach(SUMMARY, ({ seq }, record) => record.told('main', 'informed-orally', { until: seq }) === true),
  },
  {
    id: 'summary-answered',
    says: 'what the party says on the spot is answered',
    law: `${LAW}第四十五条`,
    broken: ofEach(SUMMARY, ({ seq: until }, record) =>
      parties(record).every(({ id: party }) => {
        const isSaid = record.text('main', 'statement', { party, until }) !== ''
        return !isSaid || record.text('main', 'heard', { party, until }) !== ''
      }),
    ),
  },
  {
    id: 'summary-by-two',
    says: 'a penalty on the spot is given by two who have shown their certificates',
    law: `${LAW}第四十二条、第五十二条第一款`,
    broken: ofEach(SUMMARY, ({ seq: until }, record) => {
      const officers = record.told('main', 'officers', { until })
      const isByTwo = Array.isArray(officers) && new Set(officers).size >= 2
      return isByTwo && record.told('main', 'certificate-shown', { until }) === true
    }),
  },
  {
    id: 'summary-collected',
    says: 'officers collect a small fine, and a larger one where it could not be had later or the party asks for it',
    law: `${LAW}第六十八条、第六十九条`,
    broken: (record) =>
      record.acts.flatMap(({ seq, action, run }) => {
        if (action !== 'collect' || record.procedureOf(run) !== 'penalty-summary') return []
        const isSmall = toldWith(record, seq, 'collection-ground') === SMALL
        const isOver = parties(record).some(({ id }) => fineFen(record, id, seq) > MOST_COLLECTED_FEN)
        return isSmall && isOver ? [seq] : []
      }),
  },
  {
    id: 'summary-filed',
    says: 'a penalty on the spot is reported to the agency before the case is closed',
    law: `${LAW}第五十二条第三款`,
    broken: ofEach(['closure-approval'], (paper, record) => {
      const isSummary = record.procedureOf('main') === 'penalty-summary'
      return !isSummary || record.before({ ...paper, party: undefined }, 'summary-filing') !== undefined
    }),
  },
]
