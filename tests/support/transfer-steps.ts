import { done, type LawOffice } from './law-office.ts'
import { fileCase } from './penalty-steps.ts'

export const TEAM = { case: { team: ['lin', 'zhou'], 'team-task': '核实销售金额和货值' } }
export const REPORT = {
  case: { charge: '销售伪劣产品罪', 'case-report': '销售金额达到追诉标准', 'transfer-reason': '涉嫌犯罪，应当移送' },
}

export function beginTransfer(office: LawOffice): LawOffice {
  fileCase(office)
  done(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '货值较大，涉嫌犯罪' } }))
  return office
}

/** The case waits for the head: the team has verified and reported. */
export function proposeTransfer(office: LawOffice): LawOffice {
  return reportTransfer(beginTransfer(office))
}

export function reportTransfer(office: LawOffice): LawOffice {
  done(office.take('zheng', 'form-team', TEAM))
  done(office.take('lin', 'report', REPORT))
  return office
}

export const OPINION = { case: { 'head-opinion': '涉嫌犯罪，同意移送' } }
export const REFUSAL = { case: { 'head-opinion': '不同意移送', 'decline-reason': '没有达到追诉标准' } }
export const MATERIALS = '案件情况的调查报告\n涉案物品清单\n检验报告'

export function approve(office: LawOffice): LawOffice {
  done(office.take('wu', 'approve', OPINION))
  return office
}

export const sending = (office: LawOffice) => ({
  case: { police: '青石区公安分局', 'sent-on': office.today, materials: MATERIALS },
})

export function sendToPolice(office: LawOffice): LawOffice {
  done(approve(office).take('lin', 'send', sending(office)))
  return office
}

export const answer = (office: LawOffice, words: string, on: string = office.today) => ({
  case: { 'police-reply': words, 'reply-on': on },
})

export function policeFile(office: LawOffice): LawOffice {
  done(office.take('lin', 'police-file', answer(office, '决定立案侦查')))
  return office
}

export function policeDecline(office: LawOffice): LawOffice {
  done(office.take('lin', 'police-decline', answer(office, '没有犯罪事实，不予立案')))
  return office
}

/** Nobody objects to what the police have decided. */
export function acceptDecline(office: LawOffice): LawOffice {
  done(office.take('lin', 'accept-decline', { case: { 'acceptance-reason': '理由成立' } }))
  office.agreeAll('wu')
  return office
}

export function handOver(office: LawOffice): LawOffice {
  done(office.take('lin', 'hand-over', { case: { 'handed-over': '卷宗一册、酱油六瓶' } }))
  return office
}

export const RESULT = { case: { result: '检察机关决定不起诉' } }
