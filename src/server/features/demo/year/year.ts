import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { registerParty } from '#server/features/parties/index.ts'
import { isRefused } from '#server/http/errors.ts'
import { Chance } from './chance.ts'
import { type Advance, advance, callerOf, type LiveCase } from './live-case.ts'
import { needsRoot, openable, openYearCase, type Past, type Root, rootsFor } from './open-year-case.ts'
import { type YearLicence, yearLicences } from './year-licences.ts'
import { OfficeHours, type YearOffice, yearOffices } from './year-office.ts'
import { YEAR_PARTIES } from './year-parties.ts'
import { plotOf } from './year-plan.ts'

export type YearReport = {
  readonly isNew: boolean
  readonly cases: number
  readonly acts: number
  /** Why cases could not be opened, and how often. */
  readonly refused: ReadonlyMap<string, number>
  /** How many cases of each procedure came to what; those that are still open under ''. */
  readonly outcomes: ReadonlyMap<string, number>
}

type NamedParty = { readonly id: string; readonly name: string }
/** What comes up at a moment: a case that is under way, or one that begins. */
type Due = { at: Date; readonly live?: LiveCase; readonly root?: Root }

const YEAR_DAYS = 365
const DAY_MS = 86_400_000
/** A case in which nothing can be done for so long stays as it is. */
const PATIENCE = 15

/** The year as it goes: whatever is due first is done first, so that numbers and days of papers run together. */
export class Year {
  hasDelivered = false
  private readonly ctx: Context
  private readonly chance: Chance
  private readonly hours: OfficeHours
  private readonly offices: readonly YearOffice[]
  private readonly parties: readonly NamedParty[]
  private readonly say: (sentence: string) => void
  private readonly queue: Due[]
  private readonly roots: Root[] = []
  private licences: readonly YearLicence[] = []
  private readonly refused = new Map<string, number>()
  private acts = 0

  private constructor(ctx: Context, given: Given) {
    this.ctx = ctx
    this.chance = new Chance(given.seed)
    this.hours = given.hours
    this.offices = given.offices
    this.parties = given.parties
    this.say = given.say
    this.queue = this.openings(given.cases)
  }

  static async begin(ctx: Context, options: Pick<Given, 'cases' | 'seed' | 'say'>): Promise<Year> {
    const [offices, hours] = [await yearOffices(ctx), await OfficeHours.load(ctx)]
    const [first] = offices
    if (!first) throw new Error('the demo has no agency')
    return new Year(ctx, { ...options, hours, offices, parties: await registerParties(ctx, first) })
  }

  /** Does everything until now, one thing after the other; tells the moment of each. */
  async *days(): AsyncGenerator<Date> {
    const until = this.ctx.clock.now()
    let month = ''
    for (let due = this.takeFirst(); due && due.at < until; due = this.takeFirst()) {
      const now = dateInShanghai(due.at).slice(0, 7)
      if (now !== month) this.say(`${now}：已办 ${this.acts} 步，${this.roots.length} 件`)
      month = now
      await this.come(due)
      yield due.at
    }
  }

  report(): YearReport {
    const outcomes = new Map<string, number>()
    for (const { procedure, outcome = '' } of this.roots) count(outcomes, `${procedure} ${outcome}`.trim())
    return { isNew: true, cases: this.roots.length, acts: this.acts, refused: this.refused, outcomes }
  }

  private openings(cases: number): Due[] {
    const from = this.ctx.clock.now().getTime() - YEAR_DAYS * DAY_MS
    return Array.from({ length: cases }, () => {
      const day = new Date(from + this.chance.below(YEAR_DAYS - 3) * DAY_MS)
      return { at: this.hours.after(day, 0, this.chance.between(0, 470)) }
    })
  }

  private takeFirst(): Due | undefined {
    const first = this.queue.reduce((least, due, at) => (due.at < (this.queue[least] as Due).at ? at : least), 0)
    return this.queue.splice(first, 1)[0]
  }

  private async come({ at, live, root }: Due): Promise<void> {
    if (!live || !root) return this.open(at)
    const done = await advance(this.ctx, live, at)
    if (done === 'waits') return this.wait(at, live, root)
    this.acts += done === 'ended' ? 0 : 1
    if (done === 'delivered') this.hasDelivered = true
    const isDelivering = await this.note(root)
    if (done !== 'ended') this.queue.push({ at: this.nextAt(at, isDelivering ? 'issued' : done, live), live, root })
  }

