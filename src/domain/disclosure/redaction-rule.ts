/** What is hidden, and by which rule; the desk lists each replacement with these words. */
export const REDACTION_KINDS = {
  name: '自然人姓名：留姓，名以“某”代替',
  'hidden-person': '未成年人、受害人、举报人、证人：全部隐去',
  'id-number': '身份证号：留前六位、后四位',
  phone: '手机号：留前三位、后四位；座机全部隐去',
  contact: '其他联系方式：全部隐去',
  account: '银行账号：留后四位',
  paper: '证件、驾驶证、档案编号：全部隐去',
  mail: '电子邮箱：全部隐去',
  plate: '车牌：留前两位',
  address: '住址：留到县（市、区）',
  'by-hand': '人工隐去',
} as const
export type RedactionKind = keyof typeof REDACTION_KINDS

/** `replace` gives what the public sees; the match itself when it stays, and then no later rule touches it. */
export type Rule = {
  readonly kind: RedactionKind | 'kept'
  /** Needs the flag `g`. */
  readonly pattern: RegExp
  readonly replace: (match: string) => string
}

/** What stands there already in hidden form, or must stay, is settled as it is. */
export function keep(pattern: RegExp): Rule {
  return { kind: 'kept', pattern, replace: (match) => match }
}
