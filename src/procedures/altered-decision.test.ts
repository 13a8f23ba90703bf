import { describe, expect, test } from 'vitest'
import { debtorsOf, remedyEndsOn } from '#domain/case/obligations.ts'
import type { CaseState } from '#domain/case/state.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { performed, URGING } from '../../tests/support/execution-steps.ts'
import { COMPANY, done, gatesOf, LawOffice, VIOLATION } from '../../tests/support/law-office.ts'
import { deliverAll, fileCase, NOTICE, reach } from '../../tests/support/penalty-steps.ts'
import * as revision from '../../tests/support/revision-steps.ts'
import { changedSomehow } from '../../tests/support/scenarios/altered-scenarios.ts'

/** The decision is delivered on the 1st of June, so the last day to pay is the 16th; the fine is 5,000 yuan, 150 a day. */
function performing(today: string, ...about: readonly CaseState[]): LawOffice {
  const office = reach(new LawOffice(), 'performance').on(today)
  office.disputes = about
  return office
}
const account = ({ env, case: state }: LawOffice) => performanceOf({ env, state })[0]
const urge = (office: LawOffice) => office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-12-01' } })

function revoked(): CaseState {
  const office = revision.reviewed(revision.openRevision(new LawOffice({ on: '2026-06-20' })), 'revocation')
  done(office.take('lin', 'revoke', revision.CHANGE))
  office.agreeAll('zheng', 'wu')
  return office.case
}

/** Changed on the 10th of June to a fine of 3,000 yuan, delivered on the 20th. */
function changed(): CaseState {
  const office = revision.change(new LawOffice({ on: '2026-06-10' })).on('2026-06-20')
  deliverAll(office)
  const [root, ...others] = office.case.runs
  if (!root) throw new Error('a case has a run')
  const facts = { ...root.facts, violation: { [VIOLATION.id]: { fine: 300_000 } } }
  return { ...office.case, violations: [VIOLATION], runs: [{ ...root, facts }, ...others] }
}

function reviewed(alteration: string): CaseState {
  const office = dispute.answered(new LawOffice())
  done(office.take('lin', 'decision-altered', { case: { alteration, ...dispute.RESULT } }))
  return office.case
}

describe('of a decision that was revoked', () => {
  test.each([
    ['by this agency', revoked],
    ['by the reviewing body', () => reviewed('撤销')],
    ['as void', () => reviewed('确认无效')],
  ] as const)('%s nothing is owed, nothing grows and nobody is urged', (_title, about) => {
    const office = performing('2026-07-20', about())
    expect(account(office)).toMatchObject({ payableFen: 0, balanceFen: 0, surcharge: { amountFen: 0 } })
    expect(debtorsOf({ env: office.env, state: office.case })).toEqual([])
    expect(gatesOf(urge(office))).toEqual(['decision-stands'])
    expect(account(office)?.alteration).toMatchObject({ how: 'revoked', isKnown: true })
  })

  test('what was paid is shown as to be given back, and the case can be closed', () => {
    const office = performing('2026-06-10')
    done(performed(office, { paid: '5000', 'is-performed': false }))
    office.on('2026-07-20').disputes = [revoked()]
    expect(account(office)?.balanceFen).toBe(-500_000)
    done(office.take('lin', 'close', { case: { 'closure-note': '决定已经撤销，款项已经报请退还' } }))
  })

  test('another party owes what it owed', () => {
    const office = performing('2026-06-26', { ...revoked(), parties: [] })
    expect(account(office)).toMatchObject({ payableFen: 500_000, surcharge: { amountFen: 150_000 } })
  })
})

