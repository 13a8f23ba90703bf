import { parsePlainDate } from '../calendar/plain-date.ts'
import { checkUscc } from '../party/uscc.ts'
import type { Rule } from './redaction-rule.ts'

const GAP = '[ \\u3000\\t\\-－—]{0,3}'
// Wider gaps would join numbers that only stand side by side.
const NARROW = '[ \\-－—]?'
const digits = (count: string, gap = GAP) => `(?:[0-9]${gap}){${count}}`
const alone = (body: string) => new RegExp(`(?<![0-9])${body}(?![0-9])`, 'gu')

/** Eighteen characters are a citizen's when their middle is a date; a business code with a right check digit stays. */
const eighteen: Rule = { kind: 'id-number', pattern: alone(`[1-9]${GAP}${digits('16')}[0-9Xx]`), replace: maskEighteen }
const fifteen: Rule = {
  kind: 'id-number',
  pattern: alone('[1-8][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}'),
  replace: (match) => `${match.slice(0, 6)}*****${match.slice(-4)}`,
}

const named = (words: string, value: string) => new RegExp(`(?<=(?:${words})[^0-9A-Za-z，。；\\n]{0,8})${value}`, 'gu')
const account: Rule = {
  kind: 'account',
  pattern: named('账号|帐号|账户|帐户|卡号|银行卡|存折', '[0-9][0-9 \\-]{5,}[0-9]'),
  replace: maskAccount,
}
const contact: Rule = {
  kind: 'contact',
  pattern: named('电话|手机|传真|微信|QQ|联系方式', '[A-Za-z0-9_][A-Za-z0-9_\\-]{4,}'),
  replace: () => '***',
}
const paper: Rule = {
  kind: 'paper',
  pattern: named('护照|通行证|军官证|士兵证|驾驶证|档案编号|社保卡|居住证|证件号', '[A-Za-z0-9（）()]{6,}'),
  replace: () => '***',
}
const longNumber: Rule = { kind: 'account', pattern: alone(`${digits('15,', NARROW)}[0-9]`), replace: maskLong }
const mobile: Rule = {
  kind: 'phone',
  pattern: alone(`(?:\\+?86${GAP}|0)?1[3-9][0-9]${GAP}${digits('7')}[0-9]`),
  replace: maskPhone,
}
const landline: Rule = { kind: 'phone', pattern: alone('0[0-9]{2,3}[ \\-－—]?[2-9][0-9]{6,7}'), replace: () => '***' }
// Bounded: an address that never ends must not be looked through again from each of its letters.
const mail: Rule = {
  kind: 'mail',
  pattern: /[\w.+-]{1,64}[ ]?@[ ]?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu,
  replace: () => '***',
}
/** A number told in words, as in 一三八〇〇〇〇一二三四; amounts have units and years four characters. */
const spoken: Rule = {
  kind: 'contact',
  pattern: /(?:[零〇○一二三四五六七八九幺][ \-－—]{0,2}){7,}/gu,
  replace: () => '***',
}
const plate: Rule = {
  kind: 'plate',
  pattern:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·•・\s-]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])/gu,
  replace: (match) => `${match.slice(0, 2)}*****`,
}

/** Numbers that lead to one person, most telling first. The text has half-width digits. */
export const NUMBER_RULES: readonly Rule[] = [
  eighteen,
  fifteen,
  account,
  longNumber,
  mobile,
  landline,
  contact,
  paper,
  mail,
  plate,
  spoken,
]

/** What an earlier redaction has left; it is settled as it stands, also with a digit or two written against it. */
export const ALREADY_MASKED =
  /(?<![0-9])(?:[0-9]{6,8}\*{5,8}[0-9]{3}[0-9Xx]|[0-9]{3}\*{4}[0-9]{4}|\*{4}[0-9]{4})(?![0-9])|\p{Script=Han}[A-Za-z]\*{5}|\*{3,}/gu

function maskEighteen(match: string): string {
  const code = match.replaceAll(/[^0-9Xx]/g, '')
  const birth = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`
  const isCitizen = parsePlainDate(birth) !== undefined && code.charAt(0) !== '9'
  if (!isCitizen && checkUscc(code).valid) return match
  return `${code.slice(0, 6)}********${code.slice(-4)}`
}

function maskLong(match: string): string {
  const code = match.replaceAll(/[^0-9]/g, '')
  return code.length === 18 && checkUscc(code).valid ? match : maskAccount(match)
}

/** First six and last four; a number that is too short for that is hidden wholly. */
export function maskIdNumber(match: string): string {
  const code = match.replaceAll(/[^0-9A-Za-z]/g, '')
  if (code.length < 15) return '***'
  return `${code.slice(0, 6)}${'*'.repeat(code.length === 15 ? 5 : 8)}${code.slice(-4)}`
}

function maskAccount(match: string): string {
  return `****${match.replaceAll(/[^0-9]/g, '').slice(-4)}`
}

/** A mobile keeps its first three and last four digits, any other number nothing. */
export function maskPhone(match: string): string {
  const number = match.replaceAll(/[^0-9]/g, '').slice(-11)
  return /^1[3-9][0-9]{9}$/.test(number) ? `${number.slice(0, 3)}****${number.slice(-4)}` : '***'
}
