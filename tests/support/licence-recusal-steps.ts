import { MAIN_RUN } from '#domain/case/state.ts'
import { recusalOf } from './halting-roads.ts'
import { done, type LawOffice, type Who } from './law-office.ts'
import * as licence from './licence-steps.ts'
import * as steps from './penalty-steps.ts'

const ASKED = { 'applicant-part': '申请人', 'recusal-ground': '与许可事项有直接利害关系' }

export const requestOf = (office: LawOffice, recused: readonly string[], more: Record<string, unknown> = {}) =>
  recusalOf(office, recused, { ...ASKED, ...more })

/** Opened where the licence stands now: in the examination or before the decision. */
export function opened(office: LawOffice): LawOffice {
  done(office.take('lin', 'open-recusal'))
  return office
}

export function asked(office: LawOffice, recused: Who): LawOffice {
  done(opened(office).take('lin', 'request', requestOf(office, [recused])))
  return office
}

/** An act of the case itself while somebody waits for a decision about the head of the unit; granting and refusing have the same names there. */
export function whileAsked(office: LawOffice, action: string, facts: Record<string, unknown>) {
  asked(office, 'zheng')
  return office.do('lin', { type: 'take', run: MAIN_RUN, action, facts: { case: facts }, evidence: [] })
}

/** Somebody asked for a hearing, which is called with this host. */
export function called(office: LawOffice, host: Who = 'zhu'): LawOffice {
  done(licence.askHearing(licence.told(office)))
  steps.callHearing(office, { host: [host] })
  return office
}

export function hostOpened(office: LawOffice, host: Who = 'zhu'): LawOffice {
  done(called(office, host).take('lin', 'open-host-recusal'))
  return office
}

export function hostAsked(office: LawOffice, host: Who = 'zhu'): LawOffice {
  done(hostOpened(office, host).take('lin', 'request', requestOf(office, [host])))
  return office
}
