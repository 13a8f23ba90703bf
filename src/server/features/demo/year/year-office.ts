import { isWorkingDay } from '#domain/calendar/calendar.ts'
import type { Person } from '#domain/case/environment.ts'
import type { Role } from '#domain/procedure/definition.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { loadCalendar } from '#server/features/catalogue/index.ts'
import type { Actor } from '#server/http/request-context.ts'
import { readActor } from '#server/http/session.ts'
import { readDemoRegion } from '../demo-region.ts'
import { demoId } from '../demo-rows.ts'

/** An agency of the demo region with everybody who can sign in there. */
export type YearOffice = {
  readonly agencyId: string
  readonly field: string
  readonly regionName: string
  readonly actors: ReadonlyMap<string, Actor>
  /** Pairs of officers of one unit that has a head. */
  readonly pairs: readonly (readonly [string, string])[]
  withRole(role: Role): readonly string[]
}

/** The agencies of the demo region that enforce anything, with their people as they stand today. */
export async function yearOffices(ctx: Context): Promise<readonly YearOffice[]> {
  const agencies = readDemoRegion().agencies.filter(({ people }) =>
    people.some(({ roles }) => roles.includes('handler')),
  )
  const today = ctx.clock.today()
  return Promise.all(
    agencies.map(async ({ code, field, people, units }) => {
      const signing = people.filter(
        ({ login, certificates }) => login && certificates.every((one) => one.validUntilOn >= today),
      )
      const found = await Promise.all(signing.map(({ login = '' }) => readActor(ctx.db, login, today)))
      const actors = new Map(found.flatMap((actor) => (actor ? [[actor.personId, actor] as const] : [])))
      const idsIn = (unit: string, role: Role) =>
        signing
          .filter((person) => person.unit === unit && person.roles.includes(role))
          .map(({ name }) => demoId(`${code}/person/${name}`))
      const headed = units.filter(({ name }) => idsIn(name, 'unit-head').length > 0)
      return {
        agencyId: demoId(code),
        field,
        regionName: readDemoRegion().regions.at(-1)?.name ?? '',
        actors,
        pairs: headed.flatMap(({ name }) => pairsOf(idsIn(name, 'handler'))),
        withRole: (role) =>
          [...actors.values()].filter(({ roles }) => roles.includes(role)).map(({ personId }) => personId),
      }
    }),
  )
}

function pairsOf(ids: readonly string[]): (readonly [string, string])[] {
  return ids.flatMap((first) => ids.filter((second) => second !== first).map((second) => [first, second] as const))
}

/** People in the order of the roster, so that the same seed asks the same ones. */
export function inOrder({ actors }: YearOffice, people: readonly Person[]): readonly Person[] {
  return [...actors.keys()].flatMap((id) => people.find((person) => person.id === id) ?? [])
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Nine in the morning in the eighth time zone, which knows no summer time. */
const OPENS_UTC = 'T01:00:00Z'
const OPEN_MINUTES = 480

/** Moments at which an office works: between nine and five on its working days. */
export class OfficeHours {
  private readonly calendar: Awaited<ReturnType<typeof loadCalendar>>

  private constructor(calendar: Awaited<ReturnType<typeof loadCalendar>>) {
    this.calendar = calendar
  }

  static async load(ctx: Context): Promise<OfficeHours> {
    return new OfficeHours(await loadCalendar(ctx.db))
  }

  /** So many days and minutes later, or the first working morning after that. */
  after(at: Date, days: number, minutes: number): Date {
    const later = new Date(at.getTime() + days * DAY_MS + minutes * MINUTE_MS)
    const opening = new Date(`${dateInShanghai(later)}${OPENS_UTC}`)
    const isOpen = later >= opening && later.getTime() < opening.getTime() + OPEN_MINUTES * MINUTE_MS
    if (isOpen && this.isWorking(later)) return later
    return this.nextMorning(later < opening ? opening : new Date(opening.getTime() + DAY_MS), minutes)
  }

  private nextMorning(opening: Date, minutes: number): Date {
    let day = opening
    while (!this.isWorking(day)) day = new Date(day.getTime() + DAY_MS)
    return new Date(day.getTime() + (minutes % OPEN_MINUTES) * MINUTE_MS)
  }

  private isWorking(at: Date): boolean {
    return isWorkingDay(this.calendar, dateInShanghai(at))
  }
}
