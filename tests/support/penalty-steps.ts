import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice } from './law-office.ts'

const ID = 'violation-1'
export const OPENING: RawFacts = {
  case: {
    source: '行政检查',
    'found-on': '2026-05-28',
    clue: '检查发现货架有超过保质期的调味品',
    place: '青石区某路 1 号',
  },
}
export const FILING: RawFacts = {
  case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' },
  violation: { [ID]: { 'act-ended-on': '2026-05-28' } },
}
export const NOTICE: RawFacts = {
  case: { 'facts-found': '当事人经营超过保质期的调味品 6 瓶。' },
  violation: { [ID]: { fine: '5000', warning: true } },
}
export const DELIVERED: RawFacts = {
  case: { method: '直接送达', 'received-by': '赵某', 'delivery-place': '当事人住所', 'delivered-by': ['lin', 'zhou'] },
}
const TALK = { officers: ['lin', 'zhou'], 'certificate-shown': true }

export function deliverAll(office: LawOffice): void {
  for (const run of office.case.runs.filter((item) => item.procedure === 'delivery' && !item.endedOn)) {
    const facts = { case: { ...DELIVERED.case, 'received-on': office.today } }
    done(office.do('lin', { type: 'take', run: run.id, action: 'deliver', facts, evidence: [] }))
  }
}

export function fileCase(office: LawOffice): void {
  done(office.open('penalty-ordinary', 'lin', OPENING))
  done(office.take('lin', 'file', FILING))
  done(office.agree('zheng'))
  done(office.agree('wu'))
}

export function investigate(office: LawOffice, more: Record<string, unknown> = {}): void {
  const at = `${office.today}T01:00:00.000Z`
  const facts = {
    ...TALK,
    'began-at': at,
    'ended-at': `${office.today}T02:00:00.000Z`,
    'inquiry-place': '本局询问室',
    'inquired-person': '赵某',
    'inquiry-text': '问：……\n答：……',
  }
  done(office.take('lin', 'inquire', { case: facts }))
  done(office.take('lin', 'add-evidence', {}, [{ id: 'ev-1', kind: '书证', title: '进货台账', source: '当事人提供' }]))
  const report = {
    'facts-found': '当事人经营超过保质期的调味品 6 瓶。',
    'is-complicated': false,
    'is-major': false,
    'public-interest': false,
    'is-complex': false,
    'other-review-ground': false,
    proposal: '给予行政处罚',
    'proposal-reason': '事实清楚，证据充分',
    ...more,
  }
  done(office.take('lin', 'report', { case: report }))
  done(office.agree('zheng'))
}

export function notify(office: LawOffice, notice: RawFacts = NOTICE): void {
  done(office.take('lin', 'issue-notice', notice))
  done(office.agree('zheng'))
  done(office.agree('wu'))
  deliverAll(office)
}

export function waive(office: LawOffice): void {
  const facts = { 'waives-statement': true, 'waives-hearing': true, 'waiver-medium': '书面' }
  done(office.take('lin', 'hear-party', { party: { 'party-1': facts } }))
}

export function reconsider(office: LawOffice): void {
  done(office.take('lin', 'reconsider', { party: { 'party-1': { heard: '当事人明确放弃陈述、申辩。' } } }))
  done(office.agree('zheng'))
}

export function draft(office: LawOffice, more: RawFacts = {}): void {
  const facts = { 'decision-reasons': '违法事实清楚，裁量适当。', correction: '立即停止经营超过保质期的食品' }
  done(office.take('lin', 'draft', { ...more, case: { ...facts, ...more.case } }))
}

export function review(office: LawOffice): void {
  done(office.take('lin', 'submit-review'))
  done(office.take('shen', 'pass', { case: SEVEN_POINTS }))
}

export const SEVEN_POINTS = Object.fromEntries([
  ...['subject', 'procedure', 'facts', 'law', 'power', 'documents', 'crime'].flatMap((point) => [
    [`${point}-verdict`, '没有问题'],
    [`${point}-reason`, '经核对，符合规定。'],
  ]),
  ['overall', '同意'],
])

export function decidePenalty(office: LawOffice): void {
  done(office.take('lin', 'go-to-decision'))
  done(office.take('lin', 'decide'))
  done(office.agree('wu'))
}

export function finish(office: LawOffice): void {
  deliverAll(office)
  done(office.take('lin', 'begin-performance'))
  const paid = { paid: '5000', 'paid-on': office.today, 'receipt-number': 'P-1', 'is-performed': true }
  done(office.take('lin', 'record-performance', { party: { 'party-1': paid } }))
  done(office.take('lin', 'close', { case: { 'closure-note': '已经履行完毕' } }))
  done(office.agree('zheng'))
  done(office.agree('wu'))
  done(office.take('lin', 'make-dossier', { case: { retention: '30年' } }))
}
