import { describe, expect, test } from 'vitest'
import type * as forge from './support/law/forge.ts'
import { changed, dated, early, is, numbered, paper, told, twice, without } from './support/law/forge.ts'
import { LAW, lawProblems } from './support/law/law.ts'
import { LAWFUL } from './support/law/lawful-cases.ts'
import type { Place } from './support/law/rule.ts'
import type { LawOffice } from './support/law-office.ts'

type Name = keyof typeof LAWFUL
const KEPT = new Map<Name, LawOffice>()

/** Made once; what is forged is a copy. */
function lawful(name: Name): LawOffice {
  const office = KEPT.get(name) ?? LAWFUL[name]()
  KEPT.set(name, office)
  return office
}

const placeOf = (name: Name): Place => ({ isApart: name === 'grantedApart', monitors: lawful(name).monitors })
const ofParty = (name: string, value: unknown, more: object = {}) => told(name, value, { party: 'party-1', ...more })
const ofAct = (name: string, value: unknown) => told(name, value, { violation: 'violation-1' })
const by = (who: string) => changed(is('action-taken'), { by: who })
const arrived =
  (...codes: readonly string[]): forge.Forge =>
  (events) => {
    const ids = events.flatMap((event) =>
      event.type === 'document-issued' && codes.includes(event.document.code) ? [event.document.id] : [],
    )
    return events.filter((event) => event.type !== 'delivery-made' || !ids.includes(event.document))
  }
const both =
  (...forges: readonly forge.Forge[]): forge.Forge =>
  (events) =>
    forges.reduce((so, one) => one(so), events)
const clock = (name: string) => is('clock-started', (event) => event.clock === name)
const act = (name: string) => is('action-taken', ({ action }) => action === name)
const APPROVED = is('approval-given', ({ role }) => role === 'agency-head')
const BOOKED = is('payment-booked')

