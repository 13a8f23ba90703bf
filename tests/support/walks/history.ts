import type { CaseEvent, EventOf } from '#domain/case/event.ts'
import { findAction } from '#domain/procedure/actions-of.ts'
import type { Action, AnyProcedure, Role } from '#domain/procedure/definition.ts'
import { getProcedure, type Procedures } from '#domain/procedure/procedures.ts'

/** A proposal as the bare history tells it: who asked, and who has agreed in which role. */
export type Asked = {
  readonly action: string
  readonly by: string | null
  readonly approval: readonly Role[]
  readonly agreed: { readonly role: Role; readonly by: string | null }[]
  movedTo?: string
  /** Who is to be heard first and has not been, by whom they were asked. */
  readonly unheard: Map<string, string | null>
}

export type Term = { readonly rolls: boolean; due: string; isStanding: boolean; isMet: boolean; extended: number }

/** A run as far as the history has been read. */
export type Course = {
  readonly id: string
  readonly procedure: AnyProcedure
  readonly parent: string | undefined
  readonly openedSeq: number
  stage: string
  result: string | undefined
  endedSeq: number | undefined
  readonly asked: Map<string, Asked>
  readonly terms: Map<string, Term>
}

/** The act that the events after it belong to, until the next. */
export type Act = { readonly run: string; readonly seq: number; readonly name: string; readonly action: Action }

type Paper = { readonly code: string; readonly party: string | undefined; readonly seq: number }

/**
 * What a history says, read event by event without `evolve` and by none of the engine's rules. Only the definitions are shared: they
 * are the law that both are held to.
 */
export class History {
  readonly procedures: Procedures
  readonly courses = new Map<string, Course>()
  readonly papers = new Map<string, Paper>()
  handlers: readonly string[] = []
  /** Who has handled it and does no more. */
  readonly gone = new Set<string>()
  hosts: readonly string[] = []
  act: Act | undefined
  seq = 0
  on = ''
  /** Facts that were recorded and not yet claimed by the act that asked for them. */
  loose: EventOf<'facts-recorded'> | undefined

  constructor(procedures: Procedures) {
    this.procedures = procedures
  }

  course(run: string): Course | undefined {
    return this.courses.get(run)
  }

  /** The action of this name where the run stands now. */
  actionAt(run: string, name: string): Action | undefined {
    const course = this.course(run)
    return course && findAction(course.procedure, course.stage, name)
  }

  read(event: CaseEvent): void {
    this.seq = event.seq
    this.on = event.on
    this.readCase(event)
    const course = 'run' in event ? this.course(event.run) : undefined
    if (course) readRun(this, course, event)
  }

  private readCase(event: CaseEvent): void {
    if (event.type === 'case-opened') {
      this.handlers = event.handlers
      this.begin('main', undefined, event)
    }
    if (event.type === 'child-opened') this.begin(event.run, event.parent, event)
    if (event.type === 'handlers-changed') this.changeHandlers(event.handlers)
    if (event.type === 'case-ended') this.end('main', event.seq)
    if (event.type === 'child-ended') this.end(event.run, event.seq)
    if (event.type === 'document-issued') {
      const { id, code, party } = event.document
      this.papers.set(id, { code, party, seq: event.seq })
    }
    if (event.type === 'facts-recorded') this.readFacts(event)
  }

  private changeHandlers(handlers: readonly string[]): void {
    for (const id of this.handlers) this.gone.add(id)
    for (const id of handlers) this.gone.delete(id)
    this.handlers = handlers
  }

  private readFacts(event: EventOf<'facts-recorded'>): void {
    // The second event of a case is what its opening asked for.
    this.loose = event.seq === 2 || this.isTakenBack(event) ? undefined : event
    const host = event.facts.case.host
    if (Array.isArray(host)) this.hosts = host.map(String)
  }

