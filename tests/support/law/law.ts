import type { CaseEvent } from '#domain/case/event.ts'
import { CaseRecord } from './case-record.ts'
import { DUTY_LAW } from './duty-law.ts'
import { EXECUTION_LAW } from './execution-law.ts'
import { HEAD_LAW } from './head-law.ts'
import { LICENCE_LAW } from './licence-law.ts'
import { LICENCE_STANDING_LAW } from './licence-standing-law.ts'
import { MEASURE_LAW } from './measure-law.ts'
import { PAYMENT_LAW } from './payment-law.ts'
import type { Place, Rule } from './rule.ts'
import { SUMMARY_LAW } from './summary-law.ts'
import { TOLD_LAW } from './told-law.ts'

export const LAW: readonly Rule[] = [
  ...LICENCE_LAW,
  ...LICENCE_STANDING_LAW,
  ...MEASURE_LAW,
  ...EXECUTION_LAW,
  ...SUMMARY_LAW,
  ...TOLD_LAW,
  ...DUTY_LAW,
  ...HEAD_LAW,
  ...PAYMENT_LAW,
]

/**
 * What in a history the law forbids, read from its events and papers and by none of the gates: no decision before what has to come first.
 * The numbers are those of the statutes, so it speaks of places that have set no others.
 */
export function lawProblems(events: readonly CaseEvent[], place: Place = {}): readonly string[] {
  const record = new CaseRecord(events)
  return LAW.flatMap(({ id, says, law, broken }) =>
    broken(record, place).map((seq) => `${seq} breaks ${id}: ${says} (${law})`),
  )
}
