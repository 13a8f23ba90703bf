import { type ParameterCode, parameterValueOf } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { proposalOf } from '../proposal.ts'
import type { Recusal } from '../recused.ts'
import { type CaseView, childrenOf, clockOf, textOf } from '../view.ts'

/** The statute knows neither suspension nor termination, so each needs a rule of the field that names its ground. */
function groundAllowed(id: string, fact: string, parameter: ParameterCode, what: string): Gate {
  return {
    id,
    basis: '《行政处罚法》第六十条',
    judgesInput: true,
    field: fact,
    refuse: (view) => {
      const allowed = listOf(view, parameter)
      if (allowed.length === 0) return `本领域没有规定可以${what}的情形；有规定的，先由管理员登记依据`
      return allowed.includes(textOf(view, fact)) ? undefined : `本领域只能因下列情形${what}：${allowed.join('；')}`
    },
  }
}

export const suspensionAllowed = groundAllowed(
  'suspension-ground',
  'halt-ground',
  'case.suspension-grounds',
  '中止调查',
)
export const terminationAllowed = groundAllowed(
  'termination-ground',
  'termination-ground',
  'case.termination-grounds',
  '终止调查',
)

function listOf(view: CaseView, parameter: ParameterCode): readonly string[] {
  return parameterValueOf(view.env.parameters, parameter, view.env.today) as unknown as readonly string[]
}

const NOT_ESTABLISHED = '第五十七条第一款第三项'

/** What cannot be established is decided, and never merely ended (处罚法第五十七条第一款第三项). */
export const noDecisionDue: Gate = {
  id: 'no-decision-due',
  basis: '《行政处罚法》第五十七条第一款第三项',
  refuse: (view) =>
    view.parties.some(({ id }) => proposalOf(view.run, id).includes(NOT_ESTABLISHED))
      ? '违法事实不能成立的，应当作出不予处罚决定，不能以终止调查代替'
      : undefined,
}

const TESTS: readonly string[] = ['检测', '检验', '检疫', '鉴定']

/** What is still being tested is not yet found, whether the test is a procedure here or time that was left out for it (处罚法第四十六条第二款). */
export const testsSettled: Gate = {
  id: 'tests-settled',
  basis: '《行政处罚法》第四十六条第二款',
  refuse: (view) => {
    if (childrenOf(view, 'expert-test').some((run) => !run.endedOn)) return '检测、检验、检疫、鉴定还没有结束'
    const open = clockOf(view, 'decision')?.deductions.find(({ untilOn }) => untilOn === undefined)
    return open && TESTS.includes(open.ground) ? `${open.ground}期间还在扣除，先恢复办案期限` : undefined
  },
}

/** The end of a test is a day ahead, so that the party knows until when time is left out. */
export const testEndAhead: Gate = {
  id: 'test-end-ahead',
  basis: '《行政处罚法》第六十条',
  judgesInput: true,
  field: 'test-until',
  refuse: (view) => (textOf(view, 'test-until') < view.env.today ? '预计结束日期不能早于今天' : undefined),
}

export const reportInOrder: Gate = {
  id: 'report-in-order',
  basis: '《行政处罚法》第四十六条第二款',
  judgesInput: true,
  field: 'reported-on',
  refuse: (view) => (textOf(view, 'reported-on') > view.env.today ? '报告日期不能晚于今天' : undefined),
}

/** Each recusal that was asked for is decided before the case is, also an older one. */
export function recusalSettledIn(procedure: Recusal, basis: Basis): Gate {
  return {
    id: 'recusal-settled',
    basis,
    refuse: (view) => (childrenOf(view, procedure).some((run) => !run.endedOn) ? '回避申请还没有决定' : undefined),
  }
}
export const recusalSettled = recusalSettledIn('recusal', '《行政处罚法》第四十三条第三款')
