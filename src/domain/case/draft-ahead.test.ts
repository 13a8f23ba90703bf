import { expect, test } from 'vitest'
import { LawOffice, PEOPLE } from '../../../tests/support/law-office.ts'
import { draft, fileCase, investigate, notify, reconsider, waive } from '../../../tests/support/penalty-steps.ts'
import { PROPOSALS } from '../../procedures/penalty-facts.ts'
import { draftAhead } from './draft-ahead.ts'
import { rootRun } from './state.ts'

function drafted(): LawOffice {
  const office = new LawOffice()
  fileCase(office)
  investigate(office)
  notify(office)
  waive(office)
  reconsider(office)
  draft(office)
  return office
}
const ahead = (office: LawOffice) => draftAhead(office.env, office.case, rootRun(office.case), PEOPLE.wu)

test('a draft that proposes a penalty is on the way to the decision, while it is written as well as once it waits', () => {
  const office = drafted()
  expect(ahead(office)).toEqual({ action: 'decide', document: 'penalty-decision' })
  office.take('lin', 'go-to-decision')
  expect(ahead(office)).toEqual({ action: 'decide', document: 'penalty-decision' })
})

test('a draft that spares the party is on the way to the other paper', () => {
  const office = drafted()
  const [run] = office.case.runs
  if (!run) throw new Error('a case has a run')
  const facts = { ...run.facts, case: { ...run.facts.case, proposal: PROPOSALS.minor } }
  const spared = { ...office.case, runs: [{ ...run, facts }] }
  expect(draftAhead(office.env, spared, rootRun(spared), PEOPLE.wu)?.document).toBe('no-penalty-decision')
})

test('where nothing waits for a review there is no such paper', () => {
  const { env, case: state } = drafted()
  const delivery = state.runs.find(({ procedure }) => procedure === 'delivery')
  if (!delivery) throw new Error('the notice is delivered')
  expect(draftAhead(env, state, delivery, PEOPLE.wu)).toBeUndefined()
})
