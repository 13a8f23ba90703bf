import { createHash } from 'node:crypto'
import { officeDateOf } from '#domain/calendar/due-at.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { decideBinding, type RecordingToBind } from '#domain/case/bind-recording.ts'
import type { CaseCommand, Decision, RawFacts, RawSceneWords } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { Environment, Visit } from '#domain/case/environment.ts'
import type { CaseEvent, CaseEventBody } from '#domain/case/event.ts'
import { evolve, fold } from '#domain/case/evolve.ts'
import { decideExplanation } from '#domain/case/explain-scene.ts'
import { decideOpening } from '#domain/case/open-case.ts'
import { sceneDebts } from '#domain/case/scene-debts.ts'
import { decideAsking, decideException } from '#domain/case/scene-exception.ts'
import { demandedScenes } from '#domain/case/scene-words.ts'
import { type CaseState, type Evidence, findRun, type Run } from '#domain/case/state.ts'
import type { Beside } from '#domain/case/story.ts'
import { decideUnbinding } from '#domain/case/unbind-recording.ts'
import type { EarlierAct } from '#domain/hint/earlier-acts.ts'
import type { AgencyCatalogue } from '#domain/item/item.ts'
import { type LicenceRegister, NO_REGISTER } from '#domain/licence/licence.ts'
import type { Monitor } from '#domain/monitoring/device-approval.ts'
import { DEFAULT_VALUES, type ParameterValues } from '#domain/parameter/resolution.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import type { SceneCode } from '#domain/recording/scenes.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { shippedCalendar } from '#server/features/catalogue/holidays.ts'
import type { OfficeOptions, Opened } from './office-options.ts'
import { AGENCY, COMPANY, PEOPLE, UNIT, VIOLATION, type Who } from './office-people.ts'
import { unrecorded } from './scene-words.ts'

export { type OfficeOptions, type Opened, valuesWith } from './office-options.ts'
export { COMPANY, PEOPLE, VIOLATION, type Who } from './office-people.ts'

const CALENDAR = shippedCalendar()

/** A case in memory, driven through the engine as the server drives it. */
export class LawOffice {
  state: CaseState | undefined
  events: CaseEvent[] = []
  today: PlainDate
  /** The instant, where the hour matters; else it is noon. */
  private moment: string | undefined
  isQualified = true
  /** What the region and the agency have set. */
  parameters: ParameterValues
  /** The case from which the one of this office has come. */
  origin: CaseState | undefined
  /** The case into which the one of this office would go over, and those that were taken into it. */
  other: CaseState | undefined
  joined: readonly CaseState[] = []
  /** What decisions have led to in other cases, the newest last. */
  beside: readonly Beside[] = []
  /** What the register of licences says. */
  register: LicenceRegister = NO_REGISTER
  /** What the agency's list of items says; nothing where it has none. */
  catalogue: AgencyCatalogue | undefined
  /** Monitoring devices of the agency. */
  monitors: readonly Monitor[] = []
  /** Earlier inspections of the parties. */
  visits: readonly Visit[] = []
  /** What was decided before about acts of the parties. */
  earlier: readonly EarlierAct[] = []
  /** Reviews of and lawsuits against the decision of the case. */
  disputes: readonly CaseState[] = []
  private ids = 0
  private readonly options: OfficeOptions

  constructor(options: OfficeOptions = {}) {
    this.options = options
    this.today = plainDate(options.on ?? '2026-06-01')
    this.parameters = options.parameters ?? DEFAULT_VALUES
    this.origin = options.origin
  }

