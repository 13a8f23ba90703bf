import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { forgetStandingLaw } from '#server/features/cases/index.ts'
import { Chance } from './chance.ts'
import { freed, held, plainly, splitOff } from './change-plot.ts'
import { type Advance, advance, type LiveCase } from './live-case.ts'
import { type Opening, openYearCase, type Past, type Root } from './open-year-case.ts'
import type { Plot } from './plot.ts'
import { registerYearParties, type YearParty } from './register-year-parties.ts'
import { usualEnd } from './usual-end.ts'
import { YearArchive } from './year-archive.ts'
import { type YearLicence, yearLicences } from './year-licences.ts'
import { setUpMonitors } from './year-monitors.ts'
import { YearNotices } from './year-notices.ts'
import { OfficeHours, type YearOffice, yearOffices } from './year-office.ts'
import { type Paired, YearOpenings } from './year-openings.ts'
import { type IsTold, YearPlan } from './year-plan.ts'
import { setYearRules } from './year-rules.ts'

export type YearReport = {
  readonly isNew: boolean
  readonly cases: number
  readonly acts: number
  readonly handedOver: number
  readonly sealed: number
  /** Why cases could not be opened, and how often. */
  readonly refused: ReadonlyMap<string, number>
  /** How many cases of each procedure came to what; those that are still open under ''. */
  readonly outcomes: ReadonlyMap<string, number>
}

/** What comes up at a moment: a case that is under way, one that begins, or one whose dossier is due. */
type Due = { readonly at: Date; come(at: Date): Promise<void> }

const YEAR_DAYS = 365
const DAY_MS = 86_400_000
/** A case in which nothing could be done so often goes on plainly, or stays as it is. */
const PATIENCE = 15
/** What is to go over into another case, or to come to an unusual end, does so soon or goes on by itself. */
const SHORT_PATIENCE = 5
/** While a case stands there another may go over into it. */
const BEFORE_NOTICE = ['clue', 'investigation']

/** The year as it goes: whatever is due first is done first, so that numbers and days of papers run together. */
export class Year {
  hasDelivered = false
  private readonly ctx: Context
  private readonly chance: Chance
  private readonly hours: OfficeHours
  private readonly openings: YearOpenings
  private readonly lives = new Map<string, LiveCase>()
  private readonly say: (sentence: string) => void
  private readonly queue: Due[]
  private readonly roots: Root[] = []
  private readonly archive: YearArchive
  private readonly notices: YearNotices
  private licences: readonly YearLicence[] = []
  private readonly refused = new Map<string, number>()
  private acts = 0

  private constructor(ctx: Context, given: Given) {
    this.ctx = ctx
    this.chance = new Chance(given.seed)
    this.hours = given.hours
    const plan = new YearPlan(this.chance, allProcedures(), given.isTold)
    this.openings = new YearOpenings({ ...given, chance: this.chance, plan })
    this.say = given.say
    this.queue = this.beginnings(given)
    const later = (at: Date, come: Due['come']) => void this.queue.push({ at, come })
    this.notices = new YearNotices(ctx, given.offices)
    this.archive = new YearArchive({
      ctx,
      chance: new Chance(given.seed),
      hours: given.hours,
      share: given.archived ?? 1,
      later,
    })
  }

  static async begin(
    ctx: Context,
    options: Pick<Given, 'cases' | 'seed' | 'say' | 'isTold' | 'openedWithin' | 'archived'>,
  ): Promise<Year> {
    const [offices, hours] = [await yearOffices(ctx), await OfficeHours.load(ctx)]
    const [first] = offices
    if (!first) throw new Error('the demo has no agency')
    await setYearRules(ctx.db, offices, ctx.clock.today())
    forgetStandingLaw(ctx.db)
    const before = new Date(ctx.clock.now().getTime() - (YEAR_DAYS + 1) * DAY_MS)
    await setUpMonitors(ctx, offices, before)
    return new Year(ctx, { ...options, hours, offices, parties: await registerYearParties(ctx, first, before) })
  }

