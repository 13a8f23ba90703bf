import { textProblem, tidy } from '../form/text-problems.ts'
import { checkCitizenId } from './citizen-id.ts'
import { checkUscc } from './uscc.ts'

/** A person, an organisation, or a sole trader (个体工商户), who has the code of a business and the name of a person. */
export type PartyKind = 'person' | 'organisation' | 'sole-trader'

export type PartyIdentity = {
  readonly kind: PartyKind
  readonly name: string
  /** USCC of an organisation or sole trader, identity number of a person; may be unknown. */
  readonly code?: string
  readonly phone?: string
  readonly address?: string
}

export type IdentityField = keyof PartyIdentity
export type IdentityProblem = { readonly field: IdentityField; readonly reason: string }

const MOBILE = /^1[3-9]\d{9}$/
/** Area code, number, extension: 0596-1234567-801; or a service number 400-…, 800-…. */
const LANDLINE = /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$/
const SERVICE = /^[48]00-?\d{3}-?\d{4}$/

/** What is wrong with the identity of a party, field by field; nothing when it may be registered. */
export function checkPartyIdentity(party: PartyIdentity): readonly IdentityProblem[] {
  const reasons: readonly (readonly [IdentityField, string | undefined])[] = [
    ['name', nameProblem(party.kind, party.name)],
    ['code', codeProblem(party.kind, party.code)],
    ['phone', phoneProblem(party.phone)],
    ['address', addressProblem(party.address)],
  ]
  return reasons.flatMap(([field, reason]) => (reason === undefined ? [] : [{ field, reason }]))
}

/** What is wrong with a party's name; undefined when it may stand. */
export function nameProblem(kind: PartyKind, raw: string): string | undefined {
  const name = tidy(raw)
  const title = kind === 'person' ? '姓名' : '名称'
  if (name === '') return `“${title}”没有填写`
  if (/^[\p{P}\p{S}\s\d]+$/u.test(name)) return `“${title}”应为真实${title}，不能只有符号或者数字`
  return textProblem(name, { title, maxLength: kind === 'person' ? 50 : 100, multiline: false })
}

/** What is wrong with a phone number, mobile or landline; undefined when it may stand or is not given. */
export function phoneProblem(raw: string | undefined): string | undefined {
  const phone = tidy(raw ?? '').replaceAll(' ', '')
  if (phone === '' || MOBILE.test(phone) || LANDLINE.test(phone) || SERVICE.test(phone)) return undefined
  if (/^1\d+$/.test(phone) && phone.length !== 11) return `手机号码应为 11 位，现为 ${phone.length} 位`
  return '“电话”应为手机号码（如 13800000000）或者带区号的固定电话（如 0591-83456789），用半角数字'
}

function codeProblem(kind: PartyKind, raw: string | undefined): string | undefined {
  if (raw === undefined || raw.trim() === '') return undefined
  const result = kind === 'person' ? checkCitizenId(raw) : checkUscc(raw)
  return result.valid ? undefined : result.reason
}

function addressProblem(raw: string | undefined): string | undefined {
  const address = tidy(raw ?? '')
  if (address === '') return undefined
  if ([...address].length < 4) return '“地址”过短，应写到路、门牌或者村、组，如 南屏市青石区长桥路 8 号'
  return textProblem(address, { title: '地址', maxLength: 200, multiline: false })
}
