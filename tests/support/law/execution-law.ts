import { addMonths, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseRecord, Paper } from './case-record.ts'
import { haveWorkedOut, isWorked, later, officeDay, officeMinute } from './days.ts'
import { hasReached, ofEach, type Rule } from './rule.ts'

const LAW = '《行政强制法》'
const [MORNING, NIGHT] = [6 * 60, 22 * 60]
const DAYS_BEFORE_COURT = 10
const DAYS_BEFORE_SUBSTITUTE = 3
const MONTHS_TO_SUE = 6
const MONTHS_TO_APPLY = 3
const DAYS_TO_ASK_REVIEW = 60
const DAYS_TO_SUE_AFTER_REVIEW = 15
const DEMOLITION = '强制拆除'
const DECISIONS = ['execution-decision', 'substitute-decision'] as const

const told = (paper: Paper, record: CaseRecord, name: string) => record.text(paper.run, name, { until: paper.seq })
/** What is cleared from a road at once needs no urging (强制法第五十二条). */
const isAtOnce = (paper: Paper, record: CaseRecord) => told(paper, record, 'cleared') !== ''

/** The urging of this party has arrived, and its days are over or property is being moved away. */
function isUrgedInVain(paper: Paper, record: CaseRecord): boolean {
  if (isAtOnce(paper, record)) return true
  const urging = record.before(paper, 'execution-urging')
  if (!urging || !record.hasArrived(urging, paper)) return false
  return told(paper, record, 'urging-until') < paper.on || told(paper, record, 'hides-property') !== ''
}

/** By day, on a day that is worked, unless it is written down why it could not wait. */
function isByDay(paper: Paper, record: CaseRecord): boolean {
  const since = record.acts.findLast((act) => act.seq < (paper.act?.seq ?? 0))?.seq ?? 0
  if (record.text(paper.run, 'urgency', { since, until: paper.seq }) !== '') return true
  const [began, ended] = [told(paper, record, 'began-at'), told(paper, record, 'ended-at')]
  const isDay = [began, ended].every((at) => officeMinute(at) >= MORNING && officeMinute(at) < NIGHT)
  return isDay && officeDay(began) === officeDay(ended) && isWorked(officeDay(began))
}

function isDecidedBefore(paper: Paper, record: CaseRecord): boolean {
  if (isAtOnce(paper, record)) return true
  return DECISIONS.some((code) => hasReached(paper, record, code))
}

function isUrgedAgain(paper: Paper, record: CaseRecord): boolean {
  if (isAtOnce(paper, record) || paper.act?.action !== 'substitute') return true
  const urging = record.before(paper, 'substitute-urging')
  const on = urging && record.arrivedOn(urging)
  return on !== undefined && haveWorkedOut(on, DAYS_BEFORE_SUBSTITUTE, paper.on)
}

function isAnnounced(paper: Paper, record: CaseRecord): boolean {
  if (told(paper, record, 'way') !== DEMOLITION) return true
  const announced = record.before({ ...paper, party: undefined }, 'demolition-term-notice')
  return announced !== undefined && told(paper, record, 'demolish-by') < paper.on
}

/** The last day on which this party could sue or ask for review; nothing where it cannot be read off without looking elsewhere. */
function contestUntil(record: CaseRecord, party: string, at: Paper): string | undefined {
  const disputes = record.told('main', 'remedies', { party, until: at.seq })
  if (Array.isArray(disputes) && disputes.length > 0) return endOf(disputes)
  const filed = record.text('main', 'decision-delivered-on', { until: at.seq })
  const decision = record.before({ ...at, party }, 'penalty-decision', true)
  const summary = record.before({ ...at, party }, 'summary-decision', true)
  const on = filed || (decision && record.arrivedOn(decision))
  if (on) return addMonths(on as PlainDate, MONTHS_TO_SUE)
  const handed = summary && record.arrivedOn(summary)
  return handed === undefined ? undefined : later(handed, DAYS_TO_ASK_REVIEW)
}

/** Who has sued cannot contest it again after that; after a review there are days to sue. Nothing while one of them goes on. */

function endOf(disputes: readonly Readonly<Record<string, unknown>>[]): string | undefined {
  const ends = disputes.map(({ kind, untilOn }) => {
    const on = String(untilOn ?? '')
    return on !== '' && kind === '行政复议' ? later(on, DAYS_TO_SUE_AFTER_REVIEW) : on
  })
  return ends.includes('') ? undefined : ends.toSorted().at(-1)
}

