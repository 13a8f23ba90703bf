import { describe, expect, it } from 'vitest'
import { PROCEDURES } from '#procedures/index.ts'
import { penaltyOrdinary } from '#procedures/penalty-ordinary.ts'
import * as clue from '../../../tests/support/clue-steps.ts'
import { COMPANY, done, gatesOf, LawOffice, VIOLATION } from '../../../tests/support/law-office.ts'
import { OPENING } from '../../../tests/support/penalty-steps.ts'
import { openSummary } from '../../../tests/support/summary-steps.ts'
import { sourceProblems } from '../procedure/check-sources.ts'
import type { AnyProcedure, Gate } from '../procedure/definition.ts'
import { proceduresOf } from '../procedure/procedures.ts'
import { type CaseState, rootRun } from './state.ts'
import { takeOver } from './take-over.ts'
import { originFactOf } from './view.ts'

/** A case of the scene that was too much for the scene. */
function turned(): CaseState {
  const office = openSummary(new LawOffice())
  done(office.take('lin', 'turn-to-ordinary', { case: { 'turn-reason': '案情复杂，需要进一步调查' } }))
  return office.case
}
const open = (options: ConstructorParameters<typeof LawOffice>[0], procedure = 'penalty-ordinary') => {
  const office = new LawOffice(options)
  return { office, decision: office.open(procedure, 'lin', OPENING) }
}
const withOpening = (more: Partial<NonNullable<AnyProcedure['opening']>>) => {
  const { opening } = penaltyOrdinary as AnyProcedure
  const changed = { ...penaltyOrdinary, opening: { ...opening, ...more } } as AnyProcedure
  return proceduresOf([...PROCEDURES.values()].map((one) => (one.code === 'penalty-ordinary' ? changed : one)))
}

describe('a case that comes from another', () => {
  it('keeps what it has come from, and folds to the same state again', () => {
    const { office, decision } = open({ origin: turned() })
    done(decision)
    expect(office.case.origin).toEqual({ kind: 'case', id: 'case-1', title: '某某案' })
    expect(office.refold()).toEqual(office.case)
  })
  it('has no word of an origin where it began by itself', () => {
    const { office } = open({})
    expect(Object.hasOwn(office.case, 'origin')).toBe(false)
  })
  it('comes only from the procedures that its opening names', () => {
    const licence = new LawOffice()
    done(
      licence.open('licence', 'chuang', {
        case: {
          item: '食品经营许可',
          'licence-basis': '《行政许可法》第二十九条',
          application: '申请',
          materials: '申请书',
        },
      }),
    )
    expect(gatesOf(open({ origin: licence.case }).decision)).toEqual(['origin'])
  })
  it('comes only from a case that has come to what the opening names', () => {
    const decision = open({ origin: openSummary(new LawOffice()).case }).decision
    expect(decision.ok ? '' : decision.refusals[0]?.sentence).toBe('“某某案”的办理结果不能产生“行政处罚（普通程序）”')
  })
  it('is refused when it never begins by itself and has no origin', () => {
    expect(gatesOf(open({ procedures: withOpening({ needsOrigin: true }) }).decision)).toEqual(['origin'])
  })
  it('comes from a clue of which a case was to be made, and its time to file goes on from there', () => {
    const found = clue.register(new LawOffice())
    expect(gatesOf(open({ origin: found.case }).decision)).toEqual(['origin'])
    clue.extend(found)
    clue.makeCase(found)
    const { office, decision } = open({ origin: found.case, on: '2026-06-08' })
    done(decision)
    const [check, filing] = [found.case, office.case].map((state) => rootRun(state).clocks.at(-1))
    expect(filing).toEqual({ ...check, clock: 'filing', metOn: undefined })
    expect(filing?.startOn).toBe('2026-06-01')
    expect(
      gatesOf(open({ origin: found.case, procedures: withOpening({ from: [], continues: {} }) }).decision),
    ).toEqual(['origin'])
  })
  it('is judged by gates that see the state of the origin', () => {
    const gate: Gate = {
      id: 'origin-place',
      basis: '《行政处罚法》第五十四条',
      refuse: (view) => (originFactOf(view, 'place') === '青石早市' ? '原案在早市' : undefined),
    }
    expect(gatesOf(open({ origin: turned(), procedures: withOpening({ gates: [gate] }) }).decision)).toEqual([
      'origin-place',
    ])
  })
})

describe('what an opening takes over', () => {
  it('are parties, violations and the facts of the same name and kind', () => {
    const taken = takeOver(PROCEDURES, penaltyOrdinary as AnyProcedure, turned())
    expect(taken.parties.map(({ id }) => id)).toEqual([COMPANY.id])
    expect(taken.violations).toEqual([VIOLATION])
    expect(taken.facts).toEqual({ 'found-on': '2026-06-01', place: '青石早市' })
  })
  it('are facts of another name where the source says so', () => {
    const from = [{ procedure: 'penalty-summary', takes: { clue: 'turn-reason' } }]
    const procedure = { ...penaltyOrdinary, opening: { ...penaltyOrdinary.opening, from } } as unknown as AnyProcedure
    expect(takeOver(PROCEDURES, procedure, turned()).facts.clue).toBe('案情复杂，需要进一步调查')
  })
})

describe('sources of openings that name what is not there', () => {
  const problems = (opening: object) =>
    sourceProblems([
      {
        ...penaltyOrdinary,
        opening: { ...penaltyOrdinary.opening, continues: {}, ...opening },
      } as unknown as AnyProcedure,
      ...[...PROCEDURES.values()].filter(({ code }) => code !== 'penalty-ordinary'),
    ])
  it('are found: a procedure, an outcome, a fact, and a need of nothing', () => {
    expect(problems({ from: [{ procedure: 'nothing' }] })).toHaveLength(1)
    expect(problems({ from: [{ procedure: 'penalty-summary', outcomes: ['never'] }] })).toHaveLength(1)
    expect(
      problems({ from: [{ procedure: 'penalty-summary', takes: { clue: 'nothing', nothing: 'place' } }] }),
    ).toHaveLength(2)
    expect(problems({ from: undefined, needsOrigin: true })).toHaveLength(1)
    expect(problems({ continues: { filing: 'nothing' } })).toHaveLength(1)
    expect(problems({})).toEqual([])
  })
})
