import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice } from './law-office.ts'
import { deliverAll } from './penalty-steps.ts'

export const APPLICATION: RawFacts = {
  case: {
    item: '食品经营许可',
    'licence-basis': '《食品安全法》第三十五条第一款',
    application: '申请在青石区某路 1 号从事餐饮服务',
    materials: '申请书\n场所平面图',
  },
}

export function apply(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  done(office.open('licence', 'chuang', { case: { ...APPLICATION.case, ...more } }))
  return office
}

export function askSupplement(office: LawOffice) {
  return office.take('chuang', 'ask-supplement', { case: { missing: '设备清单' } })
}

export function supply(office: LawOffice): void {
  done(office.take('chuang', 'supply', { case: { supplied: '设备清单' } }))
}

export function accepted(office: LawOffice, manner = ''): LawOffice {
  apply(office)
  done(office.take('chuang', 'accept', manner === '' ? {} : { case: { manner } }))
  deliverAll(office)
  return office
}

export const EXAMINATION = {
  finding: '符合条件',
  'needs-verification': false,
  'affects-others': false,
  'needs-review': false,
}
export const CHECK = { checkers: ['lin', 'zhou'], 'checked-place': '申请的经营场所', 'checked-facts': '与图纸一致' }

export function verify(office: LawOffice, more: Record<string, unknown> = {}) {
  return office.take('lin', 'verify', {
    case: { ...CHECK, 'checked-at': `${office.today}T01:00:00.000Z`, ...more },
  })
}

export function examine(office: LawOffice, more: Record<string, unknown> = {}) {
  return office.take('lin', 'examine', { case: { ...EXAMINATION, ...more } })
}

export function toDecision(office: LawOffice, manner = '', more: Record<string, unknown> = {}): LawOffice {
  accepted(office, manner)
  done(examine(office, more))
  done(office.agree('zheng'))
  return office
}

export const GRANT = { conditions: '餐饮服务经营者' }

export function grant(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  done(office.take('lin', 'grant', { case: { ...GRANT, ...more } }))
  done(office.agree('wu'))
  return office
}

export function refuse(office: LawOffice): void {
  done(office.take('lin', 'refuse', { case: { 'refusal-reason': '场所不符合卫生要求' } }))
  done(office.agree('wu'))
}

export function reject(office: LawOffice): void {
  const facts = { 'rejection-reason': '不属于本机关职权', 'right-agency': '青石区卫生健康局' }
  done(office.take('chuang', 'reject', { case: facts }))
}

export function issueLicence(office: LawOffice, action = 'issue', more: Record<string, unknown> = {}) {
  return office.take('chuang', action, { case: { 'licence-number': '许 2026-1', ...more } })
}

export const OTHERS = { 'interested-parties': '邻居甲，青石区某路 2 号', interest: '相邻通行和排烟' }

/** The others are told of their right to a hearing, and so is the applicant; the letter is not delivered yet. */
export function tellOthers(office: LawOffice): LawOffice {
  done(office.take('lin', 'tell-others', { case: OTHERS }))
  return office
}

export function recordTold(office: LawOffice, more: Record<string, unknown> = {}) {
  return office.take('lin', 'record-told', { case: { 'interested-told-on': office.today, ...more } })
}

/** Everybody was told and has it. */
export function told(office: LawOffice): LawOffice {
  tellOthers(accepted(office))
  deliverAll(office)
  done(recordTold(office))
  return office
}

export function askHearing(office: LawOffice, askedOn: string = office.today) {
  const facts = { 'hearing-applicant': '邻居甲', 'hearing-asked-on': askedOn, 'hearing-request': '担心排烟影响居住' }
  return office.take('lin', 'request-hearing', { case: facts })
}

export const LATE_REQUEST = {
  'hearing-applicant': '邻居甲',
  'hearing-asked-on': '2026-06-09',
  'hearing-refusal-ground': '超过五个工作日才要求听证',
  'hearing-refusal-reason': '告知书于 2026 年 6 月 1 日收到，期限到 6 月 8 日',
}

export function refuseHearing(office: LawOffice, more: Record<string, unknown> = {}) {
  return office.take('lin', 'refuse-hearing', { case: { ...LATE_REQUEST, ...more } })
}
