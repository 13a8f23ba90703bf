import { describe, expect, test } from 'vitest'
import { BESIDE_TITLES, contestableActs, INACTION, OTHER_TITLES } from '#domain/case/contested-act.ts'
import { refuseContested } from '#domain/case/evidence-lock.ts'
import { type CaseState, NO_FACTS, type Run, rootRun } from '#domain/case/state.ts'
import { viewOf } from '#domain/case/view.ts'
import { performanceOf } from '#domain/execution/performance-sheet.ts'
import { actionsOf } from '#domain/procedure/actions-of.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { seized } from '../../tests/support/custody-steps.ts'
import * as dispute from '../../tests/support/dispute-steps.ts'
import { done, gatesOf, LawOffice, PEOPLE } from '../../tests/support/law-office.ts'
import { EVIDENCE, reach } from '../../tests/support/penalty-steps.ts'
import { CONTESTABLE } from './contestable.ts'
import { PROCEDURES } from './index.ts'

const about = (contested: string) => ({ case: { ...dispute.REVIEW.case, contested } })
const review = (contested = '行政处罚决定书') => dispute.openReview(new LawOffice(), about(contested)).case
const suit = () => dispute.openSuit(new LawOffice()).case
const over = (): CaseState => {
  const office = dispute.answered(new LawOffice())
  done(office.take('lin', 'decision-stands', { case: { result: '维持', ...dispute.RESULT } }))
  return office.case
}

const COLLECT: Action = { title: '收集', by: 'handler', adds: 'evidence', basis: '《行政处罚法》第四十六条' }

function refusalsIn(state: CaseState, run: Run, disputes: readonly CaseState[], action = COLLECT) {
  const office = new LawOffice()
  office.disputes = disputes
  const what = { action: '', facts: NO_FACTS, evidence: [] }
  return refuseContested(viewOf({ env: office.env, state, run, actor: PEOPLE.lin, ...what }), action)
}

/** What was done in a case of this procedure. */
function caseOf(code: string): { readonly procedure: AnyProcedure; readonly state: CaseState } {
  const procedure = [...PROCEDURES.values()].find((one) => one.code === code)
  const from = reach(new LawOffice(), 'performance').case
  const [root, ...others] = from.runs
  if (!root || !procedure) throw new Error(`no ${code}`)
  return { procedure, state: { ...from, runs: [{ ...root, procedure: code, version: procedure.version }, ...others] } }
}

/** Every action of a procedure that adds evidence, and of what it opens inside. */
function collecting({ code }: AnyProcedure, seen = new Set<string>()): readonly Action[] {
  if (seen.has(code)) return []
  seen.add(code)
  return [...PROCEDURES.values()]
    .filter((one) => one.code === code)
    .flatMap((procedure) => actionsOf(procedure))
    .flatMap(({ action }) => {
      const inside = [...PROCEDURES.values()].filter((one) => [action.opens].flat().includes(one.code))
      return [...(action.adds === 'evidence' ? [action] : []), ...inside.flatMap((one) => collecting(one, seen))]
    })
}

describe.each(CONTESTABLE.map(({ procedure }) => procedure))(
  'while what was done in a case of %s is contested',
  (code) => {
    const { procedure, state } = caseOf(code)
    const actions = [COLLECT, ...collecting(procedure)]

    test.each([
      ['before the reviewing body', review, '《行政复议法》第四十六条'],
      ['before the court', suit, '《行政诉讼法》第三十五条、第三十六条'],
    ] as const)('%s, the agency collects no evidence in it', (_where, pending, basis) => {
      for (const action of actions)
        expect(refusalsIn(state, rootRun(state), [pending()], action)).toMatchObject([
          { gate: 'evidence-locked', basis },
        ])
    })

    test('and before and after that it may', () => {
      for (const action of actions)
        for (const disputes of [[], [over()]]) expect(refusalsIn(state, rootRun(state), disputes, action)).toEqual([])
    })
  },
)

test('what the reviewing body or the court has allowed is added in the case of the dispute itself', () => {
  const office = dispute.answered(new LawOffice())
  const allowed = { case: { 'review-permission': '青复补〔2026〕1号' } }
  done(office.take('lin', 'supplement-evidence', allowed, [EVIDENCE]))
  expect(office.case.evidence).toHaveLength(1)
})

describe('a dispute about a seizure inside a penalty case', () => {
  const office = seized(new LawOffice())
  const [act = ''] = contestableActs(office.case)
  const run = office.case.runs.find(({ procedure }) => procedure === 'seizure')

  test('names it among the acts of the case', () => {
    expect(contestableActs(office.case)).toEqual(['《查封（扣押）决定书》', INACTION])
    expect(contestableActs(review(act))).toEqual([act])
  })

  test('stops the collection for the seizure, and not the investigation', () => {
    expect(run && refusalsIn(office.case, run, [review(act)])).toMatchObject([{ gate: 'evidence-locked' }])
    office.disputes = [review(act)]
    done(office.take('lin', 'add-evidence', {}, [EVIDENCE]))
    office.disputes = [review()]
    expect(gatesOf(office.take('lin', 'add-evidence', {}, [{ ...EVIDENCE, id: 'ev-2' }]))).toEqual(['evidence-locked'])
  })

  test('leaves the decision and what is owed as they are, whatever becomes of the seizure', () => {
    const decided = reach(new LawOffice(), 'performance').on('2026-06-26')
    const account = (...disputes: readonly CaseState[]) => {
      decided.disputes = disputes
      return performanceOf({ env: decided.env, state: decided.case })[0]
    }
    const revoked = dispute.openReview(new LawOffice(), about(act))
    done(revoked.take('lin', 'take-notice', { case: { 'notice-number': '1号', 'notice-on': '2026-05-29' } }))
    done(revoked.take('lin', 'answer', { case: dispute.DEFENCE }))
    revoked.agreeAll('zheng', 'wu')
    done(revoked.take('lin', 'decision-altered', { case: { alteration: '撤销', ...dispute.RESULT } }))
    expect(account(review(act))).toEqual(account())
    expect(account(revoked.case)).toEqual(account())
    expect(account(review())).not.toEqual(account())
    const published = revoked.case.runs[0]?.clocks.find(({ clock }) => clock === 'withdrawal')
    expect(published).toBeUndefined()
  })
})

test('that nothing was done is no ground to stop doing it', () => {
  const { state } = caseOf('licence')
  expect(refusalsIn(state, rootRun(state), [review(INACTION)])).toEqual([])
})

test('no title of a paper beside the decision contains that of a decision', () => {
  expect(BESIDE_TITLES.filter((title) => OTHER_TITLES.some((other) => title.includes(other)))).toEqual([])
  expect(BESIDE_TITLES.length).toBeGreaterThan(10)
})
