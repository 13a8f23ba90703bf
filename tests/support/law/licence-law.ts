import type { CaseRecord, Paper } from './case-record.ts'
import { haveWorkedOut } from './days.ts'
import { after, hasReached, newestOf, ofEach, type Rule } from './rule.ts'

const LAW = '《行政许可法》'
const NEW = ['licence-decision', 'licence-refusal'] as const
const UP = 'licence-first-review'
const ASKED = [
  'licence-change-grant',
  'licence-change-refusal',
  'licence-renewal-grant',
  'licence-renewal-refusal',
] as const
const ENDED = ['licence-withdrawal', 'licence-revocation', 'licence-cancellation'] as const
const DAYS_TO_ASK = 5

const is = (paper: Paper, record: CaseRecord, name: string) => record.told('main', name, { until: paper.seq }) === true

/** Everybody who was told lately has had five working days, or a hearing was asked for, or nobody wants one. */
function isRightSettled(paper: Paper, record: CaseRecord): boolean {
  const told = newestOf(paper, record, 'licence-hearing-right')
  const since = Math.max(0, ...told.map(({ seq }) => seq))
  if (told.length === 0 || record.children('licence-hearing', paper.seq).some(({ opened }) => opened.seq > since))
    return true
  const othersOn = record.text('main', 'interested-told-on', { since, until: paper.seq })
  const days = [...told.map((one) => record.arrivedOn(one)), othersOn]
  if (days.some((day) => !day)) return false
  const isWaived = record.told('main', 'hearing-waived', { since, until: paper.seq }) === true
  return isWaived || days.every((day) => haveWorkedOut(String(day), DAYS_TO_ASK, paper.on))
}

/** What was said in the last hearing was weighed after it. */
function isOnRecord(paper: Paper, record: CaseRecord): boolean {
  const held = record.children('licence-hearing', paper.seq).filter(({ outcome }) => outcome === 'held')
  const since = held.at(-1)?.ended?.seq
  return since === undefined || record.text('main', 'hearing-answer', { since, until: paper.seq }) !== ''
}

function isReviewed(paper: Paper, record: CaseRecord): boolean {
  if (!is(paper, record, 'needs-review')) return true
  const review = record.children('legal-review', paper.seq).at(-1)
  return review?.outcome === 'pass' && (review.ended?.seq ?? paper.seq) < paper.seq
}

/** The time that is left out is over. */
function isTimeCounted(paper: Paper, record: CaseRecord): boolean {
  const of = (type: 'clock-suspended' | 'clock-resumed') =>
    record.of(type).findLast(({ run, clock, seq }) => run === 'main' && clock === 'decision' && seq < paper.seq)?.seq ??
    0
  return of('clock-suspended') <= of('clock-resumed')
}

const handsOf = (paper: Paper | undefined): readonly (string | null)[] =>
  paper?.act ? [paper.act.by, paper.act.askedBy, ...paper.act.agreed.map(({ by }) => by)] : []

/** Nobody who has made this paper had a hand in one of those before. */
function isApartFrom(paper: Paper, record: CaseRecord, codes: readonly string[]): boolean {
  const before = codes.flatMap((code) =>
    handsOf(record.before(paper, code)).concat(handsOf(sameAct(paper, record, code))),
  )
  return !before.includes(paper.act?.by ?? null) && !before.includes(paper.act?.askedBy ?? null)
}

const sameAct = (paper: Paper, record: CaseRecord, code: string) =>
  record.papers.find((other) => other.code === code && other.act?.seq === paper.act?.seq && other.code !== paper.code)

/** Of two papers of this kind the second is one too many. */
const onlyOnce =
  (code: string): Rule['broken'] =>
  (record) =>
    record
      .issued(code)
      .slice(1)
      .map(({ seq }) => seq)