/** By rule: a lawful case, and what would have broken it. */
const BROKEN: readonly (readonly [rule: string, of: Name, what: string, how: forge.Forge])[] = [
  ['licence-accepted', 'granted', 'without acceptance', without(paper('acceptance-notice'))],
  ['licence-accepted', 'granted', 'decided before acceptance', early(paper('licence-decision'))],
  ['licence-supplement-once', 'supplied', 'told twice', twice(paper('supplement-notice'))],
  ['licence-verified', 'verified', 'nobody has looked', without(paper('licence-verification'))],
  ['licence-verified', 'verified', 'one alone has looked', told('checkers', ['lin'])],
  ['licence-others-told', 'granted', 'others are touched', told('affects-others', true)],
  ['licence-others-told', 'othersWaited', 'nobody is told', without(paper('interested-party-notice'))],
  ['licence-hearing-right', 'othersWaited', 'the applicant has no letter', arrived('licence-hearing-right')],
  ['licence-hearing-right', 'othersWaited', 'the others are told later', told('interested-told-on', '2026-06-02')],
  [
    'licence-hearing-over',
    'heardLicence',
    'the hearing goes on',
    without(is('child-ended', ({ outcome }) => outcome === 'held')),
  ],
  ['licence-on-record', 'heardLicence', 'nothing is weighed', told('hearing-answer', '')],
  ['licence-special-time', 'specialTime', 'the test goes on', without(is('clock-resumed'))],
  ['licence-level', 'granted', 'it is decided above', told('manner', '先行审查后报上级机关决定')],
  ['licence-level', 'sentUp', 'it is decided here', told('manner', '由本机关决定')],
  ['licence-reviewed', 'granted', 'nobody has reviewed it', told('needs-review', true)],
  [
    'licence-reviewed',
    'reviewedLicence',
    'the jurists object',
    changed(
      is('child-ended', ({ outcome }) => outcome === 'pass'),
      { outcome: 'objected' },
    ),
  ],
  ['licence-recusal', 'granted', 'it is open who stands aside', opened('licence-recusal')],
  ['licence-apart', 'grantedApart', 'one for all', by('lin')],
  ['licence-certificate', 'granted', 'nothing was granted', without(paper('licence-decision'))],
  ['licence-certificate', 'granted', 'the applicant has no letter', arrived('licence-decision')],
  ['renewal-in-time', 'renewed', 'asked for in December', dated(is('case-opened'), '2026-12-02')],
  ['renewal-deemed', 'notRenewed', 'refused a day late', dated(paper('licence-renewal-refusal'), '2027-01-01')],
  ['renewal-later', 'renewed', 'to the same day', told('valid-until', '2026-12-31')],
  ['holder-told', 'withdrawn', 'the letter has not arrived', arrived('licence-ending-notice')],
  ['holder-told', 'revoked', 'there was no letter', without(paper('licence-ending-notice'))],
  ['holder-heard', 'withdrawn', 'nobody was heard', without(paper('licence-statement-record'))],
  ['withdrawal-loss', 'withdrawn', 'nothing is made good', told('compensation', '')],
  ['revocation-fraud', 'revoked', 'it was got by fraud', told('ground', '以欺骗、贿赂等不正当手段取得许可')],
  ['seizure-approved', 'seizedLong', 'nobody has approved', without(paper('coercion-approval'))],
  ['seizure-reported', 'seizedAtOnce', 'the hours are not counted', without(clock('late-approval'))],
  [
    'seizure-reported',
    'seizedAtOnce',
    'two days are given',
    changed(clock('late-approval'), { dueAt: '2026-06-03T01:00:00.000Z' }),
  ],
  ['seizure-papers', 'seizedLong', 'there is no record', without(paper('coercion-record'))],
  ['measure-by-two', 'seizedLong', 'one alone', told('officers', ['lin', 'lin'], { run: 'seizure' })],
  ['seizure-longest', 'seizedLong', 'lengthened twice', twice(paper('seizure-extension'))],
  ['seizure-longest', 'seizedLong', 'lengthened too late', dated(paper('seizure-extension'), '2026-07-02')],
  ['seizure-tests-only', 'tested', 'for a journey', changed(is('clock-suspended'), { ground: '承办人出差' })],
  ['seizure-decided-in-term', 'seizedLong', 'never lengthened', without(paper('seizure-extension'))],
  ['seizure-decided-in-term', 'seizedLong', 'after sixty days', dated(paper('seizure-disposal'), '2026-08-01')],
  [
    'seizure-settled',
    'seizedLong',
    'something is left',
    without(is('things-moved', ({ movement }) => movement === 'release')),
  ],
  [
    'things-out',
    'measuresOver',
    'something is kept',
    without(is('things-moved', ({ movement }) => movement === 'return')),
  ],
  [
    'measures-over',
    'measuresOver',
    'the seizure goes on',
    without(is('child-ended', ({ outcome }) => outcome === 'settled')),
  ],
  ['freeze-approved', 'frozenLong', 'nobody has approved', without(paper('coercion-approval'))],
  ['freeze-longest', 'frozenLong', 'lengthened twice', twice(paper('freeze-extension'))],
  [
    'freeze-lapsed',
    'unfrozen',
    'on the last day',
    dated(
      is('child-ended', ({ outcome }) => outcome === 'lapsed'),
      '2026-07-01',
    ),
  ],
  ['preservation-approved', 'preserved', 'nobody has approved', without(paper('preservation-approval'))],
  [
    'preservation-seven-days',
    'preserved',
    'after eight working days',
    dated(paper('preservation-decision'), '2026-06-11'),
  ],
  ['execution-urged', 'executed', 'nobody was urged', without(paper('execution-urging'))],
  ['execution-urged', 'executed', 'the urging has not arrived', arrived('execution-urging')],
  [
    'execution-urged',
    'executed',
    'on the last day of it',
    told('urging-until', '2026-07-20', { run: 'coercive-execution' }),
  ],
  [
    'execution-heard',
    'executed',
    'the party was not answered',
    ofParty('urging-statement', '没有钱', { run: 'coercive-execution' }),
  ],
  ['execution-delivered', 'executed', 'the decision has not arrived', arrived('execution-decision')],
  [
    'execution-by-day',
    'executed',
    'at eleven at night',
    told('ended-at', '2026-07-21T15:00:00.000Z', { run: 'coercive-execution' }),
  ],
  [
    'execution-by-day',
    'executed',
    'on national day',
    both(
      told('began-at', '2026-10-01T01:00:00.000Z', { run: 'coercive-execution' }),
      told('ended-at', '2026-10-01T02:00:00.000Z', { run: 'coercive-execution' }),
    ),
  ],
  ['execution-homes', 'executed', 'the water is cut', told('homes-spared', false, { run: 'coercive-execution' })],
  ['substitute-urged-again', 'substituted', 'not urged again', without(paper('substitute-urging'))],
  ['substitute-urged-again', 'substituted', 'a day too early', dated(paper('execution-record'), '2026-07-23')],
  ['demolition-announced', 'demolished', 'not announced', without(paper('demolition-term-notice'))],
  ['demolition-final', 'demolished', 'on the last day to sue', dated(paper('execution-decision'), '2026-12-01')],
  ['court-urged', 'atCourt', 'nobody was urged', arrived('execution-urging')],
  ['court-in-time', 'atCourt', 'on the last day to sue', dated(paper('court-application'), '2026-12-01')],
  ['court-in-time', 'atCourt', 'after three months', dated(paper('court-application'), '2027-03-20')],
  ['summary-threshold', 'summary', '3001 yuan', ofAct('fine', 300_100)],
  ['summary-threshold', 'summary', '201 yuan of a citizen', both(ofAct('fine', 20_100), citizen)],
  ['summary-warning-or-fine', 'summary', 'nothing at all', ofAct('fine', 0)],
  ['summary-informed', 'summary', 'nobody was told', told('informed-orally', false)],
  ['summary-answered', 'summary', 'no answer', ofParty('statement', '第一次')],
  ['summary-by-two', 'summary', 'one alone', told('officers', ['lin'])],
  ['summary-by-two', 'summary', 'without certificate', told('certificate-shown', false)],
  ['summary-collected', 'summary', 'more than a small fine', ofAct('fine', 10_100)],
  ['summary-filed', 'summary', 'not reported', without(paper('summary-filing'))],
  ['hearing-called', 'heardPenalty', 'six days', told('hearing-on', '2026-06-10', { run: 'hearing' })],
  ['hearing-called', 'heardPenalty', 'before its day', dated(paper('hearing-record'), '2026-06-11')],
  ['hearing-called', 'heardLicence', 'nobody was called', without(paper('licence-hearing-notice'))],
  ['hearing-led', 'heardPenalty', 'by who handles it', told('host', ['lin'], { run: 'hearing' })],
  ['hearing-recusal', 'heardPenalty', 'it is open who leads it', opened('host-recusal')],
  ['hearing-recusal', 'heardLicence', 'it is open who leads it', opened('licence-host-recusal')],
  ['penalty-recusal', 'penalty', 'it is open who stands aside', opened('recusal')],
  [
    'review-by-another',
    'reviewed',
    'by who handles it',
    changed(
      is('child-ended', ({ outcome }) => outcome === 'pass'),
      { by: 'lin' },
    ),
  ],
  ['delivered-then-counted', 'penalty', 'from the day of issue', changed(clock('payment'), { startOn: '2026-05-30' })],
  ['delivered-then-counted', 'penalty', 'nothing has arrived', without(is('delivery-made'))],
  ['delivered-on', 'penalty', 'a day earlier', changed(is('delivery-made'), { effectiveOn: '2026-05-31' })],
  ['delivered-on', 'penalty', 'by announcement at once', changed(is('delivery-made'), { method: '公告送达' })],
  [
    'delivered-after-issue',
    'penalty',
    'before it was made out',
    changed(is('delivery-made'), { effectiveOn: '2026-01-01' }),
  ],
  ['non-site-device', 'monitored', 'another device', told('device', 'JK-0002')],
  ['non-site-device', 'monitored', 'another place', told('place', '别处')],
  ['non-site-record', 'monitored', 'no record', without(is('evidence-added'))],
  ['non-site-record', 'monitored', 'another minute', told('captured-at', '2026-06-01T01:05:00.000Z')],
  ['non-site-told', 'monitored', 'the party does not know', arrived('non-site-notice')],
  ['non-site-answered', 'monitored', 'no answer', ofParty('statement', '不是我的车')],
  ['inspection-approved', 'inspected', 'nobody has approved', without(paper('inspection-approval'))],
  ['inspection-approved', 'inspected', 'nobody was told', arrived('inspection-notice')],
  ['charge-in-catalogue', 'feePaid', 'in no catalogue', told('in-catalogue', false)],
  ['levy-decided', 'levied', 'not decided', without(paper('levy-decision'))],
  ['fee-told', 'feePaid', 'not told', without(paper('fee-notice'))],
  ['levy-surcharge', 'levied', 'more than the levy', ofParty('surcharge', 100_000_000)],
  ['levy-urged', 'levyForced', 'not urged', without(paper('levy-urging'))],
  ['levy-urged', 'levyForced', 'on the tenth day', dated(act('hand-to-force'), '2026-06-15')],
  ['charge-paid', 'feePaid', 'nobody has paid', without(BOOKED)],
  ['charge-paid', 'levied', 'a fen too little', changed(BOOKED, { amountFen: 9_999 })],
  ['request-accepted', 'benefit', 'not accepted', without(paper('request-acceptance'))],
  ['request-looked-at', 'benefit', 'not looked into', told('checked', '')],
  ['request-looked-at', 'confirmed', 'not looked into', told('verified', '')],
  [
    'request-supplement-once',
    'confirmed',
    'told twice',
    both(issuedAs('request-supplement'), twice(paper('request-supplement'))),
  ],
  ['benefit-granted', 'benefit', 'not granted', without(paper('benefit-decision'))],
  ['benefit-paid', 'benefit', 'not paid out', ofParty('paid', 0)],
  ['requisition-urgent', 'requisitioned', 'no emergency', told('is-urgent', false)],
  ['requisition-told', 'requisitioned', 'the owner does not know', arrived('requisition-decision')],
  ['requisition-damage', 'requisitioned', 'not made good', ofParty('paid', 0)],
  ['requisition-damage', 'requisitioned', 'nothing decided', without(paper('compensation-decision'))],
  ['head-decides', 'levied', 'without the head', without(APPROVED)],
  ['head-decides', 'granted', 'by who asked', changed(APPROVED, { by: 'lin' })],
  ['transfer-by-principal', 'withPolice', 'by a deputy', changed(act('approve'), { by: 'deputy' })],
  ['transfer-by-principal', 'withPolice', 'without a report', without(act('report'))],
  ['transfer-sent', 'withPolice', 'without the word', without(paper('referral-approval'))],
  ['transfer-three-days', 'withPolice', 'in four days', changed(clock('approval'), { rawDue: '2026-06-05' })],
  ['transfer-one-day', 'withPolice', 'in two days', changed(clock('sending'), { dueAt: '2026-06-03T04:00:00.000Z' })],
  [
    'transfer-undecided',
    'penalty',
    'the police have it',
    both(issuedAs('transfer-letter', 'away'), opened('transfer', 'away')),
  ],
  ['transfer-goods', 'withPolice', 'nobody has answered', told('reply-on', '', { run: 'transfer' })],
  ['penalty-filed', 'penalty', 'not filed', without(paper('filing-approval'))],
  ['payment-come', 'takenBack', 'tomorrow', changed(BOOKED, { paidOn: '2026-06-18' })],
  ['payment-once', 'feePaid', 'twice', twice(BOOKED, { id: 'again' })],
  [
    'reversal-of-one',
    'takenBack',
    'twice',
    twice(
      is('payment-booked', ({ reverses }) => reverses !== undefined),
      { id: 'again' },
    ),
  ],
  [
    'reversal-of-one',
    'takenBack',
    'a part',
    changed(
      is('payment-booked', ({ reverses }) => reverses !== undefined),
      { amountFen: -1 },
    ),
  ],
  ['reversal-agreed', 'takenBack', 'without the head', without(is('approval-given'))],
  [
    'account-not-below',
    'takenBack',
    'nothing was paid',
    without(is('payment-booked', ({ reverses }) => reverses === undefined)),
  ],
  ['fine-late', 'urgedFine', 'on the last day', dated(paper('fine-urging'), '2026-06-16')],
  ['paid-is-paid', 'urgedFine', 'all was paid', bookedFirst],
]

