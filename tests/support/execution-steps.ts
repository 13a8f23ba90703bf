import { addDays } from '#domain/calendar/plain-date.ts'
import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice, valuesWith } from './law-office.ts'
import { NO_GROUND } from './major-review-steps.ts'
import * as steps from './penalty-steps.ts'

type Values = Readonly<Record<string, unknown>>

/** Every way of executing, as if statutes had given them all to the agency. */
export const OWN_WAYS = ['划拨存款、汇款', '排除妨碍、恢复原状', '强制拆除', '其他强制执行方式']

export function withPower(office: LawOffice): LawOffice {
  office.parameters = valuesWith({ 'execution.own-ways': OWN_WAYS })
  return office
}

/** Decided and delivered on the 1st of June, not paid by the 16th. */
export function late(office: LawOffice): LawOffice {
  return steps.reach(office, 'performance').on('2026-06-17')
}

export function begun(office: LawOffice): LawOffice {
  done(late(office).take('lin', 'open-execution'))
  return office
}

export const URGING: RawFacts = {
  case: { duty: '缴纳罚款 5000 元', 'urging-until': '2026-07-02', 'urging-way': '到指定银行缴纳' },
}

/** Urged on the 17th of June, until the 2nd of July, and delivered. */
export function urged(office: LawOffice): LawOffice {
  done(begun(office).take('lin', 'urge', URGING))
  office.agreeAll('zheng')
  steps.deliverAll(office)
  return office
}

export const DECISION: Values = {
  way: '其他强制执行方式',
  'way-basis': '《行政强制法》第十二条第六项',
  'execution-reason': '经催告仍不履行，没有正当理由',
  'execution-on': '2026年7月21日上午九时起',
  ...NO_GROUND,
}

export function decide(office: LawOffice, more: Values = {}) {
  return office.take('lin', 'decide-execution', { case: { ...DECISION, ...more } })
}

/** Decided on Monday the 20th of July, and delivered. */
export function decided(office: LawOffice, more: Values = {}): LawOffice {
  done(decide(withPower(urged(office)).on('2026-07-20'), more))
  office.agreeAll('zheng', 'wu')
  steps.deliverAll(office)
  return office
}

/** What is written down on the spot, this morning. */
export function onTheSpot(office: LawOffice): Values {
  return {
    officers: ['lin', 'zhou'],
    'began-at': `${office.today}T01:00:00.000Z`,
    'ended-at': `${office.today}T02:00:00.000Z`,
    place: '青石区某路 1 号',
    scene: '现场宣读决定书，清理完毕。',
    'party-present': true,
    signed: '当事人和执法人员已签名',
    'homes-spared': true,
  }
}

export const execute = (office: LawOffice, more: Values = {}, action = 'execute') =>
  office.take('lin', action, { case: { ...onTheSpot(office), ...more } })

export const SUBSTITUTE: Values = {
  hazard: '危害交通安全',
  'substitute-object': '占道堆放的建筑垃圾',
  performer: '某某清运公司（虚构）',
  'performer-independent': true,
  budget: '3000',
  'execution-reason': '经催告仍不清理',
  'execution-on': '2026年7月27日上午九时起',
  ...NO_GROUND,
}

export const decideSubstitute = (office: LawOffice, more: Values = {}) =>
  office.take('lin', 'decide-substitute', { case: { ...SUBSTITUTE, ...more } })

export function substituteDecided(office: LawOffice): LawOffice {
  done(decideSubstitute(urged(office).on('2026-07-20')))
  office.agreeAll('zheng', 'wu')
  steps.deliverAll(office)
  return office
}

export function substituteUrged(office: LawOffice): LawOffice {
  done(substituteDecided(office).take('lin', 'urge-substitute'))
  steps.deliverAll(office)
  return office.on('2026-07-27')
}

export const substitute = (office: LawOffice, more: Values = {}) =>
  execute(office, { cost: '2800', 'without-force': true, ...more }, 'substitute')

export const clearAtOnce = (office: LawOffice, more: Values = {}) =>
  execute(
    office,
    {
      cleared: '遗洒物',
      'cleared-place': '道路',
      'cannot-clear': true,
      'substitute-object': '洒落的渣土',
      performer: '本机关',
      'performer-independent': true,
      cost: '500',
      'without-force': true,
      ...more,
    },
    'clear-at-once',
  )