  get env(): Environment {
    return {
      today: this.today,
      now: this.moment ?? `${this.today}T04:00:00.000Z`,
      calendar: CALENDAR,
      agency: {
        id: AGENCY,
        name: '青石区市场监督管理局',
        isQualified: this.isQualified,
        regionName: '青石区',
      },
      procedures: this.options.procedures ?? PROCEDURES,
      parameters: this.parameters,
      recordingList: this.options.recordingList ?? [],
      ...(this.origin && { origin: this.origin }),
      ...(this.other && { other: this.other }),
      ...(this.joined.length > 0 && { joined: this.joined }),
      register: this.register,
      visits: this.visits,
      monitors: this.monitors,
      ...(this.catalogue && { catalogue: this.catalogue }),
      earlier: this.earlier,
      disputes: this.disputes,
      person: (id) => this.options.people?.[id as Who] ?? PEOPLE[id as Who],
      newId: () => `id-${++this.ids}`,
      digest: (text) => createHash('sha256').update(text).digest('hex'),
    }
  }

  /** The office's day moves on. */
  on(day: string): this {
    this.today = plainDate(day)
    this.moment = undefined
    return this
  }

  /** The office's clock moves on to an instant. */
  at(instant: string): this {
    this.on(officeDateOf(instant))
    this.moment = new Date(instant).toISOString()
    return this
  }

  get case(): CaseState {
    if (!this.state) throw new Error('no case has been opened')
    return this.state
  }

  open(procedure: string, who: Who, facts: RawFacts, more: Opened = {}) {
    const definition = currentProcedure(this.env.procedures, procedure, this.today)
    if (!definition) throw new Error(`no procedure ${procedure}`)
    const { parties = [COMPANY], handlers = ['lin', 'zhou'] } = more
    const from = this.origin
    const origin = more.origin ?? (from && { kind: 'case' as const, id: from.id, title: from.name })
    const violations = more.violations ?? (definition.opening?.violations ? [VIOLATION] : [])
    const input = {
      caseId: more.id ?? 'case-1',
      unit: UNIT,
      name: more.name ?? '某某案',
      parties,
      violations,
      handlers,
      facts,
      ...(origin && { origin }),
    }
    return this.apply(decideOpening(this.env, definition, input, PEOPLE[who]), who)
  }

  /** Takes an action in the newest open run that offers it; unless it is said, nothing was recorded, and why is told. */
  take(
    who: Who,
    action: string,
    facts: RawFacts = {},
    evidence: readonly Evidence[] = [],
    scenes?: RawSceneWords,
  ): Decision {
    const run = this.runOffering(action)
    const words = scenes ?? this.unrecorded(run, action, facts)
    return this.do(who, { type: 'take', run, action, facts, evidence, scenes: words })
  }

  /** Why nothing was recorded, for each scene of the action that may go without. */
  unrecorded(runId: string, name: string, facts: RawFacts): RawSceneWords {
    const run = findRun(this.case, runId)
    const action = run && this.env.procedures.get(`${run.procedure}@${run.version}`)?.stages[run.stage]?.actions[name]
    return action ? unrecorded(demandedScenes(this.env, action), facts) : {}
  }

  /** Binds a recording to a scene of a run; taken while the first act that owes one was done, else now. */
  bind(who: Who, run: string, scene: SceneCode, recording: Partial<RecordingToBind> = {}): Decision {
    const given = {
      id: `rec-${++this.ids}`,
      medium: 'video',
      capturedAt: this.owed(run, scene)?.actedAt ?? this.env.now,
      sha256: 'a'.repeat(64),
    } as const
    return this.apply(decideBinding(this.env, this.case, { run, scene }, { ...given, ...recording }, PEOPLE[who]), who)
  }

  /** Says why a recording that was promised does not come. */
  explain(who: Who, run: string, scene: SceneCode, reason: string): Decision {
    return this.apply(decideExplanation(this.env, this.case, { run, scene, reason }, PEOPLE[who]), who)
  }

  unbind(who: Who, run: string, scene: SceneCode, recording: string, reason = '绑错了，是另一件案件的'): Decision {
    return this.apply(decideUnbinding(this.env, this.case, { run, scene, recording, reason }, PEOPLE[who]), who)
  }

