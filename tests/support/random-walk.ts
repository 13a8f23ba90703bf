import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseCommand, Decision, RawFacts, RawSceneWords } from '#domain/case/command.ts'
import { approvalsOf, type Offer, offersOf } from '#domain/case/offers.ts'
import { sceneDebts } from '#domain/case/scene-debts.ts'
import { getRun } from '#domain/case/state.ts'
import type { Fact } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { SAUCE, SEALED, somePortions } from './custody-steps.ts'
import { type LawOffice, PEOPLE, type Who } from './law-office.ts'
import { EVIDENCE } from './penalty-steps.ts'
import { unrecorded } from './scene-words.ts'

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
  'expired',
  'other',
] as const
const JUNK = [
  '',
  '很',
  null,
  7,
  -0,
  true,
  [],
  ['nobody'],
  ['lin', 'expired'],
  '2026-02-30',
  '1e9',
  '2,000元',
  '2020-01-01',
]
const MONEY = ['0', '500', '5000', '100000']

/** Steps that lead back or out; taken now and then, or no walk would get anywhere. */
const BACKWARD: readonly string[] = [
  'back-to-draft',
  'call-again',
  'change-handlers',
  'end-out-of-time',
  'extend-clock',
  'investigate-further',
  'notify-again',
  'object',
  'propose-transfer',
  'refuse-filing',
  'revise-proposal',
  'stop-clock',
  'take-back',
  'ask-material',
  'withdraw-filing',
]

/** What an honest clerk would write; everything else is drawn from its kind. */
const HONEST: Readonly<Record<string, (walk: RandomWalk) => unknown>> = {
  'certificate-shown': () => true,
  'in-jurisdiction': () => true,
  team: () => ['lin', 'zhou'],
  materials: () => '案件情况的调查报告\n涉案物品清单',
  host: () => ['zhu'],
  attendees: () => ['wu', 'fu'],
  'hearing-on': (walk) => addDays(walk.office.today, 14),
  'began-at': (walk) => `${walk.office.today}T01:00:00.000Z`,
  'ended-at': (walk) => `${walk.office.today}T02:00:00.000Z`,
  'act-ended-on': () => '2026-05-01',
  proposal: (walk) => (walk.chance(0.8) ? PROPOSALS.penalty : PROPOSALS.minor),
  'is-performed': () => true,
  'identity-shown': () => true,
  'rights-told': () => true,
  'is-related': () => true,
  paid: () => '200000',
  'final-fine': () => undefined,
  'final-gains': () => undefined,
}

/** Somebody who takes whatever is offered, mostly with honest input, in a case in memory; the same seed walks the same way. */
export class RandomWalk {
  readonly office: LawOffice
  readonly trace: string[] = []
  private seed: number
  private readonly people: readonly Who[]
  private readonly taken = new Set<string>()

  constructor(office: LawOffice, seed: number, besides: readonly Who[] = []) {
    this.office = office
    this.people = [...PEOPLE_WALKING, ...besides]
    this.seed = seed >>> 0
  }

  /** One try of one person; `undefined` when a day has passed instead. */
  step(): { readonly who: Who; readonly command: CaseCommand; readonly decision: Decision } | undefined {
    if (this.chance(0.05)) {
      this.office.today = addDays(this.office.today, 1 + this.below(9)) as PlainDate
      return undefined
    }
    if (this.bindsNow()) return undefined
    const tried = this.idea()
    if (!tried) return undefined
    const { who, command } = tried
    const decision = this.office.do(who, command)
    const words = command.type === 'take' ? command.action : command.type
    this.trace.push(`${this.office.today} ${who} ${words} ${decision.ok ? 'ok' : decision.refusals[0]?.gate}`)
    return { who, command, decision }
  }

  /** The first of some people who can think of something to do. */
  private idea(): { readonly who: Who; readonly command: CaseCommand } | undefined {
    for (let tries = 0; tries < 6; tries += 1) {
      const who = this.pick(this.people)
      const command = this.approval(who) ?? this.action(who)
      if (command) return { who, command }
    }
    return undefined
  }

