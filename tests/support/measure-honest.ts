import { addDays } from '#domain/calendar/plain-date.ts'
import type { RandomWalk } from './random-walk.ts'
import { STEPS_DONE } from './steps-done.ts'

const YES = [
  ...Object.keys(STEPS_DONE),
  ...['amount-fits', 'not-frozen-before', 'item-published', 'rights-explained', 'discipline-told', 'helpers-led'],
]

/** What an honest officer writes of a measure. */
export const MEASURE_HONEST: Readonly<Record<string, (walk: RandomWalk) => unknown>> = {
  ...Object.fromEntries(YES.map((name) => [name, () => true])),
  signed: () => '当事人和执法人员已签名',
  'planned-on': (walk) => walk.office.today,
  'inspection-kind': () => '日常检查',
  'correct-by': (walk) => addDays(walk.office.today, 5),
  'review-on': (walk) => addDays(walk.office.today, 9),
  'test-until': (walk) => addDays(walk.office.today, 5),
}