  /** With a booking that is taken back goes the word that all was done; no act asks for that. */
  private isTakenBack({ facts: { case: ofCase, party, violation } }: EventOf<'facts-recorded'>): boolean {
    const words = Object.values(party).flatMap((values) => Object.entries(values))
    const isWordOnly = Object.keys(ofCase).length + Object.keys(violation).length === 0
    return (
      this.act?.action.adds === 'reversal' &&
      isWordOnly &&
      words.length === 1 &&
      String(words[0]) === 'is-performed,false'
    )
  }

  private end(run: string, seq: number): void {
    const course = this.course(run)
    if (course) course.endedSeq = seq
  }

  private begin(id: string, parent: string | undefined, event: EventOf<'case-opened' | 'child-opened'>): void {
    this.courses.set(id, {
      id,
      parent,
      procedure: getProcedure(this.procedures, event.procedure, event.version),
      openedSeq: event.seq,
      stage: event.stage,
      result: undefined,
      endedSeq: undefined,
      asked: new Map(),
      terms: new Map(),
    })
  }
}

function readRun(history: History, course: Course, event: CaseEvent): void {
  switch (event.type) {
    case 'action-proposed':
      course.asked.set(event.proposal, {
        action: event.action,
        by: event.by,
        approval: event.approval,
        agreed: [],
        unheard: new Map(),
      })
      break
    case 'approval-given':
      readAgreement(course, event)
      break
    case 'approval-moved':
      readMove(course, event)
      break
    case 'countersigning-asked':
      course.asked.get(event.proposal)?.unheard.set(event.of, event.by)
      break
    case 'countersigning-given':
      course.asked.get(event.proposal)?.unheard.delete(event.by ?? '')
      break
    case 'countersigning-released':
      course.asked.get(event.proposal)?.unheard.delete(event.of)
      break
    case 'approval-returned':
    case 'proposal-withdrawn':
      course.asked.delete(event.proposal)
      break
    case 'action-taken':
      readAct(history, course, event)
      break
    default:
      readTerm(course, event)
  }
}

function readAgreement({ asked }: Course, { proposal, role, by }: EventOf<'approval-given'>): void {
  const waiting = asked.get(proposal)
  if (!waiting) return
  waiting.agreed.push({ role, by })
  delete waiting.movedTo
}

function readMove({ asked }: Course, { proposal, to }: EventOf<'approval-moved'>): void {
  const waiting = asked.get(proposal)
  if (waiting) waiting.movedTo = to
}

function readAct(history: History, course: Course, event: EventOf<'action-taken'>): void {
  const action = history.actionAt(course.id, event.action)
  history.act = action && { run: course.id, seq: event.seq, name: event.action, action }
  history.loose = undefined
  if (event.proposal !== undefined) course.asked.delete(event.proposal)
  course.stage = event.stage
  course.result = event.outcome ?? course.result
}

type Whose = { readonly clock: string; readonly party?: string; readonly part?: number }
export const termKey = ({ clock, party, part }: Whose): string =>
  `${clock}@${party ?? ''}${part === undefined ? '' : `#${part}`}`

function readTerm({ terms }: Course, event: CaseEvent): void {
  if (!('clock' in event)) return
  const key = termKey(event)
  if (event.type === 'clock-started') {
    const { rolls } = event
    terms.set(key, { rolls, due: lastDay(rolls, event), isStanding: false, isMet: false, extended: 0 })
    return
  }
  const term = terms.get(key)
  if (term) changeTerm(term, event)
}

type TermChange = Exclude<Extract<CaseEvent, { clock: string }>, EventOf<'clock-started'>>

function changeTerm(term: Term, event: TermChange): void {
  if (event.type === 'clock-met') term.isMet = true
  if (event.type === 'clock-reopened') term.isMet = false
  if (event.type === 'clock-suspended') term.isStanding = true
  if (event.type === 'clock-resumed') term.isStanding = false
  if (event.type === 'clock-extended') term.extended += 1
  if ('rawDue' in event) term.due = lastDay(term.rolls, event)
}

type Due = { readonly rawDue: string; readonly rolledDue: string }

function lastDay(rolls: boolean, { rawDue, rolledDue }: Due): string {
  return rolls ? rolledDue : rawDue
}
