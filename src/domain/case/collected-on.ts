import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import type { Subject } from '../procedure/definition.ts'
import { isRunning } from './clock.ts'

/**
 * The day on which officers took money, for the term in which they hand it in (行政处罚法第七十一条：自收缴罚款之日起): the earliest of what
 * was booked with the last act, or of what was taken before and is still with them.
 */
export const collectedOn =
  (clock: string) =>
  ({ state, run }: Subject): PlainDate | undefined => {
    const act = run.taken.at(-1)
    const now = (state.payments ?? []).filter(({ seq }) => act !== undefined && seq > act.seq)
    const before = run.clocks.findLast((item) => item.clock === clock)
    const days = [...now.map(({ paidOn }) => paidOn), ...(before && isRunning(before) ? [before.startOn] : [])]
    return parsePlainDate(days.toSorted()[0] ?? act?.on ?? '')
  }