/** An agreement in two stages, with the surcharge remitted for what was made good. */
export function agreement(office: LawOffice, more: Values = {}): RawFacts {
  const stages = [
    { dueOn: addDays(office.today, 10), what: '缴纳一半', amount: '2500' },
    { dueOn: addDays(office.today, 40), what: '缴纳其余', amount: '2500' },
  ]
  const facts = { stages, 'made-good': '已经召回', 'waived-surcharge': '1000', ...more }
  return { case: { breach: '有一期不履行，恢复强制执行' }, party: steps.ofEveryParty(office, facts) }
}

export function agreed(office: LawOffice): LawOffice {
  done(decided(office).take('lin', 'agree', agreement(office)))
  office.agreeAll('zheng', 'wu')
  return office
}

export function stopped(office: LawOffice): LawOffice {
  const why = { 'stop-ground': '当事人履行行政决定确有困难或者暂无履行能力', 'stop-words': '停业，账户无存款' }
  done(decided(office).take('lin', 'stop', { case: why }))
  office.agreeAll('zheng', 'wu')
  return office
}

export function performed(office: LawOffice, more: Values = {}) {
  const facts = { paid: '10000', 'paid-on': office.today, 'receipt-number': 'P-1', 'is-performed': true, ...more }
  return office.take('lin', 'record-performance', { party: steps.ofEveryParty(office, facts) })
}

/** The remedies of a decision delivered on the 1st of June are over on the 1st of December. */
export const AFTER_REMEDIES = '2026-12-02'

export function courtBegun(office: LawOffice): LawOffice {
  done(late(office).take('lin', 'open-court-execution'))
  return office
}

export function courtUrged(office: LawOffice): LawOffice {
  done(courtBegun(office).take('lin', 'urge', URGING))
  office.agreeAll('zheng')
  steps.deliverAll(office)
  return office
}

export const APPLICATION: Values = {
  court: '青石区人民法院',
  'object-kind': '金钱给付',
  object: '罚款 5000 元和加处罚款 5000 元；当事人在青石区有门店一处',
  'party-opinion': '当事人没有提出意见',
}

export const apply = (office: LawOffice, more: Values = {}) =>
  office.take('lin', 'apply', { case: { ...APPLICATION, ...more } })

export function applied(office: LawOffice): LawOffice {
  done(apply(courtUrged(office).on(AFTER_REMEDIES)))
  office.agreeAll('zheng', 'wu')
  return office
}

export const RULING: Values = {
  'ruling-number': '（2026）虚0101行审1号',
  'ruling-on': '2026-12-10',
  'ruling-words': '准予强制执行',
}

export const accept = (office: LawOffice, on: string) =>
  office.take('lin', 'accepted', { case: { 'court-number': '（2026）虚0101行审1号', 'accepted-on': on } })

export const ruled = (office: LawOffice, action: string, on: string) =>
  office.take('lin', action, { case: { ...RULING, 'ruling-on': on } })

/** The court has taken the application up on the 4th, and this is told on the 10th. */
export function reviewing(office: LawOffice): LawOffice {
  done(accept(applied(office).on('2026-12-10'), '2026-12-04'))
  return office
}

export function courtExecuting(office: LawOffice): LawOffice {
  done(reviewing(office).take('lin', 'allowed', { case: RULING }))
  return office
}

/** The court does not allow it, and the upper court is asked. */
export function atUpperCourt(office: LawOffice): LawOffice {
  done(ruled(reviewing(office), 'not-allowed', '2026-12-10'))
  done(office.take('lin', 'ask-upper', { case: { 'upper-court': '南屏市中级人民法院', 'review-reasons': '依据充分' } }))
  office.agreeAll('zheng', 'wu')
  return office
}

export const EXECUTION_OPENING: RawFacts = {
  case: {
    decided: '责令拆除违法建设的二层彩钢房，恢复原状',
    'decision-number': '青城执责改〔2025〕7号',
    'decided-on': '2025-09-01',
    'decision-delivered-on': '2025-09-02',
    'perform-by': '2025-09-30',
    place: '青石区某路 1 号',
  },
}

export function openExecutionCase(office: LawOffice, more: Parameters<LawOffice['open']>[3] = {}): LawOffice {
  done(office.open('execution-case', 'lin', EXECUTION_OPENING, more))
  return office
}

export function executionFiled(office: LawOffice): LawOffice {
  done(openExecutionCase(office).take('lin', 'file', { case: { 'filing-reason': '逾期没有拆除' } }))
  office.agreeAll('zheng', 'wu')
  return office
}
