import { compareDates, type PlainDate, parsePlainDate, partsOf } from '../calendar/plain-date.ts'

export type CitizenIdResult =
  | {
      readonly valid: true
      readonly id: string
      readonly regionCode: string
      readonly birthDate: PlainDate
      readonly sex: 'male' | 'female'
    }
  | { readonly valid: false; readonly reason: string }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/**
 * Checks a citizen's identity number (公民身份号码 GB 11643—1999) with a birth date that exists.
 * The reason names the digit that is wrong and what would be right; a lower-case x and outer blanks are forgiven.
 */
export function checkCitizenId(text: string): CitizenIdResult {
  const id = text.trim().toUpperCase()
  const reason = wrongShape(id)
  if (reason !== undefined) return { valid: false, reason }
  const birthDate = birthDateIn(id)
  if (birthDate === undefined)
    return { valid: false, reason: `第 7 至 14 位“${id.slice(6, 14)}”不是真实的出生日期（年月日）` }
  const expected = citizenIdCheckDigit(id.slice(0, 17))
  if (id.charAt(17) !== expected) {
    return { valid: false, reason: `第 18 位校验码应为 ${expected}，现为 ${id.charAt(17)}；或者前 17 位中有误` }
  }
  const sex = Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { valid: true, id, regionCode: id.slice(0, 6), birthDate, sex }
}

/** The check digit of the first 17 digits. */
export function citizenIdCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** The birth date a valid identity number states; undefined when the number is not valid. */
export function birthDateOf(id: string): PlainDate | undefined {
  const result = checkCitizenId(id)
  return result.valid ? result.birthDate : undefined
}

/** Full years of age on a date (周岁: from the day after the birthday, 行政处罚法第三十条、刑法第十七条的通行解释). */
export function ageOn(birthDate: PlainDate, on: PlainDate): number {
  if (compareDates(on, birthDate) <= 0) return 0
  const [born, day] = [partsOf(birthDate), partsOf(on)]
  const isAfterBirthday = day.month > born.month || (day.month === born.month && day.day > born.day)
  return day.year - born.year - (isAfterBirthday ? 0 : 1)
}

function wrongShape(id: string): string | undefined {
  const characters = [...id]
  if (characters.length !== 18) return `公民身份号码应为 18 位，现为 ${characters.length} 位`
  const wrong = characters.findIndex((character, index) => !(index === 17 ? /[\dX]/ : /\d/).test(character))
  if (wrong < 0) return undefined
  const right = wrong === 17 ? '数字或者 X' : '数字'
  return `第 ${wrong + 1} 位“${characters[wrong]}”不对：应为${right}`
}

function birthDateIn(id: string): PlainDate | undefined {
  const date = parsePlainDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
  // GB 11643 numbers are given to people of the last century and later: 1800 is far below the oldest.
  return date !== undefined && date >= '1800-01-01' ? date : undefined
}
