import { describe, expect, test } from 'vitest'
import type { CaseState } from '#domain/case/state.ts'
import { done, LawOffice } from '../../../../tests/support/law-office.ts'
import * as licence from '../../../../tests/support/licence-steps.ts'
import * as steps from '../../../../tests/support/penalty-steps.ts'
import { proposedValues } from './proposed-input.ts'
import { showsHints } from './shows-hints.ts'

const at = (stage: string) => steps.reach(new LawOffice(), stage).case
const shows = (state: CaseState, action: string) => showsHints(state, { run: 'main', action })

describe('the law that bears on an act is shown', () => {
  test.each([
    ['clue', 'file'],
    ['investigation', 'report'],
    ['notice', 'issue-notice'],
    ['drafting', 'draft'],
    ['decision', 'decide'],
    ['decision', 'spare-minor'],
  ])('at the stage %s, to who proposes and who agrees to %s', (stage, action) => {
    const office = new LawOffice()
    steps.openPenalty(office)
    expect(shows(stage === 'clue' ? office.case : at(stage), action)).toBe(true)
  })

  test.each([
    ['investigation', 'ask-for-handlers'],
    ['investigation', 'extend-clock'],
    ['drafting', 'submit-review'],
    ['investigation', 'no-such-step'],
  ])('and not at the stage %s with %s, which says nothing of it', (stage, action) => {
    expect(shows(at(stage), action)).toBe(false)
  })

  test('and not where nobody is punished', () => {
    expect(shows(licence.toDecision(new LawOffice()).case, 'grant')).toBe(false)
  })

  test('with what was proposed in its place, as it stood in the form of who proposed it', () => {
    const office = new LawOffice()
    steps.openPenalty(office)
    done(office.take('lin', 'file', steps.filing(office, { 'violation-1': '2026-05-20' })))
    const [proposal] = office.case.runs[0]?.proposals ?? []
    if (!proposal) throw new Error('nothing was proposed')
    const values = proposedValues(office.case, 'main', 'file', proposal.facts)
    expect(values['act-ended-on@violation-1']).toBe('2026-05-20')
  })
})
