import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { checkOverride } from './check-override.ts'
import {
  isTermCode,
  PARAMETERS,
  type ParameterCode,
  parameterOf,
  parameterValueOf,
  resolveParameter,
  termOf,
} from './registry.ts'
import { DEFAULT_VALUES, type ParameterOverride, type ParameterValues } from './resolution.ts'

const today = plainDate('2026-06-03')
const codes = Object.keys(PARAMETERS) as ParameterCode[]
const place = { agencyId: 'agency-1', regionIds: ['county', 'city', 'province'] }
const override = (
  scope: 'region' | 'agency',
  scopeId: string,
  effectiveOn: string,
  value: unknown,
): ParameterOverride => ({
  code: 'archive.term',
  scope,
  scopeId,
  effectiveOn: plainDate(effectiveOn),
  value,
  basis: `${scopeId} ${effectiveOn}`,
})
const at = (...overrides: ParameterOverride[]): ParameterValues => ({ place, overrides })

describe('the registry', () => {
  it.each(codes)('%s has a title, and a basis unless no law allows it', (code) => {
    const { title, basis, default: value } = parameterOf(code)
    expect(title).not.toBe('')
    if (basis === '') expect([false, []]).toContainEqual(value)
    else expect(basis).toMatch(/《.+》|国办发|没有/)
  })

  it('the terms the law fixes are the terms it gives', () => {
    const term = (code: ParameterCode) => (isTermCode(code) ? termOf(DEFAULT_VALUES, code, today) : undefined)
    expect(term('decision.term')).toEqual({ length: 90, unit: 'day' })
    expect(term('hearing.request-term')).toEqual({ length: 5, unit: 'working-day' })
    expect(term('payment.term')).toEqual({ length: 15, unit: 'day' })
    expect(term('recording.upload-term')).toEqual({ length: 24, unit: 'hour' })
    expect(term('court.application-term')).toEqual({ length: 3, unit: 'month' })
    expect(term('surcharge.rate-per-day')).toBeUndefined()
  })

  it('an extension of the ninety days has no basis until a field gives one', () => {
    const found = resolveParameter(DEFAULT_VALUES, 'decision.extension-allowed', today)
    expect(found).toEqual({ value: false, basis: '', verified: true, from: 'default' })
  })
})

describe('resolution', () => {
  it('the default stands where nothing was set', () => {
    expect(parameterValueOf(at(), 'archive.term', today)).toBe(30)
  })

  it('an agency outranks its county, a county its province, whatever the dates', () => {
    const province = override('region', 'province', '2026-06-01', 60)
    const county = override('region', 'county', '2020-01-01', 45)
    const agency = override('agency', 'agency-1', '2019-01-01', 20)
    expect(parameterValueOf(at(province, county, agency), 'archive.term', today)).toBe(20)
    expect(parameterValueOf(at(county, province), 'archive.term', today)).toBe(45)
    expect(parameterValueOf(at(province), 'archive.term', today)).toBe(60)
  })

  it('a value counts from its effective day on, and the newest wins', () => {
    const values = at(override('region', 'county', '2026-06-03', 10), override('region', 'county', '2026-06-04', 11))
    expect(parameterValueOf(values, 'archive.term', plainDate('2026-06-02'))).toBe(30)
    expect(parameterValueOf(values, 'archive.term', plainDate('2026-06-03'))).toBe(10)
    expect(parameterValueOf(values, 'archive.term', plainDate('2026-06-04'))).toBe(11)
  })

  it('of two values of one day the one set later counts', () => {
    const values = at(override('region', 'county', '2026-06-01', 10), override('region', 'county', '2026-06-01', 11))
    expect(parameterValueOf(values, 'archive.term', today)).toBe(11)
  })

  it('the value brings its own basis', () => {
    const found = resolveParameter(at(override('region', 'city', '2026-01-01', 40)), 'archive.term', today)
    expect(found).toEqual({ value: 40, basis: 'city 2026-01-01', verified: true, from: 'region' })
  })

  it('what other places set does not matter', () => {
    const elsewhere = fc.constantFrom(
      override('agency', 'agency-2', '2026-01-01', 1),
      override('region', 'other', '2026-01-01', 2),
    )
    fc.assert(
      fc.property(fc.array(elsewhere), (overrides) => {
        expect(parameterValueOf(at(...overrides), 'archive.term', today)).toBe(30)
      }),
    )
  })
})

describe('an override', () => {
  const check = (code: string, value: unknown, basis = '《某规定》第一条') => checkOverride({ code, value, basis })

  it('is taken when its value fits and it has a basis', () => {
    expect(check('archive.term', 45)).toBeUndefined()
    expect(check('decision.extension-allowed', true)).toBeUndefined()
    expect(check('decision.deductible-grounds', ['听证', '鉴定'])).toBeUndefined()
  })

  it.each([
    ['archive.term', 0, '1 至 3650'],
    ['archive.term', 1.5, '整数'],
    ['archive.term', '30', '整数'],
    ['hearing.threshold-person-fen', -0, '整数'],
    ['decision.extension-allowed', 'yes', '“是”或者“否”'],
    ['decision.deductible-grounds', ['休假'], '听证、公告'],
    ['decision.deductible-grounds', ['听证', '听证'], '重复'],
    ['coercion.night-from', '', '1 至 200'],
    ['no.such', 1, '没有“no.such”'],
    ['toString', 1, '没有“toString”'],
  ])('%s = %j is refused by a sentence', (code, value, words) => {
    expect(check(code, value)).toContain(words)
  })

  it('without a basis is refused', () => {
    expect(check('archive.term', 45, ' ')).toContain('缺少依据')
  })
})