describe('of a decision that was changed', () => {
  test('nothing more grows until it is written down to what, and the roads of execution are closed', () => {
    const office = performing('2026-07-20', changedSomehow())
    expect(account(office)).toMatchObject({ payableFen: 500_000, surcharge: { amountFen: 0 } })
    expect(account(office)?.alteration).toMatchObject({ how: 'changed', isKnown: false })
    for (const refused of [urge(office), office.take('lin', 'open-execution')])
      expect(gatesOf(refused)).toEqual(['decision-stands'])
  })

  test('what is owed is what it was changed to, and late only after a term of its own', () => {
    expect(account(performing('2026-07-06', changed()))).toMatchObject({ payableFen: 300_000, balanceFen: 300_000 })
    const late = performing('2026-07-08', changed())
    expect(account(late)).toMatchObject({ balanceFen: 318_000, surcharge: { amountFen: 18_000, lines: [{ days: 2 }] } })
    expect(gatesOf(urge(performing('2026-07-06', changed())))).toEqual(['payment-late'])
    done(urge(late))
  })

  test('who paid before is given back the difference', () => {
    const office = performing('2026-06-10')
    done(performed(office, { paid: '5000' }))
    office.on('2026-07-20').disputes = [changed()]
    expect(account(office)?.balanceFen).toBe(-200_000)
  })

  test('its own remedies run from its delivery, and what was decided of the first one before is past', () => {
    const office = performing('2026-07-20', reviewed('变更'), changed())
    expect(remedyEndsOn({ env: office.env, state: office.case }, COMPANY.id)).toBe('2026-12-21')
  })

  test('by the reviewing body, what this agency writes down then is what counts', () => {
    expect(account(performing('2026-07-08', reviewed('变更')))?.alteration).toMatchObject({ isKnown: false })
    expect(account(performing('2026-07-08', reviewed('变更'), changed()))?.payableFen).toBe(300_000)
  })
})

describe('a plan of payments', () => {
  const grant = (office: LawOffice, party: string, amount: string) => {
    const instalments = [{ dueOn: '2026-09-01', amount }]
    done(
      office.take('lin', 'grant-instalments', {
        party: { [party]: { 'instalment-request': '书面申请', instalments } },
      }),
    )
    office.agreeAll('zheng', 'wu')
  }

  test('for what was decided first says nothing of what it was changed to', () => {
    const office = performing('2026-06-02')
    grant(office, COMPANY.id, '5000')
    office.on('2026-07-08').disputes = [changed()]
    expect(account(office)).toMatchObject({ balanceFen: 318_000 })
  })

  test('that was granted after the change is the term for it', () => {
    const office = performing('2026-06-22', changed())
    grant(office, COMPANY.id, '3000')
    expect(account(office.on('2026-07-08'))).toMatchObject({ balanceFen: 300_000 })
    expect(account(office.on('2026-09-03'))).toMatchObject({ balanceFen: 318_000 })
  })

  describe('of another party', () => {
    const RICH = { ...COMPANY, id: 'party-2', name: '青石老街调味品店' }
    function both(...about: readonly CaseState[]): LawOffice {
      const office = new LawOffice()
      const violations = [VIOLATION, { ...VIOLATION, id: 'violation-2', party: RICH.id }]
      fileCase(office, { parties: [COMPANY, RICH], violations })
      reach(office, 'performance', {
        ...NOTICE,
        violation: { [VIOLATION.id]: { fine: '5000' }, 'violation-2': { fine: '5000' } },
      })
      office.disputes = about.map((one) => ({ ...one, parties: [COMPANY] }))
      return office
    }

    const addressed = (office: LawOffice, paper: string) =>
      office.case.documents.filter(({ code }) => code === paper).map(({ party }) => party)

    test('goes on, and who owes nothing since the decision was revoked is not late', () => {
      const office = both(revoked()).on('2026-06-02')
      grant(office, RICH.id, '5000')
      expect(gatesOf(urge(office.on('2026-07-20')))).toEqual(['payment-late'])
    })

    test('who has paid what it was changed to gets no urging beside one who is late', () => {
      const office = both(changed()).on('2026-07-06')
      const paid = { [COMPANY.id]: { paid: '3000', 'is-performed': false }, [RICH.id]: { 'is-performed': false } }
      done(office.take('lin', 'record-performance', { party: paid }))
      done(urge(office.on('2026-07-08')))
      office.agreeAll('zheng')
      expect(addressed(office, 'fine-urging')).toEqual([RICH.id])
    })

    test('who owes nothing since the decision was revoked gets no paper of the execution against the other', () => {
      const office = both(revoked()).on('2026-07-20')
      done(office.take('lin', 'open-execution'))
      done(office.take('lin', 'urge', { case: { ...URGING.case, 'urging-until': '2026-08-05' } }))
      office.agreeAll('zheng')
      expect(addressed(office, 'execution-urging')).toEqual([RICH.id])
    })
  })
})

test('a decision that is found unlawful and not revoked is still owed', () => {
  const office = performing('2026-06-26', reviewed('确认违法'))
  expect(account(office)?.payableFen).toBe(500_000)
  expect(account(office)?.alteration).toBeUndefined()
  done(urge(office))
})
