import type { Gate } from '../../procedure/definition.ts'
import { courtEndsOn, debtorsOf, remedyEndsOn } from '../obligations.ts'
import { type CaseView, textOf } from '../view.ts'
import { ownWays, WAYS } from './execution.ts'
import { isTermAfter, namesOf } from './urging.ts'

const LAW = '《行政强制法》'
export const OBJECTS = { money: '金钱给付', realty: '不动产', act: '排除妨碍、恢复原状等行为' } as const
/** The way by which an agency with power of its own would execute the same. */
const OWN_WAY: Readonly<Record<string, string>> = {
  [OBJECTS.money]: WAYS.transfer,
  [OBJECTS.realty]: WAYS.demolish,
  [OBJECTS.act]: WAYS.restore,
}

/** The court executes for an agency that has no power of its own (强制法第五十三条). */
export const noPowerOfItsOwn: Gate = {
  id: 'no-power-of-its-own',
  basis: `${LAW}第五十三条`,
  judgesInput: true,
  field: 'object-kind',
  refuse: (view) => {
    const way = OWN_WAY[textOf(view, 'object-kind')] ?? ''
    return ownWays(view).includes(way) ? `法律已经授予本机关“${way}”的执行权，应当由本机关强制执行` : undefined
  },
}

/** The party can no longer ask for review or sue, and did not (强制法第五十三条). */
export const remediesOver: Gate = {
  id: 'remedies-over',
  basis: `${LAW}第五十三条`,
  refuse: (view) => {
    const open = debtorsOf(view).filter((party) => !isBehind(remedyEndsOn(view, party.id), view))
    if (open.length === 0) return undefined
    const end = remedyEndsOn(view, open[0]?.id ?? '')
    return end === undefined
      ? `${namesOf(open)}正在复议、诉讼，或者决定书还没有送达，不能申请强制执行`
      : `${namesOf(open)}申请复议、提起诉讼的期限到 ${end}，届满以后才能申请强制执行`
  },
}

function isBehind(day: string | undefined, { env }: CaseView): boolean {
  return day !== undefined && day < env.today
}

/** Three months and no more (强制法第五十三条；处罚法第七十二条第二款). */
export const withinThreeMonths: Gate = {
  id: 'within-three-months',
  basis: `${LAW}第五十三条`,
  refuse: (view) => {
    const late = debtorsOf(view).filter((party) => isBehind(courtEndsOn(view, party.id), view))
    return late.length === 0
      ? undefined
      : `对${namesOf(late)}申请强制执行的期限到 ${courtEndsOn(view, late[0]?.id ?? '')} 已经届满`
  },
}

/** Ten working days after the urging reached the party (强制法第五十四条). */
export const urgedTenDays: Gate = {
  id: 'urged-ten-days',
  basis: `${LAW}第五十四条`,
  refuse: (view) => {
    const early = debtorsOf(view).filter(
      (party) => !['execution-urging', 'fine-urging'].some((code) => isTermAfter(view, code, party, 'urging.term')),
    )
    return early.length === 0 ? undefined : `催告书送达${namesOf(early)}满十个工作日，仍不履行的，才能申请强制执行`
  },
}
