/** What a valid code says; `kind` and `issuer` are undefined for prefixes the standard leaves to others. */
export type UsccResult =
  | {
      readonly valid: true
      readonly code: string
      readonly issuer: string | undefined
      readonly kind: string | undefined
      readonly regionCode: string
      readonly organisationCode: string
      readonly isAgency: boolean
    }
  | { readonly valid: false; readonly reason: string }

/** GB 32100—2015: 31 characters without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** GB 11714: eight characters 0–9, A–Z and their check digit. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const ISSUERS: Readonly<Record<string, string>> = {
  1: '机构编制',
  5: '民政',
  9: '市场监督管理',
  N: '农业农村',
  Y: '其他',
}
const KINDS: Readonly<Record<string, string>> = {
  11: '机关',
  12: '事业单位',
  13: '群众团体',
  51: '社会团体',
  52: '民办非企业单位',
  53: '基金会',
  91: '企业',
  92: '个体工商户',
  93: '农民专业合作社',
}

/**
 * Checks a unified social credit code (统一社会信用代码 GB 32100—2015, with the organisation code GB 11714 in digits 9–17).
 * The reason names the digit that is wrong and what would be right; lower case and outer blanks are forgiven.
 */
export function checkUscc(text: string): UsccResult {
  const code = text.trim().toUpperCase()
  const reason = wrongShape(code) ?? wrongCheckDigits(code)
  if (reason !== undefined) return { valid: false, reason }
  const prefix = code.slice(0, 2)
  return {
    valid: true,
    code,
    issuer: ISSUERS[code.charAt(0)],
    kind: KINDS[prefix],
    regionCode: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
    isAgency: prefix === '11',
  }
}

/** Checks the code of an enforcement agency (行政执法主体): a valid code that begins with 11. */
export function checkAgencyCode(text: string): UsccResult {
  const result = checkUscc(text)
  if (!result.valid || result.isAgency) return result
  return { valid: false, reason: `机关的统一社会信用代码前两位应为 11，现为 ${result.code.slice(0, 2)}` }
}

/** The check digit of the first 17 digits: 31 − Σ mod 31. */
export function usccCheckDigit(first17: string): string {
  return ALPHABET.charAt((31 - (weighted(first17, ALPHABET, WEIGHTS) % 31)) % 31)
}

/** The check digit of an organisation code's first 8 digits: 11 − Σ mod 11, 10 written X, 11 written 0. */
export function organisationCheckDigit(first8: string): string {
  const digit = 11 - (weighted(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11)
  if (digit === 10) return 'X'
  return digit === 11 ? '0' : String(digit)
}

function wrongShape(code: string): string | undefined {
  const characters = [...code]
  if (characters.length !== 18) return `统一社会信用代码应为 18 位，现为 ${characters.length} 位`
  for (const [index, character] of characters.entries()) {
    if (!ALPHABET.includes(character)) {
      return `第 ${index + 1} 位“${character}”不对：应为数字或者大写字母，且不用 I、O、S、V、Z`
    }
  }
  const region = /^..(\d{6})/.exec(code)
  return region === null ? `第 3 至 8 位“${code.slice(2, 8)}”不对：应为 6 位数字的行政区划代码` : undefined
}

function wrongCheckDigits(code: string): string | undefined {
  // The whole-code digit covers everything, so it speaks first; the inner one finds what it lets through.
  const expected = usccCheckDigit(code.slice(0, 17))
  if (code.charAt(17) !== expected) return `第 18 位校验码应为 ${expected}，现为 ${code.charAt(17)}；或者前 17 位中有误`
  const inner = organisationCheckDigit(code.slice(8, 16))
  if (code.charAt(16) === inner) return undefined
  return `第 17 位（组织机构代码校验码）应为 ${inner}，现为 ${code.charAt(16)}；或者第 9 至 16 位中有误`
}

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0)
}
