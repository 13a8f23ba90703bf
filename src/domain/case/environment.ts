import type { EntrustedBy } from '../agency/entrusted-staff.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { EarlierAct } from '../hint/earlier-acts.ts'
import type { AgencyCatalogue } from '../item/item.ts'
import type { LicenceRegister } from '../licence/licence.ts'
import type { Monitor } from '../monitoring/device-approval.ts'
import type { ParameterValues } from '../parameter/resolution.ts'
import type { Role } from '../procedure/definition.ts'
import type { Procedures } from '../procedure/procedures.ts'
import type { ListEntry } from '../recording/recording-list.ts'
import type { CaseState } from './state.ts'

export type Post = {
  readonly role: Role
  readonly unit: string
  readonly unitName?: string
  readonly isPrincipal: boolean
  /** The letters to the organisation that staffs the unit, those that are over among them; none for the agency's own people. */
  readonly entrustedBy?: readonly EntrustedBy[] | null
}

export type Certificate = {
  readonly kind: 'enforcement' | 'supervision' | 'host' | 'review'
  readonly number: string
  readonly validFromOn: PlainDate
  readonly validUntilOn: PlainDate
  readonly state: 'valid' | 'suspended' | 'revoked'
}

/** A person with posts and certificates; whether they are qualified is judged on the day of the act. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly employment: 'staff' | 'contract' | 'temporary'
  readonly hasLawLicence: boolean
  readonly posts: readonly Post[]
  readonly certificates: readonly Certificate[]
}

export type AgencyOnTheDay = {
  readonly id: string
  readonly name: string
  readonly isQualified: boolean
  readonly regionName: string
}

/** An inspection of a party by the same agency that was approved, as far as later ones are judged by it. */
export type Visit = {
  readonly party: string
  readonly on: string
  readonly source: string
  readonly officers: readonly string[]
  readonly foundNothing: boolean
}

/** All that a decision needs beside the case: the day, the calendar, the people, the parameters; nothing of it is looked up. */
export type Environment = {
  readonly today: PlainDate
  readonly now: string
  readonly calendar: Calendar
  readonly agency: AgencyOnTheDay
  readonly procedures: Procedures
  readonly parameters: ParameterValues
  /** What the agency has set in its 音像记录事项清单. */
  readonly recordingList: readonly ListEntry[]
  /** The case from which the one that is judged has come, as it stands now. */
  readonly origin?: CaseState
  /** What was decided before about acts of the parties; looked up where something turns on it. */
  readonly earlier?: readonly EarlierAct[]
  /** Reviews of and lawsuits against its decision, and cases that have changed it, as they stand now. */
  readonly disputes?: readonly CaseState[]
  /** The case into which the one that is judged would go over, as it stands now. */
  readonly other?: CaseState
  /** Cases that were taken into it, as they stand now. */
  readonly joined?: readonly CaseState[]
  /** What the register of licences says of the parties, and of the licence from which the case comes. */
  readonly register: LicenceRegister
  /** Earlier inspections of its parties, where the case is an inspection. */
  readonly visits?: readonly Visit[]
  /** The agency's list of items of this kind, and the item that the case names, as it stands today. */
  readonly catalogue?: AgencyCatalogue
  /** Monitoring devices of the agency that are named in the input. */
  readonly monitors?: readonly Monitor[]
  person(id: string): Person | undefined
  newId(): string
  digest(text: string): string
}
