import type { Gate } from '../../procedure/definition.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import { type CaseView, childrenOf } from '../view.ts'

const MEASURES = ['seizure', 'freeze'] as const

/** The case lasts as long as the measure: it is lifted or decided, never left (强制法第二十七条、第三十二条). */
export const measuresOver: Gate = {
  id: 'measures-over',
  basis: '《行政强制法》第二十七条、第三十二条',
  refuse: (view) => {
    const open = MEASURES.flatMap((code) => childrenOf(view, code)).find((run) => !run.endedOn)
    return open && `“${titleOf(view, open)}”还没有结束，先作出处理决定或者解除决定`
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

function titleOf({ env }: CaseView, { procedure, version }: { readonly procedure: string; readonly version: string }) {
  return getProcedure(env.procedures, procedure, version).title
}
