import type { Plot } from './plot.ts'
import { type Beat, PLAIN } from './story.ts'
import type { Subject } from './subjects.ts'
import { thingsOf } from './year-plan.ts'

/** Never due: the case does not go on from its investigation by itself. */
const WAITS: Beat = { in: 'penalty-ordinary', act: 'report', once: { in: 'penalty-ordinary', act: 'waits' } }

/** The case waits for another one that goes over into it. */
export const held = (plot: Plot): Plot => ({ ...plot, story: { ...plot.story, beats: [WAITS] } })

export function freed({ story, ...plot }: Plot): Plot {
  const { beats: _waited, ...told } = story
  return { ...plot, story: told }
}

/** What the story wanted did not come about: the case goes on to what it usually comes to. */
export function plainly(plot: Plot, usual: string | undefined): Plot {
  return { ...plot, story: PLAIN, goal: usual }
}

/** The case that was split off is about the second act. */
export function splitOff(plot: Plot, second: Subject): Plot {
  return { ...plot, ...second, subject: second.cause, story: PLAIN, second: undefined, things: thingsOf(second) }
}
