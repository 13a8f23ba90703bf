import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Chance } from './chance.ts'
import type { LiveCase } from './live-case.ts'
import { needsRoot, type Opening, openable, type Past, type Root, rootsFor } from './open-year-case.ts'
import type { Plot } from './plot.ts'
import type { YearParty } from './register-year-parties.ts'
import type { YearOffice } from './year-office.ts'
import type { YearPlan } from './year-plan.ts'

export type Paired = { readonly root: Root; readonly live: LiveCase }
type Given = {
  readonly chance: Chance
  readonly offices: readonly YearOffice[]
  readonly parties: readonly YearParty[]
  readonly plan: YearPlan
}
/** What is opened; and the case into which it is to go over. */
type Chosen = { readonly opening: Opening; readonly main?: LiveCase }

/** How often a case comes from another one that need not. */
const FOLLOWS = 0.1

const RECENT = 8
/** A fine of fifty yuan is seldom worth it. */
const mostContested = (roots: readonly Root[]): Root | undefined =>
  roots.findLast(({ procedure }) => procedure !== 'penalty-summary') ?? roots.at(-1)

/** Chooses what is opened next: by which office, about whom, from what. */
export class YearOpenings {
  private readonly given: Given

  constructor(given: Given) {
    this.given = given
  }

  choose(today: PlainDate, past: Past, mainsOf: (office: YearOffice) => readonly Paired[]): Chosen {
    const { chance, offices, parties, plan } = this.given
    const able = offices.filter((one) => plan.tells(openable(one, today, past)))
    const office = chance.weighted(able, ({ pairs }) => pairs.length)
    const mains = offices.flatMap(mainsOf)
    const may = openable(office, today, past)
    const { plot, party: kind } = plan.next(may, office.field, ({ joins }) => !joins || mains.length > 0)
    if (plot.story.joins) return this.beside(plot, chance.pick(mains))
    const from = this.originOf(plot.procedure, office, { today, past })
    const licence = past.licences.find(({ id }) => id === from?.id)
    const own = parties.filter((party) => party.kind === kind)
    const party = parties.find(({ id }) => id === from?.party) ?? chance.pick(own)
    const handlers = from?.handlers ?? chance.pick(office.pairs)
    // What is asked about a licence is about what it allows.
    const about = licence ? { ...plot, cause: licence.item, subject: licence.item } : plot
    const named = { party: party.id, partyName: party.name, handlers }
    return { opening: { plot: about, office, ...named, origin: from?.id, licence } }
  }

  /** What follows from a case by itself: another of the same people about the same act. */
  after({ id, office, party, handlers }: Root, seen: Plot, today: PlainDate): Opening {
    const procedure = currentProcedure(PROCEDURES, 'penalty-ordinary', today)
    if (!procedure) throw new Error('no procedure penalty-ordinary')
    const plot = this.given.plan.after(procedure, office.field, seen)
    const partyName = this.given.parties.find((one) => one.id === party)?.name ?? ''
    return { plot, office, party, partyName, handlers, origin: id, licence: undefined }
  }

  /** Another matter of the same party at the same office, which goes over into the case that is there. */
  private beside(made: Plot, { root: { office, party, handlers }, live }: Paired): Chosen {
    const { cause, subject, found, amount, basis } = live.plot
    const plot = { ...made, cause, subject, found, amount, basis }
    const partyName = this.given.parties.find(({ id }) => id === party)?.name ?? ''
    return { opening: { plot, office, party, partyName, handlers, origin: undefined, licence: undefined }, main: live }
  }

  /** A case from which this one must come, or sometimes does. */
  private originOf(
    code: string,
    office: YearOffice,
    { today, past }: { readonly today: PlainDate; readonly past: Past },
  ): Root | undefined {
    const { chance } = this.given
    const procedure = openable(office, today, past).find((one) => one.code === code)
    const before = procedure ? rootsFor(procedure, office, past, today) : []
    // What a device has recorded has gone on already.
    const roots = before.filter((root) => root.procedure !== 'non-site')
    const isNeeded = procedure !== undefined && needsRoot(procedure)
    if (roots.length === 0 || !(isNeeded || chance.happens(FOLLOWS))) return undefined
    // Nobody may contest what was decided long ago.
    return procedure?.contests ? mostContested(roots.slice(-RECENT)) : chance.pick(roots)
  }
}
