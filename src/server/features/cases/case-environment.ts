import { createHash } from 'node:crypto'
import type { AgencyOnTheDay, Environment, Person, Visit } from '#domain/case/environment.ts'
import type { CaseState } from '#domain/case/state.ts'
import { tidy } from '#domain/form/text-problems.ts'
import type { EarlierAct } from '#domain/hint/earlier-acts.ts'
import type { AgencyCatalogue } from '#domain/item/item.ts'
import { type LicenceRegister, NO_REGISTER } from '#domain/licence/licence.ts'
import type { Monitor } from '#domain/monitoring/device-approval.ts'
import { PROCEDURES } from '#procedures/index.ts'
import type { Clock } from '#server/clock.ts'
import { newId } from '#server/ids.ts'
import type { StandingLaw } from './standing-law.ts'

type Known = {
  readonly agency: AgencyOnTheDay
  readonly people: readonly Person[]
  readonly origin?: CaseState | null
  readonly register?: LicenceRegister
  readonly visits?: readonly Visit[] | null
  readonly earlier?: readonly EarlierAct[]
  readonly disputes?: readonly CaseState[] | null
  readonly joined?: readonly CaseState[] | null
  readonly other?: CaseState
  readonly monitors?: readonly Monitor[]
  readonly catalogue?: AgencyCatalogue
}

/** The day, the law in force and the people, as the pure engine wants them. */
export function environmentOf(clock: Clock, law: StandingLaw, known: Known): Environment {
  const people = new Map(known.people.map((person) => [person.id, person]))
  return {
    today: clock.today(),
    now: clock.now().toISOString(),
    calendar: law.calendar,
    parameters: law.parameters,
    recordingList: law.recordingList,
    register: known.register ?? NO_REGISTER,
    agency: known.agency,
    ...besides(known),
    procedures: PROCEDURES,
    person: (id) => people.get(id),
    newId,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  }
}

/** What is looked up only where something turns on it. */
function besides({ origin, visits, earlier, disputes, joined, other, monitors, catalogue }: Known) {
  return {
    ...(origin && { origin }),
    ...(visits && { visits }),
    ...(earlier && { earlier }),
    ...(disputes && { disputes }),
    ...(joined && { joined }),
    ...(other && { other }),
    ...(monitors && { monitors }),
    ...(catalogue && { catalogue }),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every id in what was typed in: whoever of them is a person is read together with the case. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsIn)
}

/** The number of a licence that is being typed in, as it will be kept. */
export function licenceNumberIn(input: unknown): string | undefined {
  return typedIn(input, 'licence-number')
}

/** The code of a monitoring device that is being typed in, as it will be kept. */
export function deviceIn(input: unknown): string | undefined {
  return typedIn(input, 'device')
}

function typedIn(input: unknown, fact: string): string | undefined {
  const typed = (input as { facts?: { case?: Record<string, unknown> } } | undefined)?.facts?.case?.[fact]
  return typeof typed === 'string' && typed.trim() !== '' ? tidy(typed) : undefined
}
