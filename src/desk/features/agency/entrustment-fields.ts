import type { EntrustmentText } from '#contract/entrustments.ts'

export const TEXTS = ['organisation', 'uscc', 'representative', 'address', 'phone', 'basis', 'contractNumber'] as const
export const DAYS = ['signedOn', 'fromOn', 'untilOn'] as const

export const TITLES = {
  organisation: '受委托组织',
  uscc: '统一社会信用代码',
  representative: '负责人',
  address: '地址',
  phone: '电话',
  basis: '委托的依据',
  contractNumber: '委托书编号',
  items: '委托事项',
  powers: '权限',
  unitId: '由哪个机构办案',
  signedOn: '签订日期',
  fromOn: '期限的第一天',
  untilOn: '期限的最后一天',
  meetsConditions: '行政处罚法第二十一条的条件',
} as const
export const CHANGE_TITLES = { ...TITLES, ground: '变更的原因' } as const

export type Values = Record<(typeof TEXTS)[number] | (typeof DAYS)[number] | 'powers' | 'ground', string> & {
  readonly items: readonly string[]
  readonly unitId: string | null
  readonly meetsConditions: boolean
}

const HELP: Partial<Record<keyof typeof CHANGE_TITLES, string>> = {
  basis: '哪部法律、法规、规章的哪一条规定可以委托',
  powers: '可以作哪些处罚、到多少，哪些要报本机关决定',
  unitId: '这个机构的人员在期限以外、事项以外不能办案，也不能实施行政强制措施',
  contractNumber: '双方签字盖章的委托书或者合同的编号，登记在册后不能另用',
  ground: '写给以后看登记的人，门户不公布',
}
export const helpOf = (name: keyof typeof CHANGE_TITLES): string | undefined => HELP[name]

/** Of a text that stands, or of a new letter; that the conditions are met is looked at anew each time. */
export function firstValues(text: EntrustmentText | undefined, today: string): Values {
  const of = (name: (typeof TEXTS)[number] | (typeof DAYS)[number] | 'powers') => text?.[name] ?? ''
  return {
    organisation: of('organisation'),
    uscc: of('uscc'),
    representative: of('representative'),
    address: of('address'),
    phone: of('phone'),
    basis: of('basis'),
    contractNumber: of('contractNumber'),
    powers: of('powers'),
    signedOn: text?.signedOn ?? today,
    fromOn: text?.fromOn ?? today,
    untilOn: of('untilOn'),
    items: text?.items ?? [],
    unitId: text?.unitId ?? null,
    meetsConditions: false,
    ground: '',
  }
}
