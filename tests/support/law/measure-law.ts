import type { EventOf } from '#domain/case/event.ts'
import type { CaseRecord, Course, Paper } from './case-record.ts'
import { haveWorkedOut, later, officeDay } from './days.ts'
import { after, ofEach, type Rule, within } from './rule.ts'

const LAW = '《行政强制法》'
const MONTH = 30
const HOURS_TO_REPORT = 24
const PRESERVED_DAYS = 7
/** What becomes of a seizure that stands. */
const GOES_ON = [
  'seizure-extension',
  'seizure-disposal',
  'goods-transfer-notice',
  'early-disposal-notice',
  'test-period-notice',
]
const DECIDES = ['release', 'lapse', 'early-sale']
const LEAVES = ['return', 'destroy', 'sell', 'hand-over', 'pass']

/** The day on which the measure was taken. */
const beganOn = (record: CaseRecord, run: string, until: number): string =>
  officeDay(record.text(run, 'began-at', { until }) || '1970-01-01T00:00:00Z')

/** Days that lie behind the measure on that day; what a test takes is left out. */
function daysHeld(record: CaseRecord, { run, seq, on }: Pick<Paper, 'run' | 'seq' | 'on'>): number {
  const stops = record
    .of('clock-suspended')
    .filter((event) => event.run === run && event.clock === 'term' && event.seq < seq)
  const ends = record
    .of('clock-resumed')
    .filter((event) => event.run === run && event.clock === 'term' && event.seq < seq)
  const spans = stops.map(({ fromOn }, place) => [fromOn, ends[place]?.untilOn ?? '9999-12-31'] as const)
  let count = 0
  for (let day = later(beganOn(record, run, seq), 1); day <= on; day = later(day, 1))
    if (!spans.some(([from, until]) => from <= day && day <= until)) count += 1
  return count
}

/** Within thirty days, and thirty more where that was told before. */
function isInTerm(paper: Paper, record: CaseRecord, extension: string): boolean {
  const months = record.before(paper, extension) ? 2 : 1
  return daysHeld(record, paper) <= months * MONTH
}

const isLongest =
  (code: string): Rule['broken'] =>
  (record) =>
    record.issued(code).flatMap((paper) => {
      const isSecond = record.before(paper, code) !== undefined
      return isSecond || daysHeld(record, paper) > MONTH ? [paper.seq] : []
    })

/** How much of each thing these movements have told of until then. */
function moved(record: CaseRecord, until: number, counts: (movement: string, fate: string | undefined) => boolean) {
  const told = record.of('things-moved').filter(({ seq }) => seq < until)
  const rows = told.flatMap(({ movement, portions }) => portions.filter(({ fate }) => counts(movement, fate)))
  const sums = new Map<string, number>()
  for (const { thing, amount } of rows) sums.set(thing, (sums.get(thing) ?? 0) + amount)
  return sums
}

function thingsOf(record: CaseRecord, until: number, runs?: readonly string[]) {
  const lists: readonly EventOf<'things-listed'>[] = record.of('things-listed')
  return lists.filter(({ run, seq }) => seq < until && (runs?.includes(run) ?? true)).flatMap(({ things }) => things)
}

/** Nothing of the list is without a decision. */
function isDecided(record: CaseRecord, { id, ended }: Course): boolean {
  const until = ended?.seq ?? 0
  const decided = moved(record, until, (movement, fate) => fate !== undefined || DECIDES.includes(movement))
  return thingsOf(record, until, [id]).every((thing) => decided.get(thing.id) === thing.amount)
}

const endsOf = (record: CaseRecord, procedure: string, outcome: string) =>
  record.children(procedure).filter((course) => course.outcome === outcome && course.ended !== undefined)

