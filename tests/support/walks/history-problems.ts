import type { CaseEvent } from '#domain/case/event.ts'
import type { Procedures } from '#domain/procedure/procedures.ts'
import * as acts from './act-rules.ts'
import * as after from './consequence-rules.ts'
import * as hearing from './countersigning-rules.ts'
import { History } from './history.ts'

/** May still happen when the procedure has ended: it adds to the record and changes nothing that was decided. */
const AFTERWARDS = new Set<CaseEvent['type']>([
  'document-voided',
  'dossier-sealed',
  'recording-bound',
  'scene-explained',
  'recording-unbound',
  'exception-asked',
  'exception-decided',
])

/** Everything in a history that its procedures do not allow; a second opinion on every case of every procedure. */
export function historyProblems(procedures: Procedures, events: readonly CaseEvent[]): readonly string[] {
  const history = new History(procedures)
  return events.flatMap((event) => {
    const found = [...orderOf(history, event), ...judge(history, event)]
    history.read(event)
    return found.map((problem) => `${event.seq} ${event.type}: ${problem}`)
  })
}

function orderOf(history: History, event: CaseEvent): readonly string[] {
  const found = event.seq === history.seq + 1 ? [] : [`follows ${history.seq}`]
  if (event.on < history.on) found.push(`is of ${event.on}, after ${history.on}`)
  if (!AFTERWARDS.has(event.type)) found.push(...afterTheEnd(history, event))
  return found
}

function afterTheEnd(history: History, event: CaseEvent): readonly string[] {
  if (event.type === 'case-opened') return history.seq === 0 ? [] : ['a case begins twice']
  if (history.course('main')?.endedSeq !== undefined) return ['comes after the end of the case']
  if (!('run' in event) || event.type === 'child-opened') return []
  const course = history.course(event.run)
  if (!course) return [`is of the run ${event.run}, which was never opened`]
  return course.endedSeq === undefined ? [] : [`comes after the end of ${course.procedure.code}`]
}

function judge(history: History, event: CaseEvent): readonly string[] {
  switch (event.type) {
    case 'action-proposed':
      return acts.proposed(history, event)
    case 'approval-given':
      return acts.agreed(history, event)
    case 'action-taken':
      return acts.taken(history, event)
    case 'document-issued':
      return after.issued(history, event)
    case 'delivery-made':
      return after.delivered(history, event)
    case 'child-opened':
      return after.opened(history, event)
    case 'child-ended':
      return after.ended(history, event.run, event.outcome)
    case 'case-ended':
      return after.ended(history, 'main', event.outcome)
    case 'countersigning-asked':
      return hearing.asked(history, event)
    case 'countersigning-given':
      return hearing.given(history, event)
    case 'countersigning-released':
      return hearing.released(history, event)
    default:
      return judgeClock(history, event)
  }
}

function judgeClock(history: History, event: CaseEvent): readonly string[] {
  switch (event.type) {
    case 'clock-started':
      return after.started(history, event)
    case 'clock-reopened':
      return after.reopened(history, event)
    case 'clock-met':
      return [...after.changed(history, event), ...after.late(history, event)]
    case 'clock-suspended':
    case 'clock-resumed':
    case 'clock-extended':
      return after.changed(history, event)
    default:
      return []
  }
}
