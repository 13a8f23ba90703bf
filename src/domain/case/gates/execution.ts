import { addDays } from '../../calendar/plain-date.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { debtorsOf, owedFen, remedyEndsOn } from '../obligations.ts'
import type { Party } from '../state.ts'
import { surchargeOf } from '../surcharge.ts'
import { type CaseView, holds, takenOf, textOf } from '../view.ts'
import { hasPaper, isTermAfter, namesOf } from './urging.ts'

const LAW = '《行政强制法》'
export const WAYS = {
  transfer: '划拨存款、汇款',
  auction: '拍卖查封、扣押的财物抵缴罚款',
  restore: '排除妨碍、恢复原状',
  demolish: '强制拆除',
  other: '其他强制执行方式',
} as const
const OF_MONEY: readonly string[] = [WAYS.transfer, WAYS.auction]

/** Only a statute gives the power to execute; the auction of what is seized is given by 第四十六条 itself (强制法第十三条). */
export const powerHeld: Gate = {
  id: 'power-held',
  basis: `${LAW}第十三条`,
  judgesInput: true,
  field: 'way',
  refuse: (view) => {
    const way = textOf(view, 'way')
    if (way === WAYS.auction || ownWays(view).includes(way)) return undefined
    return `法律没有授予本机关“${way}”的执行权，应当申请人民法院强制执行；有规定的，先由管理员登记依据`
  },
}

export function ownWays({ env }: CaseView): readonly string[] {
  return parameterValueOf(env.parameters, 'execution.own-ways', env.today) as unknown as readonly string[]
}

/** Money is executed only when the surcharge has run for more than thirty days, and against who has not paid it (强制法第四十六条第一款). */
export const surchargeLongEnough: Gate = {
  id: 'surcharge-long-enough',
  basis: `${LAW}第四十六条第一款`,
  judgesInput: true,
  field: 'way',
  refuse: (view) => {
    if (!OF_MONEY.includes(textOf(view, 'way'))) return undefined
    const days = parameterValueOf(view.env.parameters, 'surcharge.urging-after', view.env.today)
    const open = debtorsOf(view).filter(({ id }) => owedFen(view, id) > 0)
    if (open.length === 0) return '罚款和加处罚款已经缴清，没有可以执行的金钱'
    const [first] = open.flatMap(({ id }) => surchargeOf(view, id).lines.slice(0, 1))
    const since = first && addDays(first.fromOn, days - 1)
    return since !== undefined && since < view.env.today
      ? undefined
      : `加处罚款超过 ${days} 日，经催告仍不缴纳的，才能强制执行`
  },
}

/** What is auctioned was seized in this case, and nobody went to review or court in time (强制法第四十六条第三款). */
export const seizedToAuction: Gate = {
  id: 'seized-to-auction',
  basis: `${LAW}第四十六条第三款`,
  judgesInput: true,
  field: 'way',
  refuse: (view) => {
    if (textOf(view, 'way') !== WAYS.auction) return undefined
    if (!view.state.runs.some((run) => run.procedure === 'seizure')) return '本案没有查封、扣押的财物可以拍卖'
    const open = debtorsOf(view).filter((party) => !isRemedyOver(view, party))
    return open.length === 0 ? undefined : `${namesOf(open)}申请复议、提起诉讼的期限还没有届满`
  },
}

function isRemedyOver(view: CaseView, party: Party): boolean {
  const end = remedyEndsOn(view, party.id)
  return end !== undefined && end < view.env.today
}

/** An illegal structure is announced, with days to take it down, before it is taken down (强制法第四十四条). */
export const demolitionAnnounced: Gate = {
  id: 'demolition-announced',
  basis: `${LAW}第四十四条`,
  judgesInput: true,
  field: 'way',
  refuse: (view) => {
    if (textOf(view, 'way') !== WAYS.demolish) return undefined
    if (!takenOf(view, 'announce')) return '强制拆除前应当予以公告，限期当事人自行拆除'
    const until = textOf(view, 'demolish-by')
    return until < view.env.today ? undefined : `公告的自行拆除期限到 ${until}，还没有届满`
  },
}

/** Nobody takes a structure down while review or a lawsuit is possible or pending (强制法第四十四条). */
export const demolitionFinal: Gate = {
  id: 'demolition-final',
  basis: `${LAW}第四十四条`,
  judgesInput: true,
  field: 'way',
  refuse: (view) => {
    if (textOf(view, 'way') !== WAYS.demolish) return undefined
    const open = debtorsOf(view).filter((party) => !isRemedyOver(view, party))
    return open.length === 0
      ? undefined
      : `${namesOf(open)}申请复议、提起诉讼的期限还没有届满，或者正在复议、诉讼，不能强制拆除`
  },
}

/** The decision has reached everyone against whom it is executed (强制法第三十八条、第五十一条第一款第一项). */
export function executionDelivered(code: string): Gate {
  return {
    id: 'execution-delivered',
    basis: `${LAW}第三十八条`,
    refuse: (view) => {
      const without = debtorsOf(view).filter((party) => !hasPaper(view, code, party))
      return without.length === 0 ? undefined : `决定书还没有送达${namesOf(without)}`
    },
  }
}

/** Before somebody else performs, the party is urged once more, three working days before (强制法第五十一条第一款第二项). */
export const substituteUrged: Gate = {
  id: 'substitute-urged',
  basis: `${LAW}第五十一条第一款第二项`,
  refuse: (view) => {
    const early = debtorsOf(view).filter(
      (party) => !isTermAfter(view, 'substitute-urging', party, 'substitute.urging-term'),
    )
    return early.length === 0
      ? undefined
      : `代履行三日前应当催告${namesOf(early)}履行，催告书送达满三个工作日后才能实施`
  },
}

function told(id: string, basis: Gate['basis'], sentence: string, fact = id): Gate {
  return { id, basis, judgesInput: true, field: fact, refuse: (view) => (holds(view, fact) ? undefined : sentence) }
}

export const performerIndependent = told(
  'performer-independent',
  `${LAW}第五十条`,
  '代履行由本机关或者没有利害关系的第三人实施，请另选代履行人',
)
export const withoutForce = told('without-force', `${LAW}第五十一条第三款`, '代履行不得采用暴力、胁迫以及其他非法方式')
export const cannotClear = told('cannot-clear', `${LAW}第五十二条`, '当事人能够清除的，不能立即实施代履行')
/** Homes keep water, power, heat and gas, whatever is owed (强制法第四十三条第二款). */
export const homesSpared = told(
  'homes-spared',
  `${LAW}第四十三条第二款`,
  '不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行',
)
