import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Person } from '#domain/case/environment.ts'
import type { CaseState, Origin, Party, Violation } from '#domain/case/state.ts'
import type { ParameterCode } from '#domain/parameter/registry.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import type { Procedures } from '#domain/procedure/procedures.ts'
import type { ListEntry } from '#domain/recording/recording-list.ts'
import { AGENCY, type Who } from './office-people.ts'

/** What the agency's field has set, with a rule behind it. */
export function valuesWith(values: Partial<Record<ParameterCode, unknown>>): ParameterValues {
  const overrides = Object.entries(values).map(([code, value]) => ({
    code,
    scope: 'agency' as const,
    scopeId: AGENCY,
    effectiveOn: plainDate('2020-01-01'),
    value,
    basis: '《某规定》第一条',
  }))
  return { place: { agencyId: AGENCY, regionIds: [] }, overrides }
}

export type OfficeOptions = {
  readonly on?: string
  readonly parameters?: ParameterValues
  readonly procedures?: Procedures
  readonly recordingList?: readonly ListEntry[]
  /** The case from which the one of this office has come. */
  readonly origin?: CaseState
  /** Who stands in this office for somebody of `PEOPLE`. */
  readonly people?: Partial<Record<Who, Person>>
}

export type Opened = {
  readonly id?: string
  readonly name?: string
  readonly parties?: Party[]
  readonly violations?: Violation[]
  readonly handlers?: Who[]
  readonly origin?: Origin
}
