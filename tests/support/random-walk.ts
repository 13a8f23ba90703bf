import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseCommand, Decision, RawFacts, RawSceneWords } from '#domain/case/command.ts'
import { asksOf, subjectsOf } from '#domain/case/concerned.ts'
import { type ApprovalOffer, approvalsOf } from '#domain/case/offers.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { sceneDebts } from '#domain/case/scene-debts.ts'
import { demandedScenes } from '#domain/case/scene-words.ts'
import type { Run } from '#domain/case/state.ts'
import type { Action, AnyProcedure, Fact } from '#domain/procedure/definition.ts'
import { asAsked } from '#domain/procedure/papers-of.ts'
import type { SceneCode } from '#domain/recording/scenes.ts'
import { SAUCE, SEALED, somePortions } from './custody-steps.ts'
import { type LawOffice, PEOPLE, type Who } from './law-office.ts'
import { reviewed } from './non-site-steps.ts'
import { EVIDENCE } from './penalty-steps.ts'
import { unrecorded } from './scene-words.ts'
import { somePaper } from './some-paper.ts'
import { overridesOf } from './walk-path.ts'
import { type Chance, Chances, keyOf, leadsBack, movesOn } from './walks/chances.ts'
import { HONEST, JUNK, MONEY } from './walks/honest-clerk.ts'

const PEOPLE_WALKING = [
  'lin',
  'lin',
  'lin',
  'zheng',
  'wu',
  'shen',
  'zhu',
  'chuang',
  'zhou',
  'fu',
  'ku',
  'expired',
  'other',
] as const
type Idea = { readonly who: Who; readonly command: CaseCommand }
type Tried = Idea & { readonly decision: Decision }
/** Somebody who takes whatever is offered, mostly with honest input, in a case in memory; the same seed walks the same way. */
export class RandomWalk {
  readonly office: LawOffice
  readonly trace: string[] = []
  readonly refusals: Refusal[] = []
  private seed: number
  private readonly people: readonly Who[]
  private readonly taken = new Set<string>()
  /** What has been tried since the case last moved. */
  private readonly vain = new Set<string>()
  private readonly chances: Chances

  constructor(office: LawOffice, seed: number, besides: readonly Who[] = []) {
    this.office = office
    this.chances = new Chances(office)
    this.people = [...PEOPLE_WALKING, ...besides]
    this.seed = seed >>> 0
  }

  /** One act, after a refusal or two perhaps; `undefined` when days have passed or a recording came instead. */
  step(): Tried | undefined {
    if (this.chance(0.05)) return this.passDays()
    if (this.unbindsNow() || this.bindsNow()) return undefined
    this.vain.clear()
    for (let tries = 0; tries < 4; tries += 1) {
      const tried = this.tryIdea()
      if (tried?.decision.ok) return tried
    }
    return this.passDays()
  }

  private passDays(): undefined {
    this.office.today = addDays(this.office.today, 1 + this.below(9)) as PlainDate
  }

  private tryIdea(): Tried | undefined {
    const idea = this.idea()
    if (!idea) return undefined
    const { who, command } = idea
    const decision = this.office.do(who, command)
    if (!decision.ok) this.refusals.push(...decision.refusals)
    const words = command.type === 'take' ? command.action : command.type
    this.trace.push(`${this.office.today} ${who} ${words} ${decision.ok ? 'ok' : decision.refusals[0]?.gate}`)
    return { who, command, decision }
  }

  /** The first of some people who can think of something to do. */
  private idea(): Idea | undefined {
    for (let tries = 0; tries < 6; tries += 1) {
      const who = this.pick(this.people)
      const command = this.approval(who) ?? this.action(who)
      if (command) return { who, command }
    }
    return undefined
  }

  /** Now and then a recording comes from the docking station and is bound to what waits for it, sometimes of the wrong medium. */
  private bindsNow(): boolean {
    if (!this.chance(0.4)) return false
    const owed = sceneDebts(this.office.case)
    if (owed.length === 0) return false
    const { run, scene, seq } = this.pick(owed)
    if (this.chance(0.15)) return this.excuses(run, scene, seq)
    const medium = this.pick(['video', 'video', 'video', 'photo'] as const)
    const decision = this.office.bind('lin', run, scene, { medium, ...(this.chance(0.4) && this.anotherDay()) })
    this.trace.push(`${this.office.today} lin bind ${scene} ${decision.ok ? 'ok' : decision.refusals[0]?.gate}`)
    return true
  }

