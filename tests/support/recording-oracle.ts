import type { CaseEvent, EventOf } from '#domain/case/event.ts'

type Course = { readonly stages: Map<string, string>; readonly parents: Map<string, string> }

/**
 * Steps that left a stage though something that must be recorded, there or in what was opened there, had no recording: read from the
 * bare history and by none of the engine's own rules.
 */
export function leftUnrecorded(events: readonly CaseEvent[]): readonly string[] {
  const course: Course = { stages: new Map(), parents: new Map() }
  return events.flatMap((event, at) => {
    if (event.type === 'case-opened') course.stages.set('main', event.stage)
    if (event.type === 'child-opened') {
      course.stages.set(event.run, event.stage)
      course.parents.set(event.run, event.parent)
    }
    if (event.type !== 'action-taken' || course.stages.get(event.run) === event.stage) return []
    course.stages.set(event.run, event.stage)
    return missingBefore(events.slice(0, at), event, course)
  })
}

function missingBefore(before: readonly CaseEvent[], left: EventOf<'action-taken'>, course: Course): readonly string[] {
  const acts = before
    .filter((event) => event.type === 'action-taken')
    .filter((act) => isInside(act.run, left.run, course))
  return acts.flatMap((act) =>
    (act.scenes ?? [])
      .filter(({ duty }) => duty === 'must')
      .filter((word) => !isShown(before, act, word.scene, word.media) && !isLetBe(before, act, word.scene))
      .map((word) => `${left.action} left ${word.scene} of ${act.action} behind`),
  )
}

/** A fitting recording of a day of the act was bound to the scene after the act before this one, and not taken away again. */
function isShown(before: readonly CaseEvent[], act: Act, scene: string, media: readonly string[]): boolean {
  const forerunners = before.filter(
    (event): event is Act =>
      event.seq < act.seq && event.type === 'action-taken' && event.run === act.run && timesOf(event, scene).length > 0,
  )
  const since = forerunners.at(-1)?.seq ?? 0
  const taken = before.flatMap((event) => (event.type === 'recording-unbound' ? [event.boundSeq] : []))
  return before.some(
    (event) =>
      event.type === 'recording-bound' &&
      event.run === act.run &&
      event.scene === scene &&
      media.includes(event.medium) &&
      event.seq > since &&
      !taken.includes(event.seq) &&
      isDayOf(act, scene, forerunners, dayAt(event.capturedAt)),
  )
}

type Act = EventOf<'action-taken'>

/** The head of the agency let the act stand without its recording, in the last word on it. */
function isLetBe(before: readonly CaseEvent[], act: Act, scene: string): boolean {
  const words = before.filter(
    (event) =>
      (event.type === 'exception-asked' || event.type === 'exception-decided') &&
      event.run === act.run &&
      event.scene === scene &&
      event.act === act.seq,
  )
  const last = words.at(-1)
  return last?.type === 'exception-decided' && last.granted
}

const DAY_MS = 86_400_000
const HALF_HOUR_MS = 1_800_000
function dayAt(instant: string | number): string {
  return new Date(new Date(instant).valueOf() + 28_800_000).toISOString().slice(0, 10)
}

function timesOf(act: Act, scene: string) {
  return (act.scenes ?? []).filter((word) => word.scene === scene)
}

function lastDay(act: Act, scene: string): string {
  const days = timesOf(act, scene).map((word) => [dayAt(word.actedAt), word.beganAt === undefined ? act.on : ''])
  return days.flat().toSorted().at(-1) ?? ''
}

/**
 * Whether a recording of this act may have begun on a day: from its written beginning to its end; where nobody wrote the beginning
 * down, on any day since all that came before it in this scene.
 */
function isDayOf(act: Act, scene: string, forerunners: readonly Act[], day: string): boolean {
  const before =
    forerunners
      .map((one) => lastDay(one, scene))
      .toSorted()
      .at(-1) ?? ''
  const starts = timesOf(act, scene).map(({ beganAt, actedAt }) => {
    const first = dayAt(Date.parse(beganAt ?? actedAt) - HALF_HOUR_MS)
    return beganAt === undefined ? [first, nextDay(before)].toSorted()[0] : first
  })
  return day <= lastDay(act, scene) && starts.some((first) => first !== undefined && day >= first)
}

function nextDay(day: string): string {
  return day === '' ? '' : dayAt(Date.parse(`${day}T04:00:00Z`) + DAY_MS)
}

function isInside(run: string | undefined, outer: string, course: Course): boolean {
  if (run === undefined) return false
  return run === outer || isInside(course.parents.get(run), outer, course)
}

/** Acts of which nobody said whether they were recorded, though the procedure lists a scene without a condition. */
export function unspoken(events: readonly CaseEvent[], scenesOf: (act: EventOf<'action-taken'>) => readonly string[]) {
  return events.flatMap((event) => {
    if (event.type !== 'action-taken') return []
    const said = (event.scenes ?? []).map(({ scene }) => String(scene))
    return scenesOf(event).filter((scene) => !said.includes(scene))
  })
}