  /** Does everything until now, one thing after the other; tells the moment of each. */
  async *days(): AsyncGenerator<Date> {
    const until = this.ctx.clock.now()
    let month = ''
    for (let due = this.takeFirst(); due && due.at < until; due = this.takeFirst()) {
      const now = dateInShanghai(due.at).slice(0, 7)
      if (now !== month) this.say(`${now}：已办 ${this.acts} 步，${this.roots.length} 件`)
      month = now
      this.archive.tick(due.at)
      await this.notices.tick(due.at)
      await due.come(due.at)
      yield due.at
    }
  }

  /** After the last day. */
  async close(): Promise<void> {
    await this.archive.close()
    await this.notices.close()
  }

  report(): YearReport {
    const outcomes = new Map<string, number>()
    for (const { procedure, outcome = '' } of this.roots) count(outcomes, `${procedure} ${outcome}`.trim())
    const { handedOver, sealed, refused } = this.archive.report
    for (const why of refused) count(this.refused, `归档：${why}`)
    const [cases, acts] = [this.roots.length, this.acts]
    return { isNew: true, cases, acts, handedOver, sealed, refused: this.refused, outcomes }
  }

  private beginnings({ cases, openedWithin = YEAR_DAYS - 3 }: Pick<Given, 'cases' | 'openedWithin'>): Due[] {
    const from = this.ctx.clock.now().getTime() - YEAR_DAYS * DAY_MS
    return Array.from({ length: cases }, () => {
      const day = new Date(from + this.chance.below(openedWithin) * DAY_MS)
      const at = this.hours.after(day, 0, this.chance.between(0, 470))
      return { at, come: (then) => this.open(then) }
    })
  }

  private takeFirst(): Due | undefined {
    const first = this.queue.reduce((least, due, at) => (due.at < (this.queue[least] as Due).at ? at : least), 0)
    return this.queue.splice(first, 1)[0]
  }

  private async goOn(at: Date, live: LiveCase, root: Root): Promise<void> {
    const done = await advance(this.ctx, live, at)
    await this.notices.tell(live.id, at)
    if (done === 'waits') return this.wait(at, live, root)
    this.acts += done === 'ended' ? 0 : 1
    if (done === 'delivered') this.hasDelivered = true
    const isDelivering = await this.note(root)
    await this.takeUpSplit(at, live, root)
    if (done === 'ended') return this.end(at, live, root)
    this.lookIn(this.nextAt(at, isDelivering ? 'issued' : done, live), live, root)
  }

  /** What has come to be punished goes on in a case of its own. */
  private end(at: Date, live: LiveCase, root: Root): void {
    release(live)
    this.archive.expect(root, at)
    if (root.procedure !== 'non-site' || root.outcome !== 'to-penalty') return
    const opening = this.openings.after(root, live.plot, dateInShanghai(at))
    const come = async (then: Date) => void (await this.begin(opening, then))
    this.queue.push({ at: this.hours.after(at, 1, this.chance.between(15, 200)), come })
  }

  /** Looks in again ever more seldom: what is waited for is days at first, and months in the end. */
  private wait(at: Date, live: LiveCase, root: Root): void {
    const { story, procedure } = live.plot
    if (live.waits >= patienceOf(live)) {
      if (!story.beats && !story.bars && !story.goal && !live.main) return
      live.plot = plainly(live.plot, usualEndOn(procedure, dateInShanghai(at)))
      live.waits = 1
      release(live)
    }
    const days = this.chance.between(3, 6) * Math.ceil(live.waits / 2)
    this.lookIn(this.hours.after(at, days, 0), live, root)
  }

  private lookIn(at: Date, live: LiveCase, root: Root): void {
    this.queue.push({ at, come: (then) => this.goOn(then, live, root) })
  }

  /** Papers leave the office within a day, also of those who are slow: what is delivered late cannot be published in time. */
  private nextAt(at: Date, done: Advance | 'issued', { plot: { pace } }: LiveCase): Date {
    const isBrisk = done === 'agreed' || done === 'issued'
    const days = isBrisk ? this.chance.between(0, 1) : this.chance.between(0, 3) * pace
    return this.hours.after(at, days, this.chance.between(15, 200))
  }

  private async open(at: Date): Promise<void> {
    const { opening, main } = this.openings.choose(dateInShanghai(at), this.past, (office) => this.mainsOf(office))
    if ((await this.begin(opening, at, main)) && main) main.plot = held(main.plot)
  }