export const LICENCE_LAW: readonly Rule[] = [
  {
    id: 'licence-accepted',
    says: 'what was not accepted is not decided',
    law: `${LAW}第三十二条第一款第五项、第三十四条`,
    broken: after([...NEW, UP, ...ASKED], 'acceptance-notice'),
  },
  {
    id: 'licence-supplement-once',
    says: 'all that is missing is told at once, and there is no second time',
    law: `${LAW}第三十二条第一款第四项`,
    broken: onlyOnce('supplement-notice'),
  },
  {
    id: 'licence-verified',
    says: 'where the papers are not enough, two look at it before there is an opinion',
    law: `${LAW}第三十四条第三款`,
    broken: ofEach(['licence-approval'], (paper, record) => {
      const looked = record.before(paper, 'licence-verification')
      const checkers = looked && record.told('main', 'checkers', { until: looked.seq })
      return !is(paper, record, 'needs-verification') || (Array.isArray(checkers) && new Set(checkers).size >= 2)
    }),
  },
  {
    id: 'licence-others-told',
    says: 'whose great interest is touched is told before it is decided',
    law: `${LAW}第三十六条`,
    broken: ofEach(NEW, (paper, record) => {
      const told = record.before(paper, 'interested-party-notice')
      return told !== undefined || !is(paper, record, 'affects-others')
    }),
  },
  {
    id: 'licence-hearing-right',
    says: 'who was told of the right to a hearing has five working days to ask for one',
    law: `${LAW}第四十七条第一款`,
    broken: ofEach(NEW, isRightSettled),
  },
  {
    id: 'licence-hearing-over',
    says: 'nothing is decided over an open hearing',
    law: `${LAW}第四十八条`,
    broken: ofEach([...NEW, UP], (paper, record) => !record.isOpen('licence-hearing', paper.seq)),
  },
  {
    id: 'licence-on-record',
    says: 'what was heard is weighed after the hearing and before the decision',
    law: `${LAW}第四十八条第二款`,
    broken: ofEach([...NEW, UP], isOnRecord),
  },
  {
    id: 'licence-special-time',
    says: 'nothing is decided while a test or an appraisal goes on for it',
    law: `${LAW}第四十五条`,
    broken: ofEach([...NEW, UP, ...ASKED.slice(0, 2)], isTimeCounted),
  },
  {
    id: 'licence-level',
    says: 'what a higher agency decides is sent up and not decided here, and the other way round',
    law: `${LAW}第四十三条`,
    broken: ofEach([...NEW, UP], (paper, record) => {
      const isAbove = record.text('main', 'manner', { until: paper.seq }) === '先行审查后报上级机关决定'
      return isAbove === (paper.code === UP)
    }),
  },
  {
    id: 'licence-reviewed',
    says: 'a weighty licence is reviewed by the jurists before it is decided',
    law: '《优化营商环境条例》第五十八条',
    broken: ofEach(NEW, isReviewed),
  },
  {
    id: 'licence-recusal',
    says: 'nobody decides while it is open who has to stand aside',
    law: `${LAW}第五条`,
    broken: ofEach([...NEW, UP, ...ASKED, ...ENDED], (paper, record) => !record.isOpen('licence-recusal', paper.seq)),
  },
  {
    id: 'licence-apart',
    says: 'who takes in does not examine or decide, and none of them hands out, where the place wants it so',
    law: `${LAW}第十条`,
    broken: (record, place) => {
      if (!place.isApart) return []
      const decided = ofEach(
        ['licence-approval', ...NEW],
        (paper) => paper.act?.action === 'grant-at-once' || isApartFrom(paper, record, ['acceptance-notice']),
      )
      const handedOut = ofEach(['licence-certificate'], (paper) =>
        isApartFrom(paper, record, ['acceptance-notice', 'licence-approval', 'licence-decision']),
      )
      return [...decided(record, place), ...handedOut(record, place)]
    },
  },
  {
    id: 'licence-certificate',
    says: 'a certificate follows the grant, once that is in the hands of the applicant',
    law: `${LAW}第三十九条第一款、第四十四条`,
    broken: ofEach(['licence-certificate'], (paper, record) => hasReached(paper, record, 'licence-decision')),
  },
]
