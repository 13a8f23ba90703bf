import { addDays } from '#domain/calendar/plain-date.ts'
import * as execution from './execution-steps.ts'
import { done, type LawOffice } from './law-office.ts'
import * as steps from './penalty-steps.ts'

type Facts = (office: LawOffice) => Readonly<Record<string, unknown>>
type Before = (office: LawOffice) => void

const URGED: Facts = (office) => ({ 'urging-until': addDays(office.today, 10) })

/** What the gates of execution want to see that the kind of a fact cannot tell. */
export const EXECUTION_OVERRIDES: Readonly<Record<string, Facts>> = {
  'coercive-execution/urge': URGED,
  'court-execution/urge': URGED,
  'penalty-ordinary/urge-fine': URGED,
  'penalty-summary/urge-fine': URGED,
  'coercive-execution/decide-execution': () => ({ way: '其他强制执行方式' }),
  ...Object.fromEntries(
    ['clear-at-once', 'execute', 'demolish', 'substitute'].map((name) => [
      `coercive-execution/${name}`,
      execution.onTheSpot,
    ]),
  ),
}

const urgedAndOver: Before = (office) => {
  steps.deliverAll(office)
  office.on('2026-07-20')
}

/** What has to have happened before. */
export const EXECUTION_BEFORE: Readonly<Record<string, Before>> = {
  'coercive-execution/decide-execution': urgedAndOver,
  'coercive-execution/decide-substitute': urgedAndOver,
  'coercive-execution/finish': (office) => {
    steps.deliverAll(office)
    done(execution.execute(office))
  },
  'coercive-execution/substitute': (office) => {
    steps.deliverAll(office)
    done(office.take('lin', 'urge-substitute'))
    steps.deliverAll(office)
    office.on('2026-07-27')
  },
  'coercive-execution/fulfil': (office) => done(execution.performed(office)),
  'coercive-execution/breach': (office) => void office.on('2026-09-01'),
  'coercive-execution/stop-for-good': (office) => void office.on('2029-07-23'),
  'court-execution/apply': (office) => {
    if (!office.case.documents.some(({ code }) => code === 'execution-urging')) {
      done(office.take('lin', 'urge-fine', { case: URGED(office) }))
      office.agreeAll('zheng')
    }
    steps.deliverAll(office)
    office.on(execution.AFTER_REMEDIES)
  },
  'execution-case/close': (office) => {
    const party = steps.ofEveryParty(office, { 'is-performed': true })
    done(office.take('lin', 'record-performance', { party }))
  },
}

/** How a run comes to be. */
export const EXECUTION_BEGIN: Readonly<Record<string, Before>> = {
  'coercive-execution': (office) => void execution.withPower(execution.begun(office)),
  'court-execution': (office) => void execution.courtBegun(office),
  'execution-case': (office) => void execution.openExecutionCase(office),
}

export const EXECUTION_ENDS: Readonly<Record<string, readonly string[]>> = {
  'coercive-execution': ['agreement-fulfilled', 'cleared', 'executed', 'performed', 'stopped-for-good', 'terminated'],
  'court-execution': ['court-executed', 'court-refused', 'court-terminated', 'performed'],
  'execution-case': ['execution'],
}
