import type { EventOf } from '#domain/case/event.ts'
import type { CaseRecord, Paper } from './case-record.ts'
import { haveWorkedOut, later, officeDay } from './days.ts'
import { after, afterArrivalOf, hasReached, newestOf, ofEach, type Place, type Rule } from './rule.ts'

const LAW = '《行政处罚法》'
const DAYS_TO_HEARING = 7
const DAYS_ANNOUNCED = 30
const MINUTE = 60_000
const RECORDS: Readonly<Record<string, string>> = {
  'hearing-record': 'hearing-notice',
  'licence-hearing-record': 'licence-hearing-notice',
}
const HELD = Object.keys(RECORDS)

/** Who handles the case leads no hearing in it, neither then nor when it was called. */
function isLedByAnother(paper: Paper, record: CaseRecord): boolean {
  const hosts = record.told(paper.run, 'host', { until: paper.seq })
  const handlers = record.handlers(paper.seq)
  return Array.isArray(hosts) && hosts.every((host) => !handlers.includes(String(host)))
}

function isCalledInTime(paper: Paper, record: CaseRecord): boolean {
  const notice = RECORDS[paper.code] ?? ''
  const on = record.text(paper.run, 'hearing-on', { until: paper.seq })
  const called = newestOf({ ...paper, party: undefined }, record, notice)
  const inTime = called.every((one) => haveWorkedOut(record.arrivedOn(one) ?? on, DAYS_TO_HEARING, on))
  return called.length > 0 && inTime && on <= paper.on
}

/** From the delivery of which paper a term of this name counts, as the law of it says. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  'penalty-ordinary/statement': ['penalty-notice'],
  'penalty-ordinary/hearing-request': ['penalty-notice'],
  'penalty-ordinary/payment': ['penalty-decision'],
  'penalty-ordinary/litigation': ['penalty-decision'],
  'penalty-summary/payment': ['summary-decision'],
  'penalty-summary/review-application': ['summary-decision'],
  'licence/hearing-request': ['licence-hearing-right'],
  'licence-withdrawal/statement': ['licence-ending-notice'],
  'licence-revocation/statement': ['licence-ending-notice'],
  'levy/payment': ['levy-decision'],
  'levy/urging': ['levy-urging'],
  'fee/payment': ['fee-notice'],
  'court-execution/urging': ['execution-urging'],
}

function isCounted(record: CaseRecord, { run, clock, party, startOn, seq }: EventOf<'clock-started'>): boolean {
  const codes = COUNTED[`${record.procedureOf(run)}/${clock}`]
  if (!codes) return true
  const made = record.of('delivery-made').filter((event) => event.seq < seq && event.party === party)
  return made.some(({ document, effectiveOn }) => {
    const paper = record.papers.find(({ id }) => id === document)
    return paper !== undefined && codes.includes(paper.code) && effectiveOn === startOn
  })
}

/** By announcement it has arrived thirty days after, else on the day on which it was received. */
function isArrival(record: CaseRecord, { run, method, effectiveOn, seq }: EventOf<'delivery-made'>): boolean {
  const on = record.text(run, 'received-on', { until: seq })
  return effectiveOn === (method === '公告送达' ? later(on, DAYS_ANNOUNCED) : on)
}

/** The record of that device and that minute, which somebody has passed, is in the evidence. */
function isShown(paper: Paper, record: CaseRecord): boolean {
  const [device, at] = ['device', 'captured-at'].map((name) => record.text('main', name, { until: paper.seq }))
  return record.of('evidence-added').some(({ seq, evidence: { monitored } }) => {
    const isOfDevice = seq < paper.seq && monitored !== undefined && monitored.device === device
    return isOfDevice && minuteOf(monitored?.capturedAt) === minuteOf(at)
  })
}

const minuteOf = (at = ''): number => Math.floor(Date.parse(at) / MINUTE)

/** Examined, and published with its place, on the day on which it recorded. */
function isApproved(record: CaseRecord, { monitors = [] }: Place): boolean {
  const day = officeDay(record.text('main', 'captured-at') || '1970-01-01T00:00:00Z')
  const monitor = monitors.find(({ code }) => code === record.text('main', 'device'))
  return (monitor?.approvals ?? []).some(
    ({ fromOn, untilOn, publishedOn, place }) =>
      fromOn <= day && publishedOn <= day && day <= (untilOn ?? day) && place === record.text('main', 'place'),
  )
}

const isNonSite = (record: CaseRecord): boolean => record.procedureOf('main') === 'non-site'

