import type { Term } from '../calendar/deadline.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { AGENCY_PARAMETERS } from './agency-parameters.ts'
import { ARCHIVE_PARAMETERS } from './archive-parameters.ts'
import { DUTY_PARAMETERS } from './duty-parameters.ts'
import { ENFORCEMENT_PARAMETERS } from './enforcement-parameters.ts'
import { INSPECTION_PARAMETERS } from './inspection-parameters.ts'
import { ITEM_PARAMETERS } from './item-parameters.ts'
import { LICENCE_PARAMETERS } from './licence-parameters.ts'
import type { Parameter, ParameterKind, ValueOfKind } from './parameter.ts'
import { PENALTY_PARAMETERS } from './penalty-parameters.ts'
import { type ParameterOverride, type ParameterValues, standingOverride } from './resolution.ts'
import { REVIEW_PARAMETERS } from './review-parameters.ts'
import { VIEWING_PARAMETERS } from './viewing-parameters.ts'

/** Every number, ratio, threshold and switch that differs by place, with the source of its default. */
export const PARAMETERS = {
  ...AGENCY_PARAMETERS,
  ...PENALTY_PARAMETERS,
  ...ENFORCEMENT_PARAMETERS,
  ...INSPECTION_PARAMETERS,
  ...ITEM_PARAMETERS,
  ...LICENCE_PARAMETERS,
  ...DUTY_PARAMETERS,
  ...REVIEW_PARAMETERS,
  ...VIEWING_PARAMETERS,
  ...ARCHIVE_PARAMETERS,
} as const

export type ParameterCode = keyof typeof PARAMETERS
/** The type of a parameter's value; without a code, of any. */
export type ParameterValue<Code extends ParameterCode = ParameterCode> = ValueOfKind<(typeof PARAMETERS)[Code]['kind']>

type CodeOfKind<Kind extends ParameterKind> = {
  [Code in ParameterCode]: (typeof PARAMETERS)[Code]['kind'] extends Kind ? Code : never
}[ParameterCode]

/** Codes of parameters that are lengths of time. */
export type TermCode = CodeOfKind<'days' | 'working-days' | 'hours' | 'months' | 'years'>

/** A value with the source that stands behind it on the day. */
export type ResolvedParameter<Value> = {
  readonly value: Value
  readonly basis: string
  readonly verified: boolean
  readonly from: 'default' | 'region' | 'agency'
}

const TERM_UNITS: Partial<Record<ParameterKind, Term['unit']>> = {
  days: 'day',
  'working-days': 'working-day',
  hours: 'hour',
  months: 'month',
  years: 'year',
}

/** Whether a text is the code of a parameter. */
export function isParameterCode(text: string): text is ParameterCode {
  return Object.hasOwn(PARAMETERS, text)
}

/** The declaration of a parameter, seen without its own type. */
export function parameterOf(code: ParameterCode): Parameter {
  return PARAMETERS[code]
}

/** The value in force at a place on a date. */
export function parameterValueOf<Code extends ParameterCode>(
  values: ParameterValues,
  code: Code,
  on: PlainDate,
): ParameterValue<Code> {
  return resolveParameter(values, code, on).value
}

// `valueOf` may not be bound by its own name (it shadows a global), only imported under another.
export { parameterValueOf as valueOf }

/** The value in force at a place on a date, with its source. */
export function resolveParameter<Code extends ParameterCode>(
  values: ParameterValues,
  code: Code,
  on: PlainDate,
): ResolvedParameter<ParameterValue<Code>> {
  const { default: value, basis, verified } = parameterOf(code)
  const override: ParameterOverride | undefined = standingOverride(values, code, on)
  // Overrides pass `checkOverride` before they are stored, so the value has the type of the code.
  if (override !== undefined) {
    return {
      value: override.value as ParameterValue<Code>,
      basis: override.basis,
      verified: true,
      from: override.scope,
    }
  }
  return { value: value as ParameterValue<Code>, basis, verified, from: 'default' }
}

/** The unit of a parameter that is a length of time; undefined for every other kind. */
export function termUnitOf(code: ParameterCode): Term['unit'] | undefined {
  return TERM_UNITS[PARAMETERS[code].kind]
}

/** A parameter that is a length of time, as a term. */
export function termOf(values: ParameterValues, code: TermCode, on: PlainDate): Term {
  const unit = termUnitOf(code)
  if (unit === undefined) throw new Error(`参数“${code}”不是期限`)
  return { length: parameterValueOf(values, code, on), unit }
}

/** Whether a text is the code of a parameter that is a length of time. */
export function isTermCode(text: string): text is TermCode {
  return isParameterCode(text) && termUnitOf(text) !== undefined
}