  private async begin(opening: Opening, at: Date, main?: LiveCase): Promise<boolean> {
    const { plot, office, party, handlers } = opening
    const opened = await openYearCase(this.ctx, opening, at)
    if ('refused' in opened) {
      count(this.refused, `${plot.procedure}：${opened.refused}`)
      return false
    }
    this.acts += 1
    await this.notices.tell(opened.id, at)
    const root = {
      id: opened.id,
      procedure: plot.procedure,
      office,
      party,
      handlers,
      outcome: undefined,
      stage: undefined,
    }
    this.follow(root, plot, at, main)
    return true
  }

  private follow(root: Root, plot: Plot, at: Date, main?: LiveCase): void {
    this.roots.push(root)
    const chance = new Chance(this.chance.below(2 ** 31))
    const live: LiveCase = { id: root.id, plot, office: root.office, chance, main, waits: 0 }
    this.lives.set(root.id, live)
    this.lookIn(this.nextAt(at, 'moved', live), live, root)
  }

  /** Plain cases in which nothing was told to a party yet. */
  private mainsOf(office: YearOffice): readonly Paired[] {
    return this.roots.flatMap((root) => {
      const live = this.lives.get(root.id)
      const isOpen = root.outcome === undefined && BEFORE_NOTICE.includes(root.stage ?? 'clue')
      const isPlain =
        live && !live.main && !live.plot.story.beats && !live.plot.second && live.plot.story.goal === undefined
      const fits = root.office === office && root.procedure === 'penalty-ordinary' && isOpen && isPlain
      return fits ? [{ root, live }] : []
    })
  }

  /** The case that was split off goes its own plain way. */
  private async takeUpSplit(at: Date, live: LiveCase, root: Root): Promise<void> {
    const { second } = live.plot
    if (!second) return
    const { rows } = await this.ctx.db.query<{ id: string }>({
      name: 'year-split',
      text: `SELECT id FROM app.cases WHERE state #>> '{origin,id}' = $1 AND state #>> '{origin,isSplit}' = 'true'`,
      values: [root.id],
    })
    const [made] = rows
    if (!made) return
    this.follow({ ...root, id: made.id, outcome: undefined }, splitOff(live.plot, second), at)
    live.plot = { ...live.plot, second: undefined }
  }

  private get past(): Past {
    return { roots: this.roots, licences: this.licences }
  }

  /** What the case has come to; answers whether a paper of it is on its way. */
  private async note(root: Root): Promise<boolean> {
    const { rows } = await this.ctx.db.query<{ outcome: string | null; stage: string; isDelivering: boolean }>({
      name: 'year-outcome',
      text: `SELECT outcome, stage, jsonb_path_exists(state, '$.runs[*] ? (@.procedure == "delivery" && !exists(@.endedOn))') AS "isDelivering"
        FROM app.cases WHERE id = $1`,
      values: [root.id],
    })
    root.outcome = rows[0]?.outcome ?? undefined
    root.stage = rows[0]?.stage
    if (root.procedure.startsWith('licence')) this.licences = await yearLicences(this.ctx.db)
    return rows[0]?.isDelivering ?? false
  }
}

type Given = {
  readonly cases: number
  readonly seed: number
  readonly say: (sentence: string) => void
  readonly hours: OfficeHours
  readonly offices: readonly YearOffice[]
  readonly parties: readonly YearParty[]
  readonly isTold?: IsTold | undefined
  readonly openedWithin?: number | undefined
  readonly archived?: number | undefined
}

const allProcedures = () =>
  [...new Map([...PROCEDURES.values()].map((procedure) => [procedure.code, procedure])).values()].filter(
    ({ opening }) => opening,
  )

/** What a case comes to is given up sooner than what is on its way in it. */
const patienceOf = ({ main, plot: { story } }: LiveCase): number =>
  main || (story.goal && !story.beats) ? SHORT_PATIENCE : PATIENCE

function usualEndOn(code: string, on: PlainDate): string | undefined {
  const procedure = currentProcedure(PROCEDURES, code, on)
  return procedure && usualEnd(procedure)
}

/** The other case waits no longer. */
function release(live: LiveCase): void {
  if (live.main) live.main.plot = freed(live.main.plot)
  live.main = undefined
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
