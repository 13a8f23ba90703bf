import { recusalOf } from './halting-roads.ts'
import { done, type LawOffice, type Who } from './law-office.ts'
import * as steps from './penalty-steps.ts'
import { asked } from './scenarios/child-scenarios.ts'

export const requestOf = (office: LawOffice, recused: readonly string[], more: Record<string, unknown> = {}) =>
  recusalOf(office, recused, { 'recusal-ground': '与本案有直接利害关系', ...more })

/** Somebody asked for a hearing before a penalty, which is called with this host. */
export function called(office: LawOffice, host: Who = 'zhu'): LawOffice {
  steps.callHearing(asked(office), { host: [host] })
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
