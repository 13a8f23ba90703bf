import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice } from './law-office.ts'
import * as steps from './penalty-steps.ts'

export const OTHER_AGENCY = '临江区市场监督管理局（虚构）'
export const SUPERIOR = '市市场监督管理局（虚构）'

/** An ordinary penalty at this stage about which two agencies dispute; nothing has been written down yet. */
export function openDispute(office: LawOffice, stage = 'investigation'): LawOffice {
  done(steps.reach(office, stage).take('lin', 'open-dispute'))
  return office
}

export function raised(on: string): RawFacts {
  return {
    case: {
      'other-agency': OTHER_AGENCY,
      'disputed-on': on,
      dispute: '当事人在两区各有一处仓库，对方认为应当由其查处。',
    },
  }
}

export function consult(office: LawOffice, stage?: string): LawOffice {
  done(openDispute(office, stage).take('lin', 'raise', raised(office.today)))
  return office
}

const TALKS = '双方电话协商，本案先由对方受理举报。'
export const AGREED = (on: string) => ({ consultation: TALKS, 'agreed-on': on })
export const DESIGNATED = (on: string) => ({
  superior: SUPERIOR,
  'designation-number': '指管〔2026〕1号',
  'designated-on': on,
})

export function reportUp(office: LawOffice, stage?: string): LawOffice {
  done(consult(office, stage).take('lin', 'report-up', { case: { consultation: '协商不成。', superior: SUPERIOR } }))
  office.agreeAll('wu')
  return office
}

export function designateElsewhere(office: LawOffice, stage?: string): LawOffice {
  reportUp(office, stage)
  const facts = { ...DESIGNATED(office.today), 'competent-agency': OTHER_AGENCY }
  done(office.take('lin', 'designated-elsewhere', { case: facts }))
  return office
}

export const referral = (receiver = OTHER_AGENCY): RawFacts => ({
  case: { receiver, 'refer-reason': '共同的上一级机关指定由对方管辖。' },
})
