import type { Party, PartyInput } from '#contract/parties.ts'

/** A party as it stands in the form: all text. */
export type PartyValues = Readonly<Record<keyof PartyInput, string>>

export const PARTY_TITLES: Readonly<Record<keyof PartyInput, string>> = {
  kind: '当事人种类',
  name: '名称或者姓名',
  code: '统一社会信用代码',
  idKind: '证件种类',
  idNumber: '证件号码',
  address: '住所或者住址',
  phone: '联系电话',
  legalRepresentative: '法定代表人、负责人或者经营者',
}

export const KIND_TITLES: Readonly<Record<Party['kind'], string>> = {
  organisation: '单位',
  'self-employed': '个体工商户',
  person: '自然人',
}

export const ID_KIND_TITLES: Readonly<Record<NonNullable<Party['idKind']>, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  other: '其他证件',
}

export const NEW_PARTY: PartyValues = {
  kind: 'organisation',
  name: '',
  code: '',
  idKind: '',
  idNumber: '',
  address: '',
  phone: '',
  legalRepresentative: '',
}

export function valuesOfParty(party: Party): PartyValues {
  const { kind, name, address, phone, legalRepresentative } = party
  return {
    kind,
    name,
    address,
    phone,
    legalRepresentative,
    code: party.code ?? '',
    idKind: party.idKind ?? '',
    idNumber: party.idNumber ?? '',
  }
}

/** The fields that a kind of party has, in their order on the form. */
export function fieldsOfKind(kind: string): readonly (keyof PartyInput)[] {
  const identity = ['idKind', 'idNumber'] as const
  if (kind === 'person') return ['name', ...identity, 'address', 'phone']
  return ['name', 'code', 'legalRepresentative', ...(kind === 'self-employed' ? identity : []), 'address', 'phone']
}

/** What is sent: blank numbers are null, and what the kind does not have is left blank. */
export function inputOfParty(values: PartyValues): PartyInput {
  const has = fieldsOfKind(values.kind)
  const text = (name: keyof PartyInput) => (has.includes(name) ? values[name].trim() : '')
  return {
    kind: values.kind as PartyInput['kind'],
    name: text('name'),
    code: text('code') || null,
    idKind: (text('idKind') || null) as PartyInput['idKind'],
    idNumber: text('idNumber') || null,
    address: text('address'),
    phone: text('phone'),
    legalRepresentative: text('legalRepresentative'),
  }
}
