import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice } from './law-office.ts'

export const REVIEW: RawFacts = {
  case: {
    contested: '行政处罚决定书（南青市监罚决〔2026〕1号）',
    'applied-on': '2026-05-20',
    claim: '请求撤销处罚决定',
  },
}
export const SUIT: RawFacts = {
  case: {
    contested: '行政处罚决定书（南青市监罚决〔2026〕1号）',
    court: '青石区人民法院',
    'court-number': '（2026）行初1号',
    'served-on': '2026-05-29',
    claim: '请求撤销处罚决定',
  },
}
export const DEFENCE = {
  'defence-text': '决定事实清楚、证据确凿、适用依据正确、程序合法。',
  'defence-materials': '询问笔录\n《食品安全法》第三十四条',
}
export const RESULT = {
  'result-number': '青政复决〔2026〕1号',
  'result-on': '2026-06-01',
  'result-text': '维持原决定',
}
export const JUDGMENT = {
  'judgment-number': '（2026）行初1号',
  'judgment-on': '2026-06-01',
  'judgment-text': '驳回原告的诉讼请求',
}

export function openReview(office: LawOffice, facts: RawFacts = REVIEW): LawOffice {
  done(office.open('admin-review', 'lin', facts))
  return office
}

export function notified(office: LawOffice, action = 'take-notice'): LawOffice {
  openReview(office)
  done(office.take('lin', action, { case: { 'notice-number': '青复答〔2026〕1号', 'notice-on': '2026-05-29' } }))
  return office
}

export function answered(office: LawOffice): LawOffice {
  done(notified(office).take('lin', 'answer', { case: DEFENCE }))
  office.agreeAll('zheng', 'wu')
  return office
}

export function openSuit(office: LawOffice, facts: RawFacts = SUIT): LawOffice {
  done(office.open('litigation', 'lin', facts))
  return office
}

export function defended(office: LawOffice): LawOffice {
  done(openSuit(office).take('lin', 'answer', { case: DEFENCE }))
  office.agreeAll('zheng', 'wu')
  return office
}

export function judged(office: LawOffice): LawOffice {
  done(defended(office).take('lin', 'judged-for-agency', { case: { judgment: '驳回诉讼请求', ...JUDGMENT } }))
  return office
}

/** Upheld, and told on the 1st of June; the fifteen days for a lawsuit run. */
export function upheld(office: LawOffice): LawOffice {
  done(answered(office).take('lin', 'decision-stands', { case: { result: '维持', ...RESULT } }))
  return office
}

export function judgedAgainst(office: LawOffice): LawOffice {
  done(defended(office).take('lin', 'judged-against-agency', { case: { alteration: '撤销', ...JUDGMENT } }))
  return office
}
