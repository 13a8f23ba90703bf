import { addDays } from '#domain/calendar/plain-date.ts'
import type { RandomWalk } from './random-walk.ts'
import { STEPS_DONE } from './steps-done.ts'

const YES = [...Object.keys(STEPS_DONE), 'amount-fits', 'not-frozen-before']

/** What an honest officer writes of a measure. */
export const MEASURE_HONEST: Readonly<Record<string, (walk: RandomWalk) => unknown>> = {
  ...Object.fromEntries(YES.map((name) => [name, () => true])),
  signed: () => '当事人和执法人员已签名',
  'test-until': (walk) => addDays(walk.office.today, 5),
}