/** Such a procedure was opened right after the case and has not ended. */
function opened(procedure: string, run = 'run-forged'): forge.Forge {
  return ([first, ...rest]) => {
    const version = '2020-01-01'
    const event = { ...first, type: 'child-opened', run, parent: 'main', action: 'x', procedure, version, stage: 'x' }
    return [first, event, ...rest] as forge.History
  }
}

/** Such a paper was made out right after the opening. */
function issuedAs(code: string, run = 'main'): forge.Forge {
  return ([first, ...rest]) => {
    const document = { id: `forged-${code}`, code, issuedOn: first?.on }
    return [first, { ...first, type: 'document-issued', run, document }, ...rest] as forge.History
  }
}

function citizen(events: forge.History): forge.History {
  return changed(is('case-opened'), (event) => ({
    parties: event.type === 'case-opened' ? event.parties.map((party) => ({ ...party, kind: 'person' })) : [],
  }))(events)
}

function bookedFirst([first, ...rest]: forge.History): forge.History {
  const entry = { id: 'forged', party: 'party-1', amountFen: 100_000_000, paidOn: first?.on, from: 'officer' }
  return [first, { ...first, type: 'payment-booked', ...entry }, ...rest] as forge.History
}

describe('the law as it is read from a history alone', () => {
  test.each(Object.keys(LAWFUL) as Name[])('has nothing to say of a case that went its way: %s', (name) => {
    expect(lawProblems(lawful(name).events, placeOf(name))).toEqual([])
  })

  test.each(BROKEN)('%s: of %s it sees when %s', (rule, name, _what, how) => {
    const found = lawProblems(numbered(how(lawful(name).events)), placeOf(name))
    expect(found.map((problem) => / breaks ([\w-]+):/.exec(problem)?.[1])).toContain(rule)
  })

  test('each of its rules is broken by something, and cites an article', () => {
    const broken = new Set(BROKEN.map(([rule]) => rule))
    expect(LAW.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([])
    for (const { law, id } of LAW) expect(law, id).toMatch(/《.+》(.*第.+条|（.+号）)/)
  })
})