/** Who has neither paid anything nor said that all is done. */
function owing(record: CaseRecord, at: Paper): readonly string[] {
  const paid = record.of('payment-booked').filter(({ seq }) => seq < at.seq)
  return record.parties(at.seq).filter((party) => {
    const isDone = record.told('main', 'is-performed', { party, until: at.seq }) === true
    return !isDone && !paid.some((payment) => payment.party === party)
  })
}

function isUrgedTenDays(paper: Paper, record: CaseRecord): boolean {
  return owing(record, paper).every((party) =>
    ['execution-urging', 'fine-urging'].some((code) => {
      const urging = record.before({ ...paper, party }, code, true)
      const on = urging && record.arrivedOn(urging)
      return on !== undefined && haveWorkedOut(on, DAYS_BEFORE_COURT, paper.on)
    }),
  )
}

/** Neither while somebody may still contest it nor later than three months after; a plan moves the second day. */
function isInCourtTime(paper: Paper, record: CaseRecord): boolean {
  return owing(record, paper).every((party) => {
    const until = contestUntil(record, party, paper)
    if (until === undefined || until >= paper.on) return false
    const isMoved = record.told('main', 'instalments', { party, until: paper.seq })
    return Boolean(isMoved) || paper.on <= later(addMonths(later(until, DAYS_OFF) as PlainDate, MONTHS_TO_APPLY), 0)
  })
}
/** A last day off moves behind the longest holiday. */
const DAYS_OFF = 9

export const EXECUTION_LAW: readonly Rule[] = [
  {
    id: 'execution-urged',
    says: 'nobody is executed against who was not urged, and whose days for it are not over',
    law: `${LAW}第三十五条、第三十七条`,
    broken: ofEach(DECISIONS, isUrgedInVain),
  },
  {
    id: 'execution-heard',
    says: 'what the party says to the urging is answered',
    law: `${LAW}第三十六条`,
    broken: ofEach([...DECISIONS, 'court-application'], (paper, record) =>
      record.parties(paper.seq).every((party) => {
        const span = { party, until: paper.seq }
        const said = record.text(paper.run, 'urging-statement', span)
        return said === '' || record.text(paper.run, 'urging-heard', span) !== ''
      }),
    ),
  },
  {
    id: 'execution-delivered',
    says: 'nothing is carried out before its decision has arrived',
    law: `${LAW}第三十八条、第五十一条第一款第一项`,
    broken: ofEach(['execution-record'], isDecidedBefore),
  },
  {
    id: 'execution-by-day',
    says: 'nothing is carried out at night or on a day off, unless it cannot wait',
    law: `${LAW}第四十三条第一款`,
    broken: ofEach(['execution-record'], isByDay),
  },
  {
    id: 'execution-homes',
    says: 'no home is left without water, power, heat or gas',
    law: `${LAW}第四十三条第二款`,
    broken: ofEach(
      ['execution-record'],
      (paper, record) => record.told(paper.run, 'homes-spared', { until: paper.seq }) === true,
    ),
  },
  {
    id: 'substitute-urged-again',
    says: 'three working days before somebody else performs, the party is urged once more',
    law: `${LAW}第五十一条第一款第二项`,
    broken: ofEach(['execution-record'], isUrgedAgain),
  },
  {
    id: 'demolition-announced',
    says: 'what is to be taken down is announced, with days to take it down oneself',
    law: `${LAW}第四十四条`,
    broken: ofEach(['execution-decision'], isAnnounced),
  },
  {
    id: 'demolition-final',
    says: 'nothing is taken down while the decision can be contested',
    law: `${LAW}第四十四条`,
    broken: ofEach(['execution-decision'], (paper, record) => {
      const until = contestUntil(record, paper.party ?? '', paper)
      return told(paper, record, 'way') !== DEMOLITION || (until !== undefined && until < paper.on)
    }),
  },
  {
    id: 'court-urged',
    says: 'the court is asked ten working days after the urging has arrived, and not before',
    law: `${LAW}第五十四条`,
    broken: ofEach(['court-application'], isUrgedTenDays),
  },
  {
    id: 'court-in-time',
    says: 'the court is asked when nobody can contest the decision any more, and within three months',
    law: `${LAW}第五十三条`,
    broken: ofEach(['court-application'], isInCourtTime),
  },
]
