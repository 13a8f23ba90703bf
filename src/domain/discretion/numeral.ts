const DIGITS = new Map<string, number>(
  [...'零一二三四五六七八九'].map((character, value): [string, number] => [character, value]),
)
for (const [value, forms] of ['〇', '壹', '贰两貳', '叁參', '肆', '伍', '陆', '柒', '捌', '玖'].entries()) {
  for (const form of forms) DIGITS.set(form, value)
}

const SMALL_UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])
const LARGE_UNITS = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
])

const ARABIC = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/

type Reading = { total: number; section: number; digit: number | undefined; small: number; large: number }

/** The characters that a numeral can be made of, for a tokenizer's character class. */
export const NUMERAL_CHARACTERS = `${[...DIGITS.keys(), ...SMALL_UNITS.keys(), ...LARGE_UNITS.keys()].join('')}`

/** Reads 五万, 1万, 1.5万, 2,000, 一百零五, 1万5千; undefined when it is not a well-formed numeral. */
export function parseNumeral(text: string): number | undefined {
  const positional = readPositional(text)
  if (positional !== undefined) return positional
  const reading: Reading = { total: 0, section: 0, digit: undefined, small: Infinity, large: Infinity }
  let rest = text
  while (rest !== '') {
    const length = readNext(rest, reading)
    if (length === 0) return undefined
    rest = rest.slice(length)
  }
  const value = reading.total + reading.section + (reading.digit ?? 0)
  return text !== '' && value <= Number.MAX_SAFE_INTEGER / 100 ? roundToCent(value) : undefined
}

function readPositional(text: string): number | undefined {
  const digits = [...text].map((character) => DIGITS.get(character))
  if (digits.length < 2 || digits.length > 13 || digits.includes(undefined)) return undefined
  return Number(digits.join(''))
}

function readNext(rest: string, reading: Reading): number {
  const arabic = ARABIC.exec(rest)?.[0]
  if (arabic !== undefined) {
    return readDigit(Number(arabic.replaceAll(',', '')), arabic.length, reading)
  }
  const character = rest[0] ?? ''
  const digit = DIGITS.get(character)
  if (digit !== undefined) return readDigit(digit, 1, reading)
  const small = SMALL_UNITS.get(character)
  if (small !== undefined) return readSmallUnit(small, reading)
  const large = LARGE_UNITS.get(character)
  return large === undefined ? 0 : readLargeUnit(large, reading)
}

function readDigit(value: number, length: number, reading: Reading): number {
  if (reading.digit !== undefined && reading.digit !== 0) return 0
  if (!Number.isFinite(value)) return 0
  reading.digit = value
  return length
}

function readSmallUnit(unit: number, reading: Reading): number {
  if (unit >= reading.small) return 0
  if (reading.digit === undefined && !(unit === 10 && reading.section === 0)) return 0
  reading.section += (reading.digit ?? 1) * unit
  reading.digit = undefined
  reading.small = unit
  return 1
}

function readLargeUnit(unit: number, reading: Reading): number {
  const section = reading.section + (reading.digit ?? 0)
  if (section === 0 || unit >= reading.large) return 0
  reading.total += section * unit
  reading.section = 0
  reading.digit = undefined
  reading.small = Infinity
  reading.large = unit
  return 1
}

// 1.15 × 10,000 is 11,499.999… in binary; amounts never need more than four decimals.
function roundToCent(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

const PLACES = ['', '十', '百', '千'] as const
const NAMES = '零一二三四五六七八九'

/** Writes a whole number from 0 to 999,999,999,999 the way statutes do: 十五, 一百零五, 三十万. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`不能写成汉字数字：${value}`)
  if (value === 0) return '零'
  const sections = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
  let text = ''
  for (const [index, section] of sections.entries()) text = appendSection(text, section, ['亿', '万', ''][index] ?? '')
  return text.replace(/^一十/, '十')
}

function appendSection(text: string, section: number, unit: string): string {
  if (section === 0) return text
  const zero = text !== '' && section < 1000 ? '零' : ''
  return text + zero + sectionText(section) + unit
}

function sectionText(section: number): string {
  let text = ''
  const digits = [...String(section)].map(Number)
  for (const [index, digit] of digits.entries()) {
    if (digit !== 0) text += `${NAMES[digit] ?? ''}${PLACES[digits.length - 1 - index] ?? ''}`
    else if (!text.endsWith('零')) text += '零'
  }
  return text.replace(/零$/, '')
}
