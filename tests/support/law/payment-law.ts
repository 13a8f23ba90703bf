import type { EventOf } from '#domain/case/event.ts'
import type { CaseRecord, Paper } from './case-record.ts'
import { later } from './days.ts'
import { ofEach, type Rule } from './rule.ts'

const PAID = '《行政处罚法》第六十七条'
const DAYS_TO_PAY = 15
const MONEY_WAYS: readonly string[] = ['划拨存款、汇款', '拍卖查封、扣押的财物抵缴罚款']
type Entry = EventOf<'payment-booked'>

const entriesOf = (record: CaseRecord, until: number): readonly Entry[] =>
  record.of('payment-booked').filter(({ seq }) => seq < until)

/** What stands in the account of a party at that place of the history. */
export function standingFen(record: CaseRecord, party: string, until: number): number {
  const own = entriesOf(record, until).filter((entry) => entry.party === party)
  return own.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** It takes back one entry, whole, of the same party and the same day, that nobody has taken back before. */
function isOfOne(record: CaseRecord, entry: Entry): boolean {
  const before = entriesOf(record, entry.seq)
  const of = before.find(({ id }) => id === entry.reverses)
  if (!of || of.reverses !== undefined || before.some(({ reverses }) => reverses === of.id)) return false
  return of.amountFen === -entry.amountFen && of.party === entry.party && of.paidOn === entry.paidOn
}

/** A handler has asked for it, and both heads have agreed, neither of them who asked. */
function isAgreed(record: CaseRecord, entry: Entry): boolean {
  const act = record.acts.findLast(({ seq }) => seq < entry.seq)
  const roles = act?.agreed.filter(({ by }) => by !== act.askedBy).map(({ role }) => role)
  return ['unit-head', 'agency-head'].every((role) => roles?.includes(role))
}

function isBookedTwice(record: CaseRecord, { seq, id, reference }: Entry): boolean {
  const before = entriesOf(record, seq)
  const back = new Set(before.map(({ reverses }) => reverses))
  const standing = before.filter((entry) => entry.reverses === undefined && !back.has(entry.id))
  return reference !== undefined && standing.some((entry) => entry.id !== id && entry.reference === reference)
}

const entries =
  (isRight: (record: CaseRecord, entry: Entry) => boolean): Rule['broken'] =>
  (record) =>
    record.of('payment-booked').flatMap((entry) => (isRight(record, entry) ? [] : [entry.seq]))

/** The most that fine and gains of all acts of the party can grow to; nothing where acts of another case came in. */
function decidedFen(record: CaseRecord, party: string, until: number): number {
  if (record.of('case-joined').length > 0) return 0
  const acts = record.of('case-opened').flatMap(({ violations }) => violations.filter((act) => act.party === party))
  const of = (violation: string, name: string) => Number(record.told('main', name, { violation, until }) ?? 0)
  const most = (violation: string, name: string) => Math.max(of(violation, name), of(violation, `final-${name}`))
  return acts.reduce((sum, { id }) => sum + most(id, 'fine') * 2 + most(id, 'gains'), 0)
}

/** What is taken down or restored is no money, however much was paid. */
const isOfDeed = (record: CaseRecord, { code, run, seq }: Paper): boolean =>
  code === 'execution-decision' && !MONEY_WAYS.includes(record.text(run, 'way', { until: seq }))

export const PAYMENT_LAW: readonly Rule[] = [
  {
    id: 'payment-come',
    says: 'money that comes tomorrow has not come',
    law: PAID,
    broken: entries((_record, { paidOn, on }) => paidOn <= on),
  },
  {
    id: 'payment-once',
    says: 'a receipt stands in the account once',
    law: '《行政处罚法》第七十条',
    broken: entries((record, entry) => entry.reverses !== undefined || !isBookedTwice(record, entry)),
  },
  {
    id: 'reversal-of-one',
    says: 'what is taken back is one booking, whole and once',
    law: PAID,
    broken: entries((record, entry) => entry.reverses === undefined || isOfOne(record, entry)),
  },
  {
    id: 'reversal-agreed',
    says: 'nobody takes a booking back without both heads',
    law: PAID,
    broken: entries((record, entry) => entry.reverses === undefined || isAgreed(record, entry)),
  },
  {
    id: 'account-not-below',
    says: 'nobody has paid less than nothing',
    law: PAID,
    broken: entries((record, { party, seq }) => standingFen(record, party, seq + 1) >= 0),
  },
  {
    id: 'fine-late',
    says: 'a fine is urged when its fifteen days are over, and not before',
    law: '《行政处罚法》第六十七条第三款、第七十二条',
    broken: ofEach(['fine-urging', 'surcharge-decision'], (paper, record) => {
      const decision = ['penalty-decision', 'summary-decision'].map((code) => record.before(paper, code)).find(Boolean)
      const on = decision && record.arrivedOn(decision)
      return on !== undefined && later(on, DAYS_TO_PAY) < paper.on
    }),
  },
  {
    id: 'paid-is-paid',
    says: 'who has paid the fine twice over, which is the most that it grows to, is asked for nothing more',
    law: '《行政处罚法》第七十二条第一款第一项',
    broken: ofEach(['fine-urging', 'surcharge-decision', 'execution-decision'], (paper, record) => {
      const { party = '', seq } = paper
      if (isOfDeed(record, paper)) return true
      const most = decidedFen(record, party, seq)
      return most === 0 || standingFen(record, party, seq) < most
    }),
  },
]