/** What the party has said is answered when its case goes over to a penalty. */
function isAnswered(record: CaseRecord, until: number): boolean {
  return record.parties(until).every((party) => {
    const isSaid = record.text('main', 'statement', { party, until }) !== ''
    return !isSaid || record.text('main', 'heard', { party, until }) !== ''
  })
}

export const TOLD_LAW: readonly Rule[] = [
  {
    id: 'hearing-called',
    says: 'who is heard has known time and place for seven working days, and it is held then and not before',
    law: `${LAW}第六十四条第二项；《行政许可法》第四十八条第一款第一项`,
    broken: ofEach(HELD, isCalledInTime),
  },
  {
    id: 'hearing-led',
    says: 'who handles a case does not lead its hearing',
    law: `${LAW}第六十四条第四项；《行政许可法》第四十八条第一款第三项`,
    broken: ofEach(HELD, isLedByAnother),
  },
  {
    id: 'hearing-recusal',
    says: 'nothing is heard while it is open who leads it',
    law: `${LAW}第六十四条第四项；《行政许可法》第四十八条第一款第三项`,
    broken: ofEach(HELD, (paper, record) =>
      ['host-recusal', 'licence-host-recusal'].every((procedure) => !record.isOpen(procedure, paper.seq)),
    ),
  },
  {
    id: 'review-by-another',
    says: 'who handles a case does not review it',
    law: `${LAW}第五十八条`,
    broken: (record) =>
      record.children('legal-review').flatMap(({ outcome, ended }) => {
        const isOwn = ended !== undefined && record.handlers(ended.seq).includes(String(ended.by))
        return outcome === 'pass' && isOwn ? [ended.seq] : []
      }),
  },
  {
    id: 'delivered-then-counted',
    says: 'a term of a party counts from the day on which its paper arrived',
    law: `${LAW}第六十一条`,
    broken: (record) => record.of('clock-started').flatMap((event) => (isCounted(record, event) ? [] : [event.seq])),
  },
  {
    id: 'delivered-on',
    says: 'a paper arrives when it is received, and by announcement after thirty days',
    law: '《民事诉讼法》第八十八条、第九十五条',
    broken: (record) => record.of('delivery-made').flatMap((event) => (isArrival(record, event) ? [] : [event.seq])),
  },
  {
    id: 'delivered-after-issue',
    says: 'nothing arrives before it was made out',
    law: `${LAW}第六十一条`,
    broken: (record) =>
      record.of('delivery-made').flatMap(({ seq, document, effectiveOn }) => {
        const paper = record.papers.find(({ id }) => id === document)
        return paper && effectiveOn < paper.on ? [seq] : []
      }),
  },
  {
    id: 'non-site-device',
    says: 'only a device that was examined and published proves anything, and only where it stands',
    law: `${LAW}第四十一条第一款`,
    broken: (record, place) =>
      record.of('case-opened').flatMap(({ seq }) => (isNonSite(record) && !isApproved(record, place) ? [seq] : [])),
  },
  {
    id: 'non-site-record',
    says: 'nobody is told of a record that was not reviewed and passed',
    law: `${LAW}第四十一条第二款`,
    broken: ofEach(['non-site-notice'], isShown),
  },
  {
    id: 'non-site-told',
    says: 'nobody is punished for a record that he does not know',
    law: `${LAW}第四十一条第三款`,
    broken: (record) =>
      record.acts.flatMap((act) => {
        if (!isNonSite(record) || !isEndOf(record, act.seq, 'to-penalty')) return []
        return hasReached({ ...act, party: undefined }, record, 'non-site-notice') ? [] : [act.seq]
      }),
  },
  {
    id: 'non-site-answered',
    says: 'what the party says to a record is answered',
    law: `${LAW}第四十一条第三款、第四十五条`,
    broken: (record) =>
      record.acts.flatMap(({ seq }) => {
        if (!isNonSite(record) || !isEndOf(record, seq, 'to-penalty')) return []
        return isAnswered(record, seq) ? [] : [seq]
      }),
  },
  {
    id: 'inspection-approved',
    says: 'nobody is inspected without the approval of the head and the notice of it',
    law: '《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）',
    broken: (record, place) => [
      ...after(['inspection-notice', 'inspection-record'], 'inspection-approval')(record, place),
      ...afterArrivalOf(['inspection-record'], 'inspection-notice')(record, place),
    ],
  },
]

/** With this act the case came to that end. */
function isEndOf(record: CaseRecord, act: number, outcome: string): boolean {
  const ended = record.of('case-ended').find((event) => event.outcome === outcome)
  return ended !== undefined && record.acts.findLast(({ seq }) => seq < ended.seq)?.seq === act
}