  /** Asks the head of the agency to let the first act that owes a recording stand without one. */
  askException(who: Who, run: string, scene: SceneCode, more: { reason?: string; act?: number } = {}): Decision {
    const reason = more.reason ?? '记录仪落水，存储卡损坏，经送修不能恢复，已经封存备查。'
    const act = more.act ?? this.owed(run, scene)?.seq ?? 0
    return this.apply(decideAsking(this.env, this.case, { run, scene, act, ground: 'lost', reason }, PEOPLE[who]), who)
  }

  decideException(
    who: Who,
    run: string,
    scene: SceneCode,
    granted: boolean,
    more: { opinion?: string; act?: number } = {},
  ) {
    const { opinion = '存储卡封存，今后双机录制', act = this.owed(run, scene)?.seq ?? 0 } = more
    return this.apply(decideException(this.env, this.case, { run, scene, act, granted, opinion }, PEOPLE[who]), who)
  }

  private owed(run: string, scene: SceneCode) {
    return sceneDebts(this.case).find((debt) => debt.run === run && debt.scene === scene)
  }

  agree(who: Who): Decision {
    const run = this.case.runs.findLast((item) => item.proposals.length > 0)
    const proposal = run?.proposals[0]
    if (!run || !proposal) throw new Error('nothing waits for agreement')
    return this.do(who, { type: 'agree', run: run.id, proposal: proposal.id, opinion: '同意' })
  }

  do(who: Who, command: CaseCommand): Decision {
    return this.apply(decide(this.env, this.case, command, PEOPLE[who]), who)
  }

  /** Everybody whom the newest proposal waits for agrees, one after the other. */
  agreeAll(...people: readonly Who[]): void {
    for (const who of people) done(this.agree(who))
  }

  /** The newest run of a procedure inside the case. */
  child(procedure: string): Run {
    const run = this.case.runs.findLast((item) => item.procedure === procedure)
    if (!run) throw new Error(`no ${procedure} has been opened`)
    return run
  }

  runOffering(action: string): string {
    const offering = this.case.runs.filter((run) => {
      const procedure = this.env.procedures.get(`${run.procedure}@${run.version}`)
      return !run.endedOn && procedure?.stages[run.stage]?.actions[action]
    })
    return offering.at(-1)?.id ?? 'main'
  }

  private apply(decision: Decision, who: Who): Decision {
    if (!decision.ok) return decision
    for (const body of decision.events) this.append(body, who)
    this.beside = [...this.beside, ...(decision.beside ?? [])]
    return decision
  }

  /** What a decision in another case has led to here. */
  receive({ events }: Pick<Beside, 'events'>, who: Who): this {
    for (const body of events) this.append(body, who)
    return this
  }

  private append(body: CaseEventBody, who: Who): void {
    const seq = (this.state?.seq ?? 0) + 1
    const event: CaseEvent = { ...body, seq, at: this.env.now, on: this.today, by: PEOPLE[who].id }
    this.events.push(event)
    this.state = evolve(this.state, event)
  }

  refold(): CaseState | undefined {
    return fold(this.events)
  }

  /** The same case at the same moment, that goes on by itself; with another list of recordings where one is given. */
  copy(more: Pick<OfficeOptions, 'recordingList' | 'procedures'> = {}): LawOffice {
    const copied = new LawOffice({ ...this.options, ...more, on: this.today })
    copied.state = this.state
    copied.events = [...this.events]
    copied.isQualified = this.isQualified
    copied.ids = this.ids
    copied.origin = this.origin
    copied.other = this.other
    copied.joined = this.joined
    copied.parameters = this.parameters
    copied.register = this.register
    copied.monitors = this.monitors
    copied.catalogue = this.catalogue
    return copied
  }
}

/** The decision went through; else the test shows every sentence. */
export function done(decision: Decision): void {
  if (decision.ok) return
  throw new Error(decision.refusals.map((item) => `${item.gate} ${item.field ?? ''}: ${item.sentence}`).join('\n'))
}

/** Ids of the gates that refused; empty when nothing did. */
export function gatesOf(decision: Decision): readonly string[] {
  return decision.ok ? [] : decision.refusals.map((item) => item.gate)
}
