import type { PartyInput } from '#contract/parties.ts'
import { citizenIdCheckDigit } from '#domain/party/citizen-id.ts'
import { organisationCheckDigit, usccCheckDigit } from '#domain/party/uscc.ts'

const WORDS = [
  '和顺',
  '兴和',
  '百味',
  '祥云',
  '顺达',
  '永康',
  '广源',
  '鸿运',
  '金穗',
  '长青',
  '同心',
  '新悦',
  '德馨',
  '瑞丰',
  '聚源',
]
const TRADES = [
  ['小吃店', '92'],
  ['便利店', '92'],
  ['水果店', '92'],
  ['理发店', '92'],
  ['餐饮管理有限公司', '91'],
  ['建筑装饰有限公司', '91'],
] as const
const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈']
const STREETS = ['石桥街道临河路', '云岭街道筑业路', '云岭街道安康路', '石桥街道青石路']

/** 子虚乌有: nobody is called so. */
const NOBODIES = ['子虚', '乌有', '亡是']

/** Businesses of the year: each a word, a trade and a code of the region that exists nowhere. */
const BUSINESSES: readonly PartyInput[] = WORDS.flatMap((word, row) =>
  TRADES.map(([trade, prefix], column) => {
    const serial = row * TRADES.length + column + 1
    return {
      kind: prefix === '92' ? 'self-employed' : 'organisation',
      name: prefix === '92' ? `南屏市青石区${word}${trade}（虚构）` : `南屏${word}${trade}（虚构）`,
      code: codeOf(prefix, serial),
      idKind: null,
      idNumber: null,
      address: `南屏市青石区${STREETS[serial % STREETS.length]}${serial}号`,
      phone: `0000-2${String(serial).padStart(6, '0')}`,
      legalRepresentative: `${SURNAMES[serial % SURNAMES.length]}某`,
    }
  }),
)

/** Persons of the year, all of age, with numbers of the same region. */
const PERSONS: readonly PartyInput[] = SURNAMES.flatMap((surname, row) =>
  NOBODIES.map((given, column) => {
    const serial = row * NOBODIES.length + column + 1
    return {
      kind: 'person',
      name: `${surname}${given}`,
      code: null,
      idKind: 'resident-id',
      idNumber: idOf(serial),
      address: `南屏市青石区${STREETS[serial % STREETS.length]}${serial + 200}号`,
      phone: `0000-3${String(serial).padStart(6, '0')}`,
      legalRepresentative: '',
    }
  }),
)

export const YEAR_PARTIES: readonly PartyInput[] = [...BUSINESSES, ...PERSONS]

function idOf(serial: number): string {
  const month = String((serial % 12) + 1).padStart(2, '0')
  const first17 = `990102${1960 + serial}${month}15${String(800 + serial)}`
  return first17 + citizenIdCheckDigit(first17)
}

function codeOf(prefix: string, serial: number): string {
  const first8 = `MAYR${String(serial).padStart(4, '0')}`
  const first17 = `${prefix}990102${first8}${organisationCheckDigit(first8)}`
  return first17 + usccCheckDigit(first17)
}
