import { describe, expect, test } from 'vitest'
import { NO_FACTS, rootRun } from '#domain/case/state.ts'
import { surchargeOf } from '#domain/case/surcharge.ts'
import { clockOf, viewOf } from '#domain/case/view.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { COMPANY, done, gatesOf, LawOffice, PEOPLE, VIOLATION } from '../../tests/support/law-office.ts'
import * as steps from '../../tests/support/penalty-steps.ts'

const POOR = COMPANY.id
const RICH = 'party-2'
const PARTIES = [COMPANY, { ...COMPANY, id: RICH, name: '青石老街调味品店' }]
const ACTS = [VIOLATION, { ...VIOLATION, id: 'violation-2', party: RICH }]
const NOTICE = { ...steps.NOTICE, violation: { 'violation-1': { fine: '5000' }, 'violation-2': { fine: '5000' } } }
const PLAN = [
  { dueOn: '2026-07-01', amount: '2000' },
  { dueOn: '2026-09-01', amount: '3000' },
]

/** Two parties, fined 5,000 yuan each; both have the decision since the 1st of June and pay by the 16th. */
function fined(): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office, { parties: PARTIES, violations: ACTS })
  return steps.reach(office, 'performance', NOTICE)
}

function grant(office: LawOffice, party: string, instalments: unknown = PLAN, request = '2026年6月2日书面申请') {
  const decision = office.take('lin', 'grant-instalments', {
    party: { [party]: { 'instalment-request': request, instalments } },
  })
  if (decision.ok) office.agreeAll('zheng', 'wu')
  return decision
}

function clock(office: LawOffice, name: string, party: string) {
  const view = { env: office.env, state: office.case, run: rootRun(office.case), actor: PEOPLE.lin }
  return clockOf(viewOf({ ...view, action: '', facts: NO_FACTS, evidence: [] }), name, party)
}

const papers = (office: LawOffice, code: string) =>
  office.case.documents.filter((doc) => doc.code === code).map(({ party }) => party)

describe('instalments for one of several parties', () => {
  test('leave the term of the others to pay as it is', () => {
    const office = fined()
    done(grant(office, POOR))
    expect(clock(office, 'payment', POOR)?.metOn).toBe(office.today)
    expect(clock(office, 'payment', RICH)?.metOn).toBeUndefined()
    expect(papers(office, 'instalment-grant')).toEqual([POOR])
  })

  test('let only the one be urged whose own time is over', () => {
    const office = fined()
    done(grant(office, POOR))
    const urge = () => office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-20' } })
    expect(gatesOf(urge())).toEqual(['payment-late'])
    office.on('2026-06-20')
    done(urge())
    done(office.agree('zheng'))
    expect(papers(office, 'fine-urging')).toEqual([RICH])
    office.on('2026-07-02')
    done(urge())
    done(office.agree('zheng'))
    expect(papers(office, 'fine-urging')).toEqual([RICH, POOR, RICH])
  })

  test('go on as they are when another party gets some later', () => {
    const office = fined()
    done(grant(office, POOR))
    office.on('2026-07-01')
    const first = { party: { [POOR]: { paid: '2000', 'paid-on': '2026-07-01', 'is-performed': false } } }
    done(office.take('lin', 'record-performance', { party: { ...first.party, [RICH]: { 'is-performed': false } } }))
    office.on('2026-07-10')
    done(grant(office, RICH, [{ dueOn: '2026-10-01', amount: '5000' }]))
    const own = rootRun(office.case).clocks.filter((item) => item.clock === 'instalment' && item.party === POOR)
    expect(own.map(({ part, metOn }) => [part, metOn])).toEqual([
      [1, '2026-07-01'],
      [2, undefined],
    ])
    expect(papers(office, 'instalment-grant')).toEqual([POOR, RICH])
    expect(office.refold()).toEqual(office.case)
  })

  test('are given to nobody who has not asked', () => {
    expect(gatesOf(grant(fined(), POOR, PLAN, ''))).toEqual(['plan-complete'])
  })

  test('are for what is not paid yet: who has paid all of it gets none, and who has paid some a plan for the rest', () => {
    const office = fined()
    const paid = (amount: string) => ({
      [POOR]: { paid: amount, 'is-performed': false },
      [RICH]: { 'is-performed': false },
    })
    done(office.take('lin', 'record-performance', { party: paid('2000') }))
    expect(gatesOf(grant(office, POOR))).toEqual(['plan-complete'])
    done(
      grant(office, POOR, [
        { dueOn: '2026-07-01', amount: '1000' },
        { dueOn: '2026-09-01', amount: '2000' },
      ]),
    )
    office.on('2026-07-01')
    done(office.take('lin', 'record-performance', { party: paid('1000') }))
    const parts = () =>
      rootRun(office.case)
        .clocks.filter((item) => item.clock === 'instalment')
        .map(({ metOn }) => metOn)
    expect(parts()).toEqual(['2026-07-01', undefined])
    office.on('2026-09-06')
    expect(surchargeOf({ env: office.env, state: office.case }, POOR).lines).toMatchObject([
      { fromOn: '2026-09-02', untilOn: '2026-09-06', baseFen: 200_000, days: 5 },
    ])
    done(office.take('lin', 'record-performance', { party: paid('2300') }))
    expect(parts()).toEqual(['2026-07-01', '2026-09-06'])
    const decision = grant(office, POOR, [{ dueOn: '2026-10-01', amount: '5000' }])
    expect(decision).toMatchObject({ refusals: [{ sentence: expect.stringContaining('已经缴清') }] })
    expect(office.refold()).toEqual(office.case)
  })

  test('that stand already are no new plan', () => {
    const office = fined()
    done(grant(office, POOR))
    expect(gatesOf(grant(office, POOR))).toEqual(['plan-complete'])
  })
})

describe('instalments that are not given', () => {
  const refuse = (office: LawOffice, said: Record<string, string>) =>
    office.take('lin', 'refuse-instalments', { party: { [POOR]: said } })

  test('are answered with the reason, and the term to pay goes on', () => {
    const office = fined()
    const said = { 'instalment-request': '2026年6月2日书面申请延期', 'instalment-refusal': '没有证据证明经济困难' }
    done(refuse(office, said))
    office.agreeAll('zheng', 'wu')
    expect(papers(office, 'instalment-refusal')).toEqual([POOR])
    expect(clock(office, 'payment', POOR)?.metOn).toBeUndefined()
    const letter = JSON.stringify(fillIssued(office, 'instalment-refusal'))
    expect(letter).toContain('没有证据证明经济困难')
    expect(letter).toContain('第六十六条第二款')
  })

  test('are told to nobody again because an older reason stands there', () => {
    const office = fined()
    const said = { 'instalment-request': '2026年6月2日书面申请延期', 'instalment-refusal': '没有证据证明经济困难' }
    done(refuse(office, said))
    office.agreeAll('zheng', 'wu')
    expect(gatesOf(refuse(office, { 'instalment-request': said['instalment-request'] }))).toEqual([
      'instalment-refusal-answered',
    ])
    done(office.take('lin', 'refuse-instalments', { party: { [RICH]: said } }))
    office.agreeAll('zheng', 'wu')
    expect(papers(office, 'instalment-refusal')).toEqual([POOR, RICH])
  })

  test('need an application and a reason', () => {
    expect(gatesOf(refuse(fined(), { 'instalment-request': '书面申请延期' }))).toEqual(['instalment-refusal-answered'])
    expect(gatesOf(refuse(fined(), { 'instalment-refusal': '没有困难' }))).toEqual(['instalment-refusal-answered'])
  })
})
