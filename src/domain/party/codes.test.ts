import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { ageOn, birthDateOf, checkCitizenId, citizenIdCheckDigit } from './citizen-id.ts'
import { checkAgencyCode, checkUscc, organisationCheckDigit, usccCheckDigit } from './uscc.ts'

type Vectors = { uscc: string[]; citizenId: { id: string; birthDate: string; sex: string }[] }
const vectors = JSON.parse(
  readFileSync(new URL('../../../tests/vectors/codes.json', import.meta.url), 'utf8'),
) as Vectors

const reasonOf = (result: { valid: boolean; reason?: string }) => result.reason ?? '没有拒绝'
const characters = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
const DIGITS = '0123456789'
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Replaces the character at one place. */
const changed = (text: string, index: number, character: string) =>
  text.slice(0, index) + character + text.slice(index + 1)

describe('统一社会信用代码', () => {
  it.each(vectors.uscc)('%s is valid', (code) => {
    expect(checkUscc(code)).toMatchObject({
      valid: true,
      code,
      regionCode: code.slice(2, 8),
      isAgency: code.startsWith('11'),
    })
    expect(checkUscc(` ${code.toLowerCase()} `)).toMatchObject({ valid: true, code })
  })

  it('the issuer and the kind are told', () => {
    expect(checkUscc('91230500MA1B3N1N2M')).toMatchObject({ issuer: '市场监督管理', kind: '企业' })
    expect(checkUscc('11230500001755309F')).toMatchObject({ issuer: '机构编制', kind: '机关' })
  })

  it.each([
    ['91230500MA1B3N1N2', '18 位，现为 17 位'],
    ['', '18 位，现为 0 位'],
    ['91230500MA1B3N1N2N', '第 18 位校验码应为 M，现为 N'],
    ['9123O500MA1B3N1N2M', '第 5 位“O”不对'],
    ['９1230500MA1B3N1N2M', '第 1 位“９”不对'],
    ['91A30500MA1B3N1N2M', '第 3 至 8 位'],
  ])('%s is refused: %s', (code, words) => {
    expect(reasonOf(checkUscc(code))).toContain(words)
  })

  it('a wrong organisation code inside is found although the last digit fits', () => {
    const body = '91230500MA1B3N1N3'
    expect(reasonOf(checkUscc(body + usccCheckDigit(body)))).toContain('第 17 位（组织机构代码校验码）应为 2，现为 3')
  })

  it('an agency is refused unless its code begins with 11', () => {
    expect(checkAgencyCode('11230500001755309F').valid).toBe(true)
    expect(reasonOf(checkAgencyCode('91230500MA1B3N1N2M'))).toContain('前两位应为 11，现为 91')
    expect(reasonOf(checkAgencyCode('1123050000175530'))).toContain('18 位')
  })

  it('any single changed digit is refused', () => {
    const codes = fc
      .tuple(fc.constantFrom('91', '92', '11', '12', '52'), characters(DIGITS, 6), characters(USCC_ALPHABET, 8))
      .map(([prefix, region, body]) => `${prefix}${region}${body}${organisationCheckDigit(body)}`)
      .map((first17) => first17 + usccCheckDigit(first17))
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...USCC_ALPHABET), (code, index, character) => {
        expect(checkUscc(code).valid).toBe(true)
        expect(checkUscc(changed(code, index, character)).valid).toBe(character === code.charAt(index))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('公民身份号码', () => {
  it.each(vectors.citizenId)('$id is valid', ({ id, birthDate, sex }) => {
    expect(checkCitizenId(id)).toMatchObject({ valid: true, birthDate, sex, regionCode: id.slice(0, 6) })
    expect(birthDateOf(id.toLowerCase())).toBe(birthDate)
  })

  it.each([
    ['110105194912310021', '第 18 位校验码应为 X，现为 1'],
    ['11010519490231002X', '第 7 至 14 位“19490231”不是真实的出生日期'],
    ['11010517491231002X', '出生日期'],
    ['1101051949123100', '18 位，现为 16 位'],
    ['1101O519491231002X', '第 5 位“O”不对：应为数字'],
    ['11010519491231002Y', '第 18 位“Y”不对：应为数字或者 X'],
    ['１10105194912310021', '第 1 位“１”不对'],
  ])('%s is refused: %s', (id, words) => {
    expect(reasonOf(checkCitizenId(id))).toContain(words)
    expect(birthDateOf(id)).toBeUndefined()
  })

  it('any single changed digit is refused', () => {
    const ids = fc
      .tuple(
        characters(DIGITS, 6),
        fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
        characters(DIGITS, 3),
      )
      .map(([region, born, order]) => region + born.toISOString().slice(0, 10).replaceAll('-', '') + order)
      .map((first17) => first17 + citizenIdCheckDigit(first17))
    fc.assert(
      fc.property(ids, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, index, character) => {
        expect(checkCitizenId(id).valid).toBe(true)
        expect(checkCitizenId(changed(id, index, character)).valid).toBe(character === id.charAt(index))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('age', () => {
  const age = (born: string, on: string) => ageOn(plainDate(born), plainDate(on))

  it('a year of age is full from the day after the birthday', () => {
    expect(age('2012-06-03', '2026-06-03')).toBe(13)
    expect(age('2012-06-03', '2026-06-04')).toBe(14)
    expect(age('2008-12-31', '2026-12-31')).toBe(17)
    expect(age('2008-12-31', '2027-01-01')).toBe(18)
  })

  it('who was born on 29 February is a year older on 1 March', () => {
    expect(age('2012-02-29', '2026-02-28')).toBe(13)
    expect(age('2012-02-29', '2026-03-01')).toBe(14)
  })

  it('nobody has a negative age', () => {
    expect(age('2026-06-03', '2026-06-03')).toBe(0)
    expect(age('2026-06-03', '2020-01-01')).toBe(0)
  })
})
