import type { Visit } from '#domain/case/environment.ts'
import { INSPECTION_SOURCES } from '#domain/case/gates/inspection.ts'
import { done, type LawOffice } from './law-office.ts'
import { deliverAll } from './penalty-steps.ts'

export const TASK = {
  'inspection-kind': '日常检查',
  source: INSPECTION_SOURCES.plan,
  'task-basis': '2026年度行政检查计划',
  item: '食品经营场所食品安全检查',
  'item-basis': '《食品安全法》第一百一十条第一项',
  mode: '现场检查',
  joint: false,
}

export function openInspection(office: LawOffice, more: Record<string, unknown> = {}): LawOffice {
  done(office.open('inspection', 'lin', { case: { ...TASK, ...more } }))
  return office
}

export function planned(office: LawOffice, more: Record<string, unknown> = {}) {
  const facts = {
    'planned-on': office.today,
    'approved-officers': ['lin', 'zhou'],
    'plan-content': '查看食品标签、保质期和进货查验记录',
    'item-published': true,
  }
  return { case: { ...facts, ...more } }
}

export function onSite(office: LawOffice, more: Record<string, unknown> = {}) {
  const facts = {
    officers: ['lin', 'zhou'],
    'certificate-shown': true,
    'rights-explained': true,
    'discipline-told': true,
    'helpers-led': true,
    'began-at': `${office.today}T01:00:00.000Z`,
    'ended-at': `${office.today}T02:00:00.000Z`,
    place: '青石区某路 1 号',
    checklist: '食品标签：符合\n保质期：符合\n进货查验记录：不符合，缺三月的记录',
    scene: '货架整齐，未见过期食品。',
    'inspectee-words': '没有意见',
    signed: '被检查人和检查人员已签名',
  }
  return { case: { ...facts, ...more } }
}

/** Somebody is asked, or a place is measured, in the course of an inspection. */
export const WRITTEN_DOWN = {
  inquire: {
    'inquiry-place': '青石区某路 1 号',
    'inquired-person': '赵某',
    'inquiry-text': '问：台账在哪里？\n答：在柜里。',
  },
  survey: {
    'survey-place': '青石区某路 1 号后院',
    'survey-invited': '见证人钱某',
    'survey-text': '后院长十二米、宽六米，堆放纸箱三十只。',
    'survey-plan': '现场图一张',
  },
} as const

export function writeDown(office: LawOffice, step: keyof typeof WRITTEN_DOWN, more: Record<string, unknown> = {}) {
  const facts = {
    officers: ['lin', 'zhou'],
    'certificate-shown': true,
    'began-at': `${office.today}T01:00:00.000Z`,
    'ended-at': `${office.today}T02:00:00.000Z`,
  }
  return office.take('lin', step, { case: { ...facts, ...WRITTEN_DOWN[step], ...more } })
}

export function approved(office: LawOffice): LawOffice {
  openInspection(office)
  done(office.take('lin', 'ask', planned(office)))
  office.agreeAll('wu')
  return office
}

export function noticed(office: LawOffice): LawOffice {
  approved(office)
  done(office.take('lin', 'notify'))
  deliverAll(office)
  return office
}

export function inspected(office: LawOffice): LawOffice {
  noticed(office)
  done(office.take('lin', 'inspect', onSite(office)))
  return office
}

export function correction(more: Record<string, unknown> = {}) {
  const facts = {
    problems: '缺三月的进货查验记录',
    'result-words': '一项不符合',
    requirement: '补齐记录，建立台账',
    'correct-by': '2026-06-15',
    'review-on': '2026-06-20',
    consequence: '逾期不改正的，依法立案查处',
  }
  return { case: { ...facts, ...more } }
}

export function orderCorrection(office: LawOffice): LawOffice {
  done(office.take('lin', 'order-correction', correction()))
  office.agreeAll('zheng')
  return office
}

export const corrected = (office: LawOffice): LawOffice => orderCorrection(inspected(office))

export const deliver = (office: LawOffice): void => deliverAll(office)

export const REVIEW = { 'review-officers': ['lin', 'zhou'], 'review-result': '记录已经补齐' }

/** So many earlier visits that found nothing, one a month before June. */
export function visits(count: number, more: Partial<Visit> = {}): readonly Visit[] {
  return Array.from({ length: count }, (_, index) => ({
    party: 'party-1',
    on: `2026-0${5 - index}-10`,
    source: INSPECTION_SOURCES.plan,
    officers: ['lin', 'zhou'],
    foundNothing: true,
    ...more,
  }))
}
