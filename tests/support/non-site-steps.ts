import { done, type LawOffice } from './law-office.ts'
import { deliverAll, EVIDENCE } from './penalty-steps.ts'

export const RECORDED = {
  device: 'JK-0001',
  place: '青石区临河路南口',
  image: 'JK-0001-20260531.jpg',
  act: '货车没有密闭，沿途撒落渣土。',
}
export const TELL = {
  case: { query: '本局一楼窗口，或者拨打 000-00000000', 'statement-way': '收到之日起五日内，书面、口头、网上均可' },
}

export function recordedFacts(office: LawOffice, more: Record<string, unknown> = {}) {
  return { case: { ...RECORDED, 'captured-at': `${office.today}T01:00:00.000Z`, ...more } }
}

export function openNonSite(office: LawOffice): LawOffice {
  done(office.open('non-site', 'lin', recordedFacts(office)))
  return office
}

export function told(office: LawOffice): LawOffice {
  openNonSite(office)
  done(office.take('lin', 'add-record', {}, [EVIDENCE]))
  done(office.take('lin', 'tell', TELL))
  return office
}

export const toldAndDelivered = (office: LawOffice): LawOffice => {
  deliverAll(told(office))
  return office
}
