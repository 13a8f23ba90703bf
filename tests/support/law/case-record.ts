import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import type { FactValue } from '#domain/case/state.ts'

type Agreed = { readonly role: string; readonly by: string | null; readonly seq: number }

/** Something that was done, with who asked for it and who agreed. */
export type Act = {
  readonly seq: number
  readonly on: string
  readonly by: string | null
  readonly run: string
  readonly action: string
  readonly outcome: string | undefined
  readonly askedBy: string | null
  readonly agreed: readonly Agreed[]
}

export type Paper = {
  readonly id: string
  readonly code: string
  readonly party: string | undefined
  readonly seq: number
  readonly on: string
  readonly run: string
  /** That which made it out; nothing where the case was opened with it. */
  readonly act: Act | undefined
}

/** A procedure inside the case, from its opening to its end. */
export type Course = {
  readonly id: string
  readonly procedure: string
  readonly parent: string | undefined
  readonly parties: readonly string[] | undefined
  readonly opened: CaseEvent
  ended?: CaseEvent
  outcome?: string
}

type Span = { readonly since?: number; readonly until?: number; readonly party?: string; readonly violation?: string }

/** What stands in the history of a case, to be read as by somebody who knows the law and nothing of the program. */
export class CaseRecord {
  readonly events: readonly CaseEvent[]
  readonly courses = new Map<string, Course>()
  readonly papers: readonly Paper[]
  readonly acts: readonly Act[]
  private readonly byType = new Map<CaseEvent['type'], CaseEvent[]>()

  constructor(events: readonly CaseEvent[]) {
    this.events = events
    for (const event of events) {
      const kept = this.byType.get(event.type)
      if (kept) kept.push(event)
      else this.byType.set(event.type, [event])
    }
    this.readCourses()
    this.acts = this.of('action-taken').map((event) => this.actOf(event))
    const voided = new Set(this.of('document-voided').map(({ document }) => document))
    this.papers = this.of('document-issued').flatMap((event) =>
      voided.has(event.document.id) ? [] : [this.paperOf(event)],
    )
  }

  of<T extends CaseEvent['type']>(type: T): readonly EventOf<T>[] {
    return (this.byType.get(type) ?? []) as unknown as readonly EventOf<T>[]
  }

  /** Papers of one of these kinds, in their order. */
  issued(...codes: readonly string[]): readonly Paper[] {
    return this.papers.filter(({ code }) => codes.includes(code))
  }

  /** The newest paper of the kind before this one, in its own run unless it is looked for in all; to the same party where both name one. */
  before(paper: Pick<Paper, 'seq' | 'run' | 'party'>, code: string, inAll = false): Paper | undefined {
    return this.papers.findLast(
      (other) =>
        other.code === code &&
        other.seq < paper.seq &&
        (inAll || other.run === paper.run) &&
        (paper.party === undefined || other.party === undefined || other.party === paper.party),
    )
  }

  /** The day on which it came to whom it is for. */
  arrivedOn({ id }: Paper): string | undefined {
    return this.of('delivery-made').find(({ document }) => document === id)?.effectiveOn
  }

  /** It was in the hands of whom it is for on that day, and this was known then. */
  hasArrived({ id }: Paper, { seq, on }: { readonly seq: number; readonly on: string }): boolean {
    const made = this.of('delivery-made').find(({ document }) => document === id)
    return made !== undefined && made.seq < seq && made.effectiveOn <= on
  }

  /** What was last said of this, in a run of the case. */
  told(run: string, name: string, { since = 0, until = Number.MAX_SAFE_INTEGER, party, violation }: Span = {}) {
    const said = this.of('facts-recorded').findLast(
      (event) =>
        event.run === run &&
        event.seq > since &&
        event.seq < until &&
        valueIn(event, name, party, violation) !== undefined,
    )
    return said && valueIn(said, name, party, violation)
  }

  text(run: string, name: string, span: Span = {}): string {
    return String(this.told(run, name, span) ?? '').trim()
  }

  children(procedure: string, before = Number.MAX_SAFE_INTEGER): readonly Course[] {
    return [...this.courses.values()].filter((course) => course.procedure === procedure && course.opened.seq < before)
  }

  /** Some run of the procedure has begun before and not ended by then. */
  isOpen(procedure: string, at: number): boolean {
    return this.children(procedure, at).some(({ ended }) => ended === undefined || ended.seq > at)
  }

  procedureOf(run: string): string {
    return this.courses.get(run)?.procedure ?? ''
  }

  parties(at: number): readonly string[] {
    const opened = this.of('case-opened').flatMap(({ parties }) => parties)
    const joined = this.of('case-joined').flatMap(({ seq, parties }) => (seq < at ? parties : []))
    const gone = new Set(this.of('case-split').flatMap(({ seq, parties }) => (seq < at ? parties : [])))
    return [...opened, ...joined].map(({ id }) => id).filter((id) => !gone.has(id))
  }

  /** Who handles the case at this point. */
  handlers(at: number): readonly string[] {
    const changed = this.of('handlers-changed').findLast(({ seq }) => seq < at)
    return changed?.handlers ?? this.of('case-opened')[0]?.handlers ?? []
  }

  private readCourses(): void {
    for (const opened of this.of('case-opened'))
      this.courses.set('main', begun('main', opened.procedure, undefined, undefined, opened))
    for (const opened of this.of('child-opened'))
      this.courses.set(opened.run, begun(opened.run, opened.procedure, opened.parent, opened.parties, opened))
    for (const ended of this.of('child-ended')) this.end(ended.run, ended, ended.outcome)
    for (const ended of this.of('case-ended')) this.end('main', ended, ended.outcome)
  }

  private end(run: string, ended: CaseEvent, outcome: string): void {
    const course = this.courses.get(run)
    if (course) Object.assign(course, { ended, outcome })
  }

  private actOf({ seq, on, by, run, action, outcome, proposal }: EventOf<'action-taken'>): Act {
    const asked = this.of('action-proposed').find((event) => event.proposal === proposal)
    const agreed = this.of('approval-given').filter((event) => proposal !== undefined && event.proposal === proposal)
    return {
      seq,
      on,
      by,
      run,
      action,
      outcome,
      askedBy: asked?.by ?? by,
      agreed: agreed.map((event) => ({ role: event.role, by: event.by, seq: event.seq })),
    }
  }

  private paperOf({ seq, on, run, document: { id, code, party } }: EventOf<'document-issued'>): Paper {
    return { id, code, party, seq, on, run, act: this.acts.findLast((act) => act.seq < seq && act.run === run) }
  }
}

function begun(
  id: string,
  procedure: string,
  parent: string | undefined,
  parties: Course['parties'],
  opened: CaseEvent,
) {
  return { id, procedure, parent, parties, opened }
}

function valueIn(
  { facts }: EventOf<'facts-recorded'>,
  name: string,
  party: string | undefined,
  violation: string | undefined,
): FactValue | undefined {
  if (party !== undefined) return facts.party[party]?.[name]
  return violation === undefined ? facts.case[name] : facts.violation[violation]?.[name]
}
