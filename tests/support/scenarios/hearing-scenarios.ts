import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import type { Rows, Run } from './scenario.ts'

type Office = (office: LawOffice) => LawOffice
type Shape = {
  readonly code: string
  /** A hearing was asked for, and nothing more. */
  readonly asked: Office
  /** Part of the sentence that says who must not host. */
  readonly hosted: string
}

const take =
  (office: Office, who: 'lin' | 'zhu', action: string, facts: Record<string, unknown>): Run =>
  (fresh) =>
    office(fresh).take(who, action, { case: facts })

/** What both hearings refuse alike: their host, the days before, and a notice that nobody has. */
export function hearingScenarios({ code, asked, hosted }: Shape): Rows {
  const called: Office = (office) => {
    steps.callHearing(asked(office))
    return office
  }
  const late: Office = (office) => {
    called(office).on('2026-06-11')
    steps.deliverAll(office)
    return office.on('2026-06-12')
  }
  const early: Office = (office) => {
    steps.deliverAll(called(office))
    return office
  }
  const onItsDay: Office = (office) => called(office).on(steps.CALL['hearing-on'])
  const record = steps.HEARING_RECORD.case ?? {}
  const givenUp = { 'given-up': '要求听证的人无故不到' }
  const rows: Rows = {
    'call/host-not-handler': { says: hosted, run: take(asked, 'lin', 'call', { ...steps.CALL, host: ['zhou'] }) },
    'call/hearing-notice-in-time': {
      says: '最早可以定在 2026-06-10 之后',
      run: take(asked, 'lin', 'call', { ...steps.CALL, 'hearing-on': '2026-06-10' }),
    },
    'hold/hearing-notice-delivered': {
      says: '听证通知书还没有送达',
      run: take(onItsDay, 'zhu', 'hold', record),
    },
    'hold/hearing-notice-delivered-in-time': { says: '不足七个工作日', run: take(late, 'zhu', 'hold', record) },
    'hold/hearing-day-come': { says: '听证定在 2026-06-12，还没有到', run: take(early, 'zhu', 'hold', record) },
    'give-up/hearing-notice-delivered': {
      says: '听证通知书还没有送达',
      run: take(called, 'zhu', 'give-up', givenUp),
    },
    'give-up/hearing-notice-delivered-in-time': {
      says: '不足七个工作日',
      run: take(late, 'zhu', 'give-up', givenUp),
    },
  }
  return Object.fromEntries(Object.entries(rows).map(([key, scenario]) => [`${code}/${key}`, scenario]))
}

/** The hearing has been held on the day on which it was called. */
export function held(office: LawOffice): LawOffice {
  steps.callHearing(office)
  steps.deliverAll(office)
  office.on(steps.CALL['hearing-on'])
  done(office.take('zhu', 'hold', steps.HEARING_RECORD))
  return office
}
