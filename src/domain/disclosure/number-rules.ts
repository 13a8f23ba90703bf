import { parsePlainDate } from '../calendar/plain-date.ts'
import { checkUscc } from '../party/uscc.ts'
import type { Rule } from './replace-in-parts.ts'

const GAP = '[ \\-－—]?'
const digits = (count: string) => `(?:[0-9]${GAP}){${count}}`
const alone = (body: string) => new RegExp(`(?<![0-9])${body}(?![0-9])`, 'gu')

/** Eighteen characters are a citizen's when their middle is a date; a business code with a right check digit stays. */
const eighteen: Rule = { pattern: alone(`[1-9]${GAP}${digits('16')}[0-9Xx]`), replace: maskEighteen }
const fifteen: Rule = {
  pattern: alone('[1-8][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}'),
  replace: (match) => `${match.slice(0, 6)}*****${match.slice(-4)}`,
}

const named = (words: string, value: string) => new RegExp(`(?<=(?:${words})[^0-9A-Za-z，。；\\n]{0,8})${value}`, 'gu')
const account: Rule = {
  pattern: named('账号|帐号|账户|帐户|卡号|银行卡|存折', '[0-9][0-9 \\-]{5,}[0-9]'),
  replace: maskAccount,
}
const contact: Rule = {
  pattern: named('电话|手机|传真|微信|QQ|联系方式', '[A-Za-z0-9_][A-Za-z0-9_\\-]{4,}'),
  replace: () => '***',
}
const paper: Rule = {
  pattern: named('护照|通行证|军官证|士兵证|驾驶证|社保卡|居住证|证件号', '[A-Za-z0-9（）()]{6,}'),
  replace: () => '***',
}
const longNumber: Rule = { pattern: alone(`${digits('15,')}[0-9]`), replace: maskLong }
const mobile: Rule = {
  pattern: alone(`(?:\\+?86${GAP}|0)?1[3-9][0-9]${GAP}${digits('7')}[0-9]`),
  replace: maskMobile,
}
const landline: Rule = { pattern: alone('0[0-9]{2,3}[ \\-－—]?[2-9][0-9]{6,7}'), replace: () => '***' }
const mail: Rule = { pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, replace: () => '***' }
const plate: Rule = {
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
]

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

function maskAccount(match: string): string {
  return `****${match.replaceAll(/[^0-9]/g, '').slice(-4)}`
}

function maskMobile(match: string): string {
  const number = match.replaceAll(/[^0-9]/g, '').slice(-11)
  return `${number.slice(0, 3)}****${number.slice(-4)}`
}