  private wait(at: Date, live: LiveCase, root: Root): void {
    if (live.waits < PATIENCE) this.queue.push({ at: this.hours.after(at, this.chance.between(3, 6), 0), live, root })
  }

  /** Papers leave the office within a day, also of those who are slow: what is delivered late cannot be published in time. */
  private nextAt(at: Date, done: Advance | 'issued', { plot: { pace } }: LiveCase): Date {
    const isBrisk = done === 'agreed' || done === 'issued'
    const days = isBrisk ? this.chance.between(0, 1) : this.chance.between(0, 3) * pace
    return this.hours.after(at, days, this.chance.between(15, 200))
  }

  private async open(at: Date): Promise<void> {
    const office = this.chance.weighted(this.offices, ({ pairs }) => pairs.length)
    const today = dateInShanghai(at)
    const made = plotOf(openable(office, today, this.past), office.field, this.chance)
    const from = this.originOf(made.procedure, office, today)
    const licence = this.licences.find(({ id }) => id === from?.id)
    // What is asked about a licence is about what it allows.
    const plot = licence ? { ...made, cause: licence.item, subject: licence.item } : made
    const party = this.parties.find(({ id }) => id === from?.party) ?? this.chance.pick(this.parties)
    const handlers = from?.handlers ?? this.chance.pick(office.pairs)
    const opening = { plot, office, party: party.id, partyName: party.name, handlers, origin: from?.id, licence }
    const opened = await openYearCase(this.ctx, opening, at)
    if ('refused' in opened) return count(this.refused, `${plot.procedure}：${opened.refused}`)
    this.acts += 1
    const root: Root = {
      id: opened.id,
      procedure: plot.procedure,
      office,
      party: party.id,
      handlers,
      outcome: undefined,
    }
    this.roots.push(root)
    const live = { id: opened.id, plot, office, chance: new Chance(this.chance.below(2 ** 31)), waits: 0 }
    this.queue.push({ at: this.nextAt(at, 'moved', live), live, root })
  }

  /** A case from which this one must come, or sometimes does. */
  private originOf(code: string, office: YearOffice, today: PlainDate): Root | undefined {
    const procedure = openable(office, today, this.past).find((one) => one.code === code)
    const roots = procedure ? rootsFor(procedure, office, this.past, today) : []
    const isNeeded = procedure !== undefined && needsRoot(procedure)
    return roots.length > 0 && (isNeeded || this.chance.happens(0.1)) ? this.chance.pick(roots) : undefined
  }

  private get past(): Past {
    return { roots: this.roots, licences: this.licences }
  }

  /** What the case has come to; answers whether a paper of it is on its way. */
  private async note(root: Root): Promise<boolean> {
    const { rows } = await this.ctx.db.query<{ outcome: string | null; isDelivering: boolean }>({
      name: 'year-outcome',
      text: `SELECT outcome, jsonb_path_exists(state, '$.runs[*] ? (@.procedure == "delivery" && !exists(@.endedOn))') AS "isDelivering"
        FROM app.cases WHERE id = $1`,
      values: [root.id],
    })
    root.outcome = rows[0]?.outcome ?? undefined
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
  readonly parties: readonly NamedParty[]
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

/** The year's parties, entered by an officer on its first day. */
async function registerParties(ctx: Context, office: YearOffice): Promise<readonly NamedParty[]> {
  const at = new Date(ctx.clock.now().getTime() - (YEAR_DAYS + 1) * DAY_MS)
  const [registrar] = office.withRole('handler')
  const made: NamedParty[] = []
  for (const input of YEAR_PARTIES) {
    const { rows } = await ctx.db.query<NamedParty>({
      text: 'SELECT id, name FROM app.parties WHERE code = $1',
      values: [input.code],
    })
    const [known] = rows
    if (known) {
      made.push(known)
      continue
    }
    const party = await registerParty(callerOf(ctx, office, registrar ?? '', at, undefined), input)
    if (isRefused(party)) throw new Error(party.detail)
    made.push({ id: party.id, name: party.name })
  }
  return made
}
