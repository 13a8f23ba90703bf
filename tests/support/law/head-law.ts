import { PEOPLE, type Who } from '../law-office.ts'
import type { CaseRecord, Paper } from './case-record.ts'
import { later } from './days.ts'
import { after, ofEach, type Rule, within } from './rule.ts'

const TRANSFER = '《行政执法机关移送涉嫌犯罪案件的规定》'
const DAYS = 3
const HOURS = 24

/** What nobody decides but the head of the agency. */
const OF_THE_HEAD = [
  ...['licence-decision', 'licence-refusal', 'licence-change-grant', 'licence-change-refusal', 'licence-first-review'],
  ...['licence-renewal-grant', 'licence-renewal-refusal', 'licence-withdrawal', 'licence-revocation'],
  ...['licence-cancellation', 'levy-decision', 'requisition-decision', 'compensation-decision', 'benefit-decision'],
  ...['benefit-refusal', 'confirmation-decision', 'confirmation-refusal', 'coercion-approval', 'seizure-extension'],
  ...['seizure-disposal', 'freeze-extension', 'freeze-release', 'preservation-approval', 'preservation-decision'],
  ...['execution-decision', 'court-application', 'surcharge-decision', 'penalty-notice', 'penalty-decision'],
  ...['decision-change', 'decision-revocation', 'filing-approval', 'inspection-approval'],
]

const isHead = (by: string | null, principal = false): boolean =>
  PEOPLE[by as Who]?.posts.some(({ role, isPrincipal }) => role === 'agency-head' && (isPrincipal || !principal)) ===
  true

/** The last word is that of a head who has not asked for it. */
function isAgreedByHead({ act }: Paper): boolean {
  return act?.agreed.some(({ role, by }) => role === 'agency-head' && isHead(by) && by !== act.askedBy) === true
}

const reportOf = (record: CaseRecord, paper: Paper) =>
  record.acts.findLast((act) => act.run === paper.run && act.action === 'report' && act.seq < paper.seq)

/** The letter goes out under the last word of the head, and that was to send it. */
function isSentWithWord(paper: Paper, record: CaseRecord): boolean {
  const word = record.before(paper, 'referral-approval')
  const reason = record.before(paper, 'no-transfer-reason')
  return word !== undefined && (reason === undefined || reason.seq < word.seq)
}

/** The term of this name, begun with what the act was. */
const isTimed = (
  record: CaseRecord,
  seq: number,
  clock: string,
  right: (due: { rawDue: string; dueAt?: string }) => boolean,
) => record.of('clock-started').some((event) => event.clock === clock && event.seq > seq && right(event))

export const HEAD_LAW: readonly Rule[] = [
  {
    id: 'head-decides',
    says: 'what weighs is decided by the head of the agency, and not by who asks for it',
    law: '《行政处罚法》第五十七条第一款；《行政强制法》第十八条第一项；《行政许可法》第三十八条',
    broken: ofEach(OF_THE_HEAD, isAgreedByHead),
  },
  {
    id: 'transfer-by-principal',
    says: 'whether a case goes to the police is decided by the first head in person, on a report in writing',
    law: `${TRANSFER}第五条第二款`,
    broken: within(
      'transfer',
      ofEach(
        ['referral-approval'],
        (paper, record) => isHead(paper.act?.by ?? null, true) && reportOf(record, paper) !== undefined,
      ),
    ),
  },
  {
    id: 'transfer-sent',
    says: 'nothing is sent to the police without that word',
    law: `${TRANSFER}第五条第二款`,
    broken: ofEach(['transfer-letter'], isSentWithWord),
  },
  {
    id: 'transfer-three-days',
    says: 'the head has three days from the report',
    law: `${TRANSFER}第五条第二款`,
    broken: (record) =>
      record.acts
        .filter(({ run, action }) => action === 'report' && record.procedureOf(run) === 'transfer')
        .filter(({ seq, on }) => !isTimed(record, seq, 'approval', ({ rawDue }) => rawDue === later(on, DAYS)))
        .map(({ seq }) => seq),
  },
  {
    id: 'transfer-one-day',
    says: 'the case is with the police twenty-four hours after the word of the head',
    law: `${TRANSFER}第五条第二款`,
    broken: within(
      'transfer',
      ofEach(['referral-approval'], (paper, record) => {
        const said = record.events.find(({ seq }) => seq === paper.act?.seq)
        if (paper.act?.action === 'decline') return true
        const until = Date.parse(said?.at ?? '') + HOURS * 3_600_000
        return isTimed(record, paper.act?.seq ?? 0, 'sending', ({ dueAt = '' }) => Date.parse(dueAt) === until)
      }),
    ),
  },
  {
    id: 'transfer-undecided',
    says: 'while the police have a case nobody is fined in it',
    law: `${TRANSFER}第十一条`,
    broken: ofEach(['penalty-decision'], (paper, record) => {
      const sent = record.before({ ...paper, party: undefined }, 'transfer-letter', true)
      const course = sent && record.courses.get(sent.run)
      return course === undefined || (course.ended?.seq ?? Number.MAX_SAFE_INTEGER) < paper.seq
    }),
  },
  {
    id: 'transfer-goods',
    says: 'things go to the police after they have taken the case up',
    law: `${TRANSFER}第十二条`,
    broken: (record) =>
      record.acts
        .filter(({ run, action }) => action === 'hand-over' && record.procedureOf(run) === 'transfer')
        .filter(({ run, seq }) => record.text(run, 'reply-on', { until: seq }) === '')
        .map(({ seq }) => seq),
  },
  {
    id: 'penalty-filed',
    says: 'no notice of a penalty goes out in a case that was not filed',
    law: '《行政处罚法》第五十四条第二款',
    broken: after(['penalty-notice', 'penalty-decision'], 'filing-approval'),
  },
  {
    id: 'penalty-recusal',
    says: 'nobody is punished or spared while it is open who has to stand aside',
    law: '《行政处罚法》第四十三条第三款',
    broken: ofEach(
      ['penalty-decision', 'no-penalty-decision'],
      (paper, record) => !record.isOpen('recusal', paper.seq),
    ),
  },
]
