import { done, type LawOffice } from './law-office.ts'
import { fileCase } from './penalty-steps.ts'

export function proposeTransfer(office: LawOffice): LawOffice {
  fileCase(office)
  done(office.take('lin', 'propose-transfer', { case: { 'crime-reason': '货值较大，涉嫌犯罪' } }))
  return office
}

export const OPINION = { case: { 'head-opinion': '涉嫌犯罪，同意移送' } }

export function sendToPolice(office: LawOffice): LawOffice {
  done(office.take('wu', 'approve', OPINION))
  done(office.take('lin', 'send', { case: { police: '青石区公安分局', 'sent-on': office.today } }))
  return office
}

export function policeFile(office: LawOffice): LawOffice {
  done(office.take('lin', 'police-file', { case: { 'police-reply': '决定立案侦查' } }))
  return office
}

export const RESULT = { case: { result: '检察机关决定不起诉' } }
