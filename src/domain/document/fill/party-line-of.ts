import type { Party } from '../../case/state.ts'

/** A party in a sentence: 某某公司，统一社会信用代码……，法定代表人……，住所地……。 */
export function partyLineOf(party: Party): string {
  const { name, code, idNumber, legalRepresentative, address, phone } = party
  const head = party.kind === 'organisation' ? '法定代表人' : '经营者'
  const parts = [
    name,
    code && `统一社会信用代码${code}`,
    idNumber && `公民身份号码${idNumber}`,
    legalRepresentative && `${head}${legalRepresentative}`,
    address && `住所地${address}`,
    phone && `联系电话${phone}`,
  ]
  return `${parts.filter(Boolean).join('，')}。`
}