  /** A recording of some other day, before or after. */
  private anotherDay(): { readonly capturedAt: string } {
    return { capturedAt: `${addDays(this.office.today, 1 - this.below(20))}T02:00:00.000Z` }
  }

  /** It is lost: somebody explains it, and the head of the agency lets that stand, or not, or says nothing. */
  private excuses(run: string, scene: SceneCode, act: number): true {
    const asked = this.office.askException('lin', run, scene, { act })
    const granted = this.chance(0.5)
    const decided = this.chance(0.7) ? this.office.decideException('wu', run, scene, granted, { act }) : undefined
    this.trace.push(`${this.office.today} lin except ${scene} ${asked.ok} ${decided?.ok} ${granted}`)
    return true
  }

  /** What was bound turns out to be of another case. */
  private unbindsNow(): boolean {
    const bound = this.office.case.recordings ?? []
    if (bound.length === 0 || !this.chance(0.06)) return false
    const { run, scene, recording } = this.pick(bound)
    const decision = this.office.unbind('lin', run, scene, recording)
    this.trace.push(`${this.office.today} lin unbind ${scene} ${decision.ok ? 'ok' : decision.refusals[0]?.gate}`)
    return true
  }

  chance(share: number): boolean {
    return this.below(1000) < share * 1000
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  private below(limit: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.seed / 2 ** 32) * limit)
  }

  private approval(who: Who): CaseCommand | undefined {
    const { env, case: state } = this.office
    if (!state.runs.some(({ proposals }) => proposals.length > 0)) return undefined
    const waiting = approvalsOf(env, state, PEOPLE[who]).filter((item) => item.may.length > 0)
    if (waiting.length === 0) return undefined
    const offer = this.pick(waiting)
    const hearing = this.hearing(offer)
    return hearing ? this.countersigning(hearing, offer) : this.answer(offer)
  }

  private answer(offer: ApprovalOffer): CaseCommand | undefined {
    const { run, proposal, may } = offer
    if (may.length === 0) return undefined
    const isAgreed = may.includes('agree') && this.chance(0.92)
    if (!isAgreed && this.chance(0.8)) return undefined
    const type = isAgreed ? 'agree' : this.pick(may)
    if (type === 'consult' || type === 'countersign') return this.countersigning(type, offer)
    return { type, run, proposal, opinion: '同意', reason: '理由不足', to: 'wu' } as CaseCommand
  }

  /** Who was asked mostly answers, and who has asked does not always wait. */
  private hearing({ may, mayRelease }: ApprovalOffer): 'countersign' | 'release' | undefined {
    if (may.includes('countersign') && this.chance(0.7)) return 'countersign'
    return mayRelease.length > 0 && this.chance(0.3) ? 'release' : undefined
  }

  /** Somebody is asked to be heard, mostly of those who may be; is heard, or waited for no longer. */
  private countersigning(
    type: 'consult' | 'countersign' | 'release',
    { run, proposal, mayRelease }: ApprovalOffer,
  ): CaseCommand {
    const about = { run, proposal }
    if (type === 'release') return { type, ...about, of: this.pick(mayRelease), reason: '出差未归' }
    if (type === 'consult')
      return {
        type,
        ...about,
        people: [this.pick(['zheng', 'wu', 'zheng', 'wu', 'deputy', 'shen', 'lin'])],
        question: '',
      }
    const agrees = this.chance(0.6)
    return { type, ...about, agrees, opinion: agrees || this.chance(0.1) ? '' : '理由不足' }
  }

  /** Whether it stands open is found out by trying: to ask every gate of every action before each step takes ten times as long. */
  private action(who: Who): CaseCommand | undefined {
    const all = this.chances.all()
    const own = this.chances.of(who).filter((one) => !this.vain.has(keyOf(one)))
    const onward = own.filter((one) => !leadsBack(one))
    const fresh = onward.filter((one) => !this.taken.has(keyOf(one)))
    const likely = fresh.length > 0 && this.chance(0.9) ? fresh : onward.filter(movesOn)
    const chosen = this.reckless(all, own) ?? this.pick(this.chance(0.04) ? own : likely)
    if (!chosen) return undefined
    this.taken.add(keyOf(chosen))
    this.vain.add(keyOf(chosen))
    return this.commandFor(chosen)
  }

  private commandFor({ run, procedure, name, action }: Chance): CaseCommand {
    const evidence =
      action.adds === 'evidence' && this.chance(0.9)
        ? [run.procedure === 'non-site' ? reviewed(this.office) : EVIDENCE]
        : []
    const facts = this.facts(run, procedure, name, action)
    const scenes = this.scenes(action, facts)
    return { type: 'take', run: run.id, action: name, facts, evidence, scenes }
  }

  /** Mostly the reason why nothing was recorded; now and then the promise of a recording, or not a word. */
  private scenes(action: Action, facts: RawFacts): RawSceneWords {
    if (!action.records || this.chance(0.02)) return {}
    const reasons = unrecorded(demandedScenes(this.office.env, action), facts)
    const promised = Object.keys(reasons).map((code) => [code, { follows: true }] as const)
    return this.chance(0.3) ? Object.fromEntries(promised) : reasons
  }

  /** What is another's is tried as well; and while a recording is owed, a step that would leave it behind. */
  private reckless(all: readonly Chance[], own: readonly Chance[]): Chance | undefined {
    if (this.chance(0.04)) return this.pick(all)
    if (!this.chance(0.12) || sceneDebts(this.office.case).length === 0) return undefined
    return this.pick(own.filter(movesOn))
  }

  private facts(run: Run, procedure: AnyProcedure, name: string, action: Action): RawFacts {
    const { case: state } = this.office
    // What is known to pass the gates of this very action, as often as what comes to mind.
    const known = this.chance(0.5) ? overridesOf(`${procedure.code}/${name}`, this.office) : {}
    const { facts } = asAsked(procedure, action)
    const of = (per: Fact['per']) => {
      const asked = asksOf(procedure, action, state).filter((fact) => facts[fact]?.per === per)
      return Object.fromEntries(
        asked.map((fact) => [fact, known[fact] ?? this.value(fact, facts[fact] as Fact, run.id)]),
      )
    }
    const each = (items: readonly { id: string }[], per: Fact['per']) =>
      Object.fromEntries(items.map(({ id }) => [id, of(per)]))
    const { parties, violations } = subjectsOf(action, { state, run })
    return { case: of('case'), party: each(parties, 'party'), violation: each(violations, 'violation') }
  }

  private value(name: string, fact: Fact, run: string): unknown {
    if (this.chance(0.005)) return this.pick(JUNK)
    if (fact.optional && this.chance(0.3)) return undefined
    return HONEST[name] ? HONEST[name](this) : this.plausible(fact, run)
  }

  private plausible(fact: Fact, run: string): unknown {
    const { today } = this.office
    const drawn: Readonly<Record<Fact['kind'], () => unknown>> = {
      text: () => '某项内容',
      'long-text': () => this.pick(['某项较长的内容', '另一项较长的内容']),
      'yes-no': () => this.chance(0.4),
      date: () => today,
      instant: () => `${today}T01:00:00.000Z`,
      money: () => this.pick(MONEY),
      count: () => '10',
      choice: () => this.pick([fact.choices?.[0], fact.choices?.[0], this.pick(fact.choices ?? [])]),
      basis: () => '《食品安全法》第三十五条第一款',
      'evidence-list': () => ['ev-1'],
      people: () => ['lin', 'zhou'],
      things: () => [this.chance(0.5) ? SAUCE : SEALED],
      table: () => [
        Object.fromEntries(
          (fact.columns ?? []).map(({ key, kind, choices = [] }) => [
            key,
            { text: '某项', date: addDays(today, 20), money: '5000', choice: this.pick(choices) }[kind],
          ]),
        ),
      ],
      portions: () => somePortions(this.office, run, fact, (limit) => this.below(limit)),
      payment: () => this.pick(this.office.case.payments ?? [])?.id ?? 'id-of-nothing',
      paper: () => somePaper(fact, this.pick(fact.choices ?? [])),
    }
    return drawn[fact.kind]()
  }
}
