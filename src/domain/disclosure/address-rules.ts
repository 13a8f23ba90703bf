import type { Rule } from './redaction-rule.ts'

const HAN = '\\p{Script=Han}'
// 市区, 社区, 小区 and 园区 are no counties.
const COUNTY_END = '(?:(?<![市社小园])区|县|旗|市)'
const COUNTY = `${HAN}{2,}?${COUNTY_END}`
const LETTER = `(?![在于住至从到的])[${HAN}0-9A-Za-z]`
const WAY = '(?:街道|大道|路|街|巷|弄|镇|乡|村|社区|小区|家园|花园|公寓|新村|苑)'
const PLACE = `(?:${LETTER}){1,8}?${WAY}`
// Of an office of a town only the office is meant.
const OFFICE = '(?!人民政府|政府|办事处|派出所|司法所|综合|党委|村民委员会|居民委员会|居委会|村委会)'
const NUMBER = '[0-9A-Za-z一二三四五六七八九十百]{1,6}(?:[-－][0-9A-Za-z]{1,5})*'
const DOOR = `[ ]?${NUMBER}[ ]?(?:号楼|号院|号|幢|栋|座|单元|层|楼|室|组|户|弄)`
// Captured in a lookahead, so that a long run is read once and never tried in every other division (路路路路…).
const PLACES = `(?=((?:${PLACE}){1,6}))\\1`
const DOORS = (count: string) => `(?=((?:${DOOR}){${count}}))`
const AFTER_COUNTY = `(?<=${COUNTY_END})(?!${HAN}{1,6}(?<![市社小园])[区县旗])`

const fromCounty = new RegExp(`${AFTER_COUNTY}${PLACES}${OFFICE}${DOORS('0,8')}\\2`, 'gu')
const fromWay = new RegExp(`${PLACES}${DOORS('1,8')}\\2`, 'gu')
const doors = new RegExp(`${DOORS('2,8')}\\1`, 'gu')

export const ELSEWHERE = '某处'
const hide = () => ELSEWHERE

/** Below the county a place is hidden; province, city and county stay (住址到县区). */
export const ADDRESS_RULES: readonly Rule[] = [
  { kind: 'address', pattern: fromCounty, replace: hide },
  { kind: 'address', pattern: fromWay, replace: hide },
  { kind: 'address', pattern: doors, replace: hide },
]

/** The part of a known address down to its county; `undefined` when it names none. */
export function countyOf(address: string): string | undefined {
  const match = new RegExp(`^(?:${COUNTY}){1,4}`, 'u').exec(address.slice(0, 80))
  return match?.[0]
}
