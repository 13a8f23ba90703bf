import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Decision, RawFacts } from '#domain/case/command.ts'
import type { Party, Violation } from '#domain/case/state.ts'
import { parseRange } from '#domain/discretion/parse-range.ts'
import { COMPANY, done, type LawOffice, VIOLATION } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'

/** A case in which one gate, and no other, stands against one action. */
export type Scenario = {
  /** Part of the sentence that the refusal says. */
  readonly says: string
  readonly run: (office: LawOffice) => Decision
  /** Gates that cannot but refuse as well, since they judge the same missing thing. */
  readonly beside?: readonly string[]
}
export type Run = Scenario['run']
export type Rows = Readonly<Record<string, Scenario>>

export const ID = 'violation-1'
export const RANGE = rangeOf('处五千元以上五万元以下罚款')
export const RANGED: Violation = { ...VIOLATION, rangeText: '处五千元以上五万元以下罚款', range: RANGE }
export const CHILD: Party = {
  id: 'party-1',
  kind: 'person',
  name: '童小某',
  bornOn: plainDate('2014-01-01'),
  address: '青石区某路 2 号',
  phone: '000-00000000',
  legalRepresentative: '',
}
export const SECOND_ACT: Violation = { ...VIOLATION, id: 'violation-2', cause: '未建立进货查验记录' }

function rangeOf(text: string) {
  const parsed = parseRange(text)
  if (!parsed.ok) throw new Error(parsed.problem.sentence)
  return parsed.range
}

export const act = (facts: Record<string, unknown>): RawFacts => ({ violation: { [ID]: facts } })
export const at =
  (stage: string, action: string, facts: RawFacts = {}, notice?: RawFacts): Run =>
  (office) =>
    steps.reach(office, stage, notice).take('lin', action, facts)
/** The same, in a case that two officers handle of whom one has no certificate any more. */
export const weakAt =
  (stage: string, action: string, facts: RawFacts = {}): Run =>
  (office) => {
    steps.fileCase(office, { handlers: ['lin', 'expired'] })
    return at(stage, action, facts)(office)
  }

/** Goes on from the draft to the decision. */
export function moved(office: LawOffice): LawOffice {
  done(office.take('lin', 'go-to-decision'))
  return office
}

export const ACT_OF_SECOND: Violation = { ...VIOLATION, id: 'violation-2', party: 'party-2' }
export const TWO_PARTIES: Party[] = [COMPANY, { ...COMPANY, id: 'party-2', name: '青石老街调味品店' }]