export const MEASURE_LAW: readonly Rule[] = [
  {
    id: 'seizure-approved',
    says: 'a seizure is approved before, or at once where it cannot wait; until then nothing is decided about it',
    law: `${LAW}第十八条第一项、第十九条`,
    broken: (record, place) => [
      ...within('seizure', after(GOES_ON, 'coercion-approval'))(record, place),
      ...record.issued('seizure-decision').flatMap((paper) => {
        const isUrgent = record.text(paper.run, 'urgency', { until: paper.seq }) !== ''
        return isUrgent || record.before(paper, 'coercion-approval') ? [] : [paper.seq]
      }),
    ],
  },
  {
    id: 'seizure-reported',
    says: 'who seizes without approval has twenty-four hours to report it, counted from the beginning',
    law: `${LAW}第十九条`,
    broken: (record) =>
      record.issued('seizure-decision').flatMap((paper) => {
        if (record.before(paper, 'coercion-approval')) return []
        const clock = record
          .of('clock-started')
          .find((event) => event.run === paper.run && event.clock === 'late-approval')
        const began = Date.parse(record.text(paper.run, 'began-at', { until: paper.seq }))
        return Date.parse(clock?.dueAt ?? '') - began === HOURS_TO_REPORT * 3_600_000 ? [] : [paper.seq]
      }),
  },
  {
    id: 'seizure-papers',
    says: 'record, decision and list are made on the spot',
    law: `${LAW}第十八条第七项、第二十四条`,
    broken: ofEach(['seizure-decision'], (paper, record) =>
      ['coercion-record', 'seizure-list'].every((code) =>
        record.papers.some((other) => other.code === code && other.act?.seq === paper.act?.seq),
      ),
    ),
  },
  {
    id: 'measure-by-two',
    says: 'a measure is taken by two',
    law: `${LAW}第十八条第二项`,
    broken: ofEach(['seizure-decision', 'freeze-decision'], (paper, record) => {
      const officers = record.told(paper.run, 'officers', { until: paper.seq })
      return Array.isArray(officers) && new Set(officers).size >= 2
    }),
  },
  {
    id: 'seizure-longest',
    says: 'a seizure is lengthened once, within its thirty days',
    law: `${LAW}第二十五条第一款`,
    broken: isLongest('seizure-extension'),
  },
  {
    id: 'seizure-tests-only',
    says: 'no other time is left out than that of a test',
    law: `${LAW}第二十五条第三款`,
    broken: (record) =>
      record
        .of('clock-suspended')
        .filter(
          ({ run, clock, ground }) => clock === 'term' && isMeasure(record, run) && !/检测|检验|检疫|鉴定/.test(ground),
        )
        .map(({ seq }) => seq),
  },
  {
    id: 'seizure-decided-in-term',
    says: 'what was seized is decided about within the term; after it everything is given back',
    law: `${LAW}第二十七条、第二十八条`,
    broken: within(
      'seizure',
      ofEach(['seizure-disposal', 'goods-transfer-notice'], (paper, record) =>
        isInTerm(paper, record, 'seizure-extension'),
      ),
    ),
  },
  {
    id: 'seizure-settled',
    says: 'a seizure ends when each thing was decided about or given back',
    law: `${LAW}第二十七条、第二十八条`,
    broken: (record) =>
      [...endsOf(record, 'seizure', 'settled'), ...endsOf(record, 'seizure', 'lifted')].flatMap((course) =>
        isDecided(record, course) ? [] : [course.ended?.seq ?? 0],
      ),
  },
  {
    id: 'things-out',
    says: 'no case ends while its things are in custody',
    law: `${LAW}第二十六条、第二十七条`,
    broken: (record) =>
      record.of('case-ended').flatMap(({ seq, outcome }) => {
        if (outcome === 'merged') return []
        const out = moved(record, seq, (movement, fate) => LEAVES.includes(movement) || fate === 'consumed')
        return thingsOf(record, seq).every((thing) => (out.get(thing.id) ?? 0) >= thing.amount) ? [] : [seq]
      }),
  },
  {
    id: 'measures-over',
    says: 'no case ends over a freeze, nor a case of measures over any of them',
    law: `${LAW}第二十七条、第三十三条`,
    broken: (record) =>
      record.of('case-ended').flatMap(({ seq, outcome }) => {
        const all = record.procedureOf('main') === 'measure-case' ? ['seizure', 'freeze', 'preservation'] : ['freeze']
        const isOpen = all.some((procedure) => record.isOpen(procedure, seq))
        return isOpen && outcome !== 'merged' ? [seq] : []
      }),
  },
  {
    id: 'freeze-approved',
    says: 'nothing is frozen that was not approved before',
    law: `${LAW}第十八条第一项、第三十条第一款`,
    broken: after(['freeze-assistance', 'freeze-decision'], 'coercion-approval'),
  },
  {
    id: 'freeze-longest',
    says: 'a freeze is lengthened once, within its thirty days',
    law: `${LAW}第三十二条第一款`,
    broken: isLongest('freeze-extension'),
  },
  {
    id: 'freeze-lapsed',
    says: 'a bank lets go by itself only once the term is over',
    law: `${LAW}第三十三条第三款`,
    broken: (record) =>
      endsOf(record, 'freeze', 'lapsed').flatMap(({ id, ended }) => {
        const end = { run: id, seq: ended?.seq ?? 0, on: ended?.on ?? '', party: undefined }
        const months = record.before(end, 'freeze-extension') ? 2 : 1
        return daysHeld(record, end) > months * MONTH ? [] : [end.seq]
      }),
  },
  {
    id: 'preservation-approved',
    says: 'evidence is registered and kept with the approval of the head',
    law: '《行政处罚法》第五十六条',
    broken: after(['preservation-notice'], 'preservation-approval'),
  },
  {
    id: 'preservation-seven-days',
    says: 'what was registered is decided about in seven working days, and given back after them',
    law: '《行政处罚法》第五十六条、第八十五条',
    broken: ofEach(['preservation-decision', 'preservation-lift'], (paper, record) => {
      const since = record.before(paper, 'preservation-notice')?.on ?? '1970-01-01'
      return haveWorkedOut(since, PRESERVED_DAYS, paper.on) === (paper.code === 'preservation-lift')
    }),
  },
]

function isMeasure(record: CaseRecord, run: string): boolean {
  return ['seizure', 'freeze'].includes(record.procedureOf(run))
}
