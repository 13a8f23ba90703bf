import { done, type LawOffice } from '../law-office.ts'
import * as licence from '../licence-steps.ts'
import * as steps from '../penalty-steps.ts'
import type { Rows } from './scenario.ts'

/** Somebody who was told has asked for a hearing. */
export const asked = (office: LawOffice): LawOffice => {
  done(licence.askHearing(licence.told(office)))
  return office
}
const called = (office: LawOffice): LawOffice => {
  steps.callHearing(asked(office))
  return office
}
const late = (office: LawOffice): LawOffice => {
  called(office).on('2026-06-11')
  steps.deliverAll(office)
  return office.on('2026-06-12')
}
const GIVEN_UP = { case: { 'given-up': '申请听证的人无故不到' } }

/** The hearing has been held on the day on which it was called. */
export function heard(office: LawOffice): LawOffice {
  steps.deliverAll(called(office))
  office.on(steps.CALL['hearing-on'])
  done(office.take('zhu', 'hold', steps.HEARING_RECORD))
  return office
}

export const LICENCE_HEARING: Rows = {
  'licence-hearing/call/host-not-handler': {
    says: '审查本申请的工作人员以外',
    run: (office) => asked(office).take('lin', 'call', { case: { ...steps.CALL, host: ['zhou'] } }),
  },
  'licence-hearing/call/hearing-notice-in-time': {
    says: '最早可以定在 2026-06-10 之后',
    run: (office) => asked(office).take('lin', 'call', { case: { ...steps.CALL, 'hearing-on': '2026-06-10' } }),
  },
  'licence-hearing/hold/hearing-notice-delivered': {
    says: '听证通知书还没有送达',
    run: (office) => called(office).on('2026-06-12').take('zhu', 'hold', steps.HEARING_RECORD),
  },
  'licence-hearing/hold/hearing-notice-delivered-in-time': {
    says: '不足七个工作日',
    run: (office) => late(office).take('zhu', 'hold', steps.HEARING_RECORD),
  },
  'licence-hearing/hold/hearing-day-come': {
    says: '还没有到',
    run: (office) => {
      steps.deliverAll(called(office))
      return office.take('zhu', 'hold', steps.HEARING_RECORD)
    },
  },
  'licence-hearing/give-up/hearing-notice-delivered': {
    says: '听证通知书还没有送达',
    run: (office) => called(office).take('zhu', 'give-up', GIVEN_UP),
  },
  'licence-hearing/give-up/hearing-notice-delivered-in-time': {
    says: '不足七个工作日',
    run: (office) => late(office).take('zhu', 'give-up', GIVEN_UP),
  },
}