  /** Now and then a recording comes from the docking station and is bound to what waits for it, sometimes of the wrong medium. */
  private bindsNow(): boolean {
    const owed = sceneDebts(this.office.case)
    if (owed.length === 0 || !this.chance(0.4)) return false
    const { run, scene } = this.pick(owed)
    const decision = this.office.bind('lin', run, scene, { medium: this.pick(['video', 'video', 'video', 'photo']) })
    this.trace.push(`${this.office.today} lin bind ${scene} ${decision.ok ? 'ok' : decision.refusals[0]?.gate}`)
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
    const waiting = approvalsOf(this.office.env, this.office.case, PEOPLE[who]).filter((item) => item.may.length > 0)
    if (waiting.length === 0) return undefined
    const { run, proposal, may } = this.pick(waiting)
    const isAgreed = may.includes('agree') && this.chance(0.92)
    if (!isAgreed && this.chance(0.8)) return undefined
    const type = isAgreed ? 'agree' : this.pick(may)
    return { type, run, proposal, opinion: '同意', reason: '理由不足', to: 'wu' } as CaseCommand
  }

  private action(who: Who): CaseCommand | undefined {
    const offers = offersOf(this.office.env, this.office.case, PEOPLE[who])
    const open = offers.filter((offer) => offer.isYours && offer.refusals.length === 0)
    const onward = open.filter((offer) => !BACKWARD.includes(offer.action))
    const fresh = onward.filter((item) => !this.taken.has(this.keyOf(item)))
    const likely = fresh.length > 0 && this.chance(0.9) ? fresh : onward.filter((item) => item.movesOn)
    const offer = this.reckless(offers) ?? this.pick(this.chance(0.04) ? open : likely)
    if (!offer) return undefined
    this.taken.add(this.keyOf(offer))
    const evidence = offer.adds === 'evidence' && this.chance(0.9) ? [EVIDENCE] : []
    const facts = this.facts(offer)
    return { type: 'take', run: offer.run, action: offer.action, facts, evidence, scenes: this.scenes(offer, facts) }
  }

  /** Mostly the reason why nothing was recorded; now and then the promise of a recording, or not a word. */
  private scenes(offer: Offer, facts: RawFacts): RawSceneWords {
    if (this.chance(0.02)) return {}
    const reasons = unrecorded(offer.records, facts)
    const promised = Object.keys(reasons).map((code) => [code, { follows: true }] as const)
    return this.chance(0.3) ? Object.fromEntries(promised) : reasons
  }

  /** What stands closed is tried as well; while a recording is owed, a step that would leave it behind. */
  private reckless(offers: readonly Offer[]): Offer | undefined {
    if (this.chance(0.04)) return this.pick(offers)
    const isOwed = sceneDebts(this.office.case).length > 0
    return isOwed && this.chance(0.12) ? this.pick(offers.filter((offer) => offer.isYours && offer.movesOn)) : undefined
  }

  private keyOf({ run, action }: Offer): string {
    return `${run}/${getRun(this.office.case, run).stage}/${action}`
  }

  private facts(offer: Offer) {
    const { env, case: state } = this.office
    const { procedure, version } = getRun(state, offer.run)
    const definition = getProcedure(env.procedures, procedure, version)
    const of = (per: Fact['per']) => {
      const asked = offer.asks.filter((name) => definition.facts[name]?.per === per)
      return Object.fromEntries(
        asked.map((name) => [name, this.value(name, definition.facts[name] as Fact, offer.run)]),
      )
    }
    const each = (items: readonly { id: string }[], per: Fact['per']) =>
      Object.fromEntries(items.map(({ id }) => [id, of(per)]))
    return { case: of('case'), party: each(state.parties, 'party'), violation: each(state.violations, 'violation') }
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
      choice: () => this.pick([fact.choices?.[0], fact.choices?.[0], this.pick(fact.choices ?? [])]),
      basis: () => '《食品安全法》第三十五条第一款',
      'evidence-list': () => ['ev-1'],
      people: () => ['lin', 'zhou'],
      things: () => [this.chance(0.5) ? SAUCE : SEALED],
      portions: () => somePortions(this.office, run, fact, (limit) => this.below(limit)),
    }
    return drawn[fact.kind]()
  }
}
