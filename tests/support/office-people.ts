import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Person, Post } from '#domain/case/environment.ts'
import type { Party, Violation } from '#domain/case/state.ts'
import type { Role } from '#domain/procedure/definition.ts'

export const AGENCY = 'agency-market'
export const UNIT = 'unit-handling'

function person(id: string, name: string, roles: readonly Role[], more: Partial<Person> = {}): Person {
  const posts = roles.map<Post>((role) => ({ role, unit: UNIT, isPrincipal: role === 'agency-head' }))
  const certificate = {
    kind: 'enforcement',
    number: `CERT-${id}`,
    validFromOn: plainDate('2024-01-01'),
    validUntilOn: plainDate('2028-12-31'),
    state: 'valid',
  } as const
  return {
    id,
    name,
    agency: AGENCY,
    employment: 'staff',
    hasLawLicence: true,
    posts,
    certificates: [certificate],
    ...more,
  }
}

/** An invented office with one person for each role. */
export const PEOPLE = {
  lin: person('lin', '林一', ['handler']),
  zhou: person('zhou', '周二', ['handler']),
  expired: person('expired', '钱过期', ['handler'], {
    certificates: [
      {
        kind: 'enforcement',
        number: 'CERT-old',
        validFromOn: plainDate('2019-01-01'),
        validUntilOn: plainDate('2023-12-31'),
        state: 'valid',
      },
    ],
  }),
  zheng: person('zheng', '郑三', ['unit-head']),
  shen: person('shen', '沈五', ['reviewer']),
  xin: person('xin', '辛九', ['reviewer'], { hasLawLicence: false, certificates: [] }),
  duo: person('duo', '多十', ['handler', 'reviewer', 'host', 'unit-head']),
  wu: person('wu', '吴四', ['agency-head', 'panel']),
  deputy: person('deputy', '邓副', ['agency-head'], {
    posts: [{ role: 'agency-head', unit: UNIT, isPrincipal: false }],
  }),
  fu: person('fu', '傅六', ['panel']),
  zhu: person('zhu', '祝七', ['host']),
  chuang: person('chuang', '庄八', ['clerk']),
  yuan: person('yuan', '袁窗', ['clerk']),
  ku: person('ku', '库管', ['storekeeper'], { certificates: [] }),
  other: person('other', '任外', ['handler', 'unit-head', 'agency-head', 'reviewer', 'host'], {
    agency: 'agency-elsewhere',
  }),
} as const
export type Who = keyof typeof PEOPLE

export const COMPANY: Party = {
  id: 'party-1',
  kind: 'organisation',
  name: '青石味来餐饮管理有限公司',
  code: '91990102MA00000001',
  address: '青石区某路 1 号',
  phone: '000-00000000',
  legalRepresentative: '赵某',
}
export const VIOLATION: Violation = {
  id: 'violation-1',
  party: 'party-1',
  cause: '经营超过保质期的食品',
  basisViolated: '《食品安全法》第三十四条',
  basisPenalty: '《食品安全法》第一百二十四条',
  rangeText: '',
}
