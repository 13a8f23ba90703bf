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
      .filter((word) => !isShown(before, act, word.scene, word.media))
      .map((word) => `${left.action} left ${word.scene} of ${act.action} behind`),
  )
}

/** A fitting recording was bound to the scene after the act before this one. */
function isShown(
  before: readonly CaseEvent[],
  act: EventOf<'action-taken'>,
  scene: string,
  media: readonly string[],
): boolean {
  const earlier = before.findLast(
    (event) =>
      event.seq < act.seq &&
      event.type === 'action-taken' &&
      event.run === act.run &&
      event.scenes?.some((word) => word.scene === scene),
  )
  return before.some(
    (event) =>
      event.type === 'recording-bound' &&
      event.run === act.run &&
      event.scene === scene &&
      media.includes(event.medium) &&
      event.seq > (earlier?.seq ?? 0),
  )
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
