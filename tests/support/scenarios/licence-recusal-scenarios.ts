import { MANNERS } from '#domain/case/gates/licence-term.ts'
import { REPLACED, VERDICT } from '../halting-roads.ts'
import * as host from '../host-recusal-steps.ts'
import { done, type LawOffice, type Who } from '../law-office.ts'
import * as recusal from '../licence-recusal-steps.ts'
import * as licence from '../licence-steps.ts'
import * as steps from '../penalty-steps.ts'
import type { Rows, Run, Scenario } from './scenario.ts'

const LATER = { 'applied-on': '2026-06-09' }
type Office = (office: LawOffice) => LawOffice

type Words = typeof recusal.requestOf

/** What any request must be, whoever is to stand aside. */
function requests(
  code: string,
  opened: Office,
  who: Who,
  beside: readonly string[] = [],
  words: Words = recusal.requestOf,
): Rows {
  const request =
    (recused: readonly string[], more: Record<string, unknown> = {}): Run =>
    (office) =>
      opened(office).take('lin', 'request', words(office, recused, more))
  return {
    [`${code}/request/one-person-named`]: { says: '一份申请写一名', beside, run: request([who, 'zheng']) },
    [`${code}/request/applied-by-today`]: { says: '申请日期不能晚于今天', run: request([who], LATER) },
  }
}

/** Nobody decides about standing aside themselves. */
function ofOneself(code: string, action: string, asked: Office, more: Partial<Scenario> = {}): Rows {
  const facts = action === 'grant-and-replace' ? REPLACED : VERDICT
  return {
    [`${code}/${action}/decided-by-another`]: {
      says: '本人的回避由他人决定',
      run: (office) => asked(office).take('wu', action, { case: facts }),
      ...more,
    },
  }
}

const askedOf = (who: Who) => (office: LawOffice) => recusal.asked(licence.accepted(office), who)
const replacing =
  (who: Who, handlers: readonly Who[]): Run =>
  (office) =>
    askedOf(who)(office).take('wu', 'grant-and-replace', { case: { ...REPLACED, handlers } })

const OF_STAFF: Rows = {
  ...requests('licence-recusal', (office) => recusal.opened(licence.accepted(office)), 'zhou'),
  ...ofOneself('licence-recusal', 'grant', askedOf('wu')),
  ...ofOneself('licence-recusal', 'refuse', askedOf('wu')),
  ...ofOneself('licence-recusal', 'grant-and-replace', askedOf('wu'), { beside: ['about-handler'] }),
  'licence-recusal/grant/handler-replaced': {
    says: '更换承办人员',
    run: (office) => askedOf('zhou')(office).take('wu', 'grant', { case: VERDICT }),
  },
  'licence-recusal/grant-and-replace/about-handler': {
    says: '被申请回避的不是承办人员',
    run: replacing('shen', ['zhou', 'duo']),
  },
  'licence-recusal/grant-and-replace/recused-left-out': {
    says: '周二回避本案',
    run: replacing('zhou', ['lin', 'zhou']),
  },
  'licence-recusal/grant-and-replace/new-handlers-qualified': {
    says: '还差一名有资格的执法人员',
    run: replacing('zhou', ['lin', 'expired']),
  },
}

/** Of the host of a hearing under either law. */
function ofHost(code: string, hearing: string, { hostOpened, hostAsked, requestOf }: typeof host): Rows {
  return {
    ...requests(code, hostOpened, 'zhu', ['host-named'], requestOf),
    ...ofOneself(code, 'grant', (office) => hostAsked(office, 'wu')),
    ...ofOneself(code, 'refuse', (office) => hostAsked(office, 'wu')),
    [`${code}/request/host-named`]: {
      says: '这里申请听证主持人回避',
      run: (office) => hostOpened(office).take('lin', 'request', requestOf(office, ['zhou'])),
    },
    [`${hearing}/hold/recusal-settled`]: {
      says: '回避申请还没有决定',
      run: (office) => {
        hostAsked(office)
        steps.deliverAll(office)
        return office.on(steps.CALL['hearing-on']).take('zhu', 'hold', steps.HEARING_RECORD)
      },
    },
  }
}

const OF_HOST: Rows = {
  ...ofHost('licence-host-recusal', 'licence-hearing', recusal),
  ...ofHost('host-recusal', 'hearing', host),
}

function waiting(action: string, facts: Record<string, unknown>, manner = ''): Rows {
  return {
    [`licence/${action}/recusal-settled`]: {
      says: '回避申请还没有决定',
      run: (office) => recusal.whileAsked(licence.toDecision(office, manner), action, facts),
    },
  }
}
const REFUSED = { 'refusal-reason': '不符合条件' }

const WAITING: Rows = {
  ...waiting('grant', licence.GRANT),
  ...waiting('refuse', REFUSED),
  ...waiting('refuse-false', { ...REFUSED, falsehood: '提交虚假的验收报告', 'is-safety-item': true }),
  ...waiting('report-up', { superior: '市市场监督管理局', 'first-opinion': '符合条件' }, MANNERS.first),
}

/** One of two stood aside, and another took over; in a licence, or in a case about one that is being examined. */
export function oneStoodAside(office: LawOffice, examined: Office = licence.accepted): LawOffice {
  recusal.asked(examined(office), 'zhou')
  done(office.take('wu', 'grant-and-replace', { case: { ...REPLACED, handlers: ['lin', 'duo'] } }))
  return office
}

export const LICENCE_RECUSALS: Rows = { ...OF_STAFF, ...OF_HOST, ...WAITING }
