import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Evidence } from '#domain/case/state.ts'
import type { Monitor } from '#domain/monitoring/device-approval.ts'
import { done, type LawOffice } from './law-office.ts'
import { deliverAll, EVIDENCE } from './penalty-steps.ts'

export const RECORDED = {
  device: 'JK-0001',
  place: '青石区临河路南口',
  image: 'JK-0001-20260531.jpg',
  act: '货车没有密闭，沿途撒落渣土。',
}
/** Examined and made public since the beginning of the year. */
export const MONITOR: Monitor = {
  code: RECORDED.device,
  untilOn: null,
  approvals: [
    {
      id: 'approval-1',
      place: RECORDED.place,
      publishedOn: plainDate('2026-01-01'),
      fromOn: plainDate('2026-01-01'),
      untilOn: null,
    },
  ],
}

/** The record of the device that the case is about, reviewed and passed. */
export function reviewed({ today }: LawOffice, more: Partial<Evidence['monitored']> = {}): Evidence {
  const monitored = { recording: 'rec-1', device: RECORDED.device, capturedAt: `${today}T01:00:20.000Z`, ...more }
  return { ...EVIDENCE, id: 'ev-monitored', kind: '电子数据', title: '监控照片', monitored }
}

export const TELL = {
  case: { query: '本局一楼窗口，或者拨打 000-00000000', 'statement-way': '收到之日起五日内，书面、口头、网上均可' },
}

export function recordedFacts(office: LawOffice, more: Record<string, unknown> = {}) {
  return { case: { ...RECORDED, 'captured-at': `${office.today}T01:00:00.000Z`, ...more } }
}

export function openNonSite(office: LawOffice): LawOffice {
  office.monitors = [MONITOR]
  done(office.open('non-site', 'lin', recordedFacts(office)))
  return office
}

export function told(office: LawOffice): LawOffice {
  openNonSite(office)
  done(office.take('lin', 'add-record', {}, [reviewed(office)]))
  done(office.take('lin', 'tell', TELL))
  return office
}

export const toldAndDelivered = (office: LawOffice): LawOffice => {
  deliverAll(told(office))
  return office
}
