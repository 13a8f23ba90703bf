import type { Gate } from '../../procedure/definition.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import { type CaseView, childrenOf } from '../view.ts'

const MEASURES = ['seizure', 'freeze', 'preservation'] as const
const STEPS = ['preservation', 'sampling'] as const

/** The case lasts as long as the measure: it is lifted or decided, never left (强制法第二十七条、第三十二条). */
export const measuresOver: Gate = {
  id: 'measures-over',
  basis: '《行政强制法》第二十七条、第三十二条',
  refuse: (view) => {
    const open = openAmong(view, MEASURES)
    return open && `“${open}”还没有结束，先作出处理决定或者解除决定`
  },
}

/** Whatever a case comes to, the account is set free first, or goes along to the police (强制法第二十一条、第三十三条). */
export const nothingFrozen: Gate = {
  id: 'nothing-frozen',
  basis: '《行政强制法》第三十三条第一款',
  refuse: (view) => {
    const open = openAmong(view, ['freeze'])
    return open && `“${open}”还没有结束，先解除冻结，或者登记期满解除、随案移送`
  },
}

/** What an inspection has kept or taken as samples is decided upon before it ends (处罚法第五十六条). */
export const keptAndSampledSettled: Gate = {
  id: 'kept-and-sampled-settled',
  basis: '《行政处罚法》第五十六条',
  refuse: (view) => {
    const open = openAmong(view, STEPS)
    return open && `“${open}”还没有结束，先处理登记保存的证据和样品`
  },
}

/** Every paper of a measure reaches the party (强制法第二十四条、第三十一条). */
export const measurePapersDelivered: Gate = {
  id: 'measure-papers-delivered',
  basis: '《行政强制法》第二十四条、第三十一条',
  refuse: ({ state, env }) => {
    const open = state.runs.find((run) => run.procedure === 'delivery' && !run.endedOn)
    const party = state.parties.find(({ id }) => id === open?.party)
    return open && `文书还没有全部交付${party?.name ?? env.agency.name}，先登记送达`
  },
}

function openAmong(view: CaseView, codes: readonly string[]): string | undefined {
  const open = codes.flatMap((code) => childrenOf(view, code)).find((run) => !run.endedOn)
  return open && titleOf(view, open)
}

function titleOf({ env }: CaseView, { procedure, version }: { readonly procedure: string; readonly version: string }) {
  return getProcedure(env.procedures, procedure, version).title
}
