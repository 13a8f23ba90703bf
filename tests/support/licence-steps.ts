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

export function apply(office: LawOffice): void {
  done(office.open('licence', 'chuang', APPLICATION))
}

export function askSupplement(office: LawOffice) {
  return office.take('chuang', 'ask-supplement', { case: { missing: '设备清单' } })
}

export function supply(office: LawOffice): void {
  done(office.take('chuang', 'supply', { case: { supplied: '设备清单' } }))
}

export const EXAMINATION = { checkers: ['lin', 'zhou'], finding: '符合条件' }

export function toDecision(office: LawOffice): void {
  apply(office)
  done(office.take('chuang', 'accept'))
  deliverAll(office)
  done(office.take('lin', 'examine', { case: EXAMINATION }))
  done(office.agree('zheng'))
}

export function grant(office: LawOffice): void {
  done(office.take('lin', 'grant', { case: { conditions: '餐饮服务经营者' } }))
  done(office.agree('wu'))
}

export function refuse(office: LawOffice): void {
  done(office.take('lin', 'refuse', { case: { 'refusal-reason': '场所不符合卫生要求' } }))
  done(office.agree('wu'))
}

export function reject(office: LawOffice): void {
  done(office.take('chuang', 'reject', { case: { 'rejection-reason': '不属于本机关职权' } }))
}

export function issueLicence(office: LawOffice) {
  return office.take('chuang', 'issue', { case: { 'licence-number': '许 2026-1' } })
}
