import {
  hostLeftOut,
  newHandlersQualified,
  newHandlersQualifiedBy,
  reviewerLeftOut,
} from '#domain/case/gates/handlers.ts'
import { recusedLeftOut } from '#domain/case/gates/recusal.ts'
import type { Basis, Fact, Gate } from '#domain/procedure/definition.ts'

export const HANDLER_FACTS = {
  handlers: { title: '新的承办人员', kind: 'people', per: 'case', disclosure: 'officials' },
  'handlers-reason': { title: '更换的理由', kind: 'text', per: 'case', disclosure: 'officials' },
} as const satisfies Record<string, Fact>

type Changing = {
  readonly basis: Basis
  /** What the new ones must be; two officers with a certificate, unless it is said. */
  readonly able?: readonly Gate[]
  readonly gates?: readonly Gate[]
  readonly paper?: 'matter-approval'
}

/**
 * 更换承办人员: the head of the unit decides, by an act of his own or by agreeing to what a handler has proposed; the head of the agency does when that
 * head is away or goes himself. Only what is proposed needs a form; what a head does himself stands in the record under his name.
 */
export function handlerChanges({ basis, able = [newHandlersQualified], gates = [], paper }: Changing) {
  const change = {
    asks: ['handlers', 'handlers-reason'],
    gates: [...able, ...gates],
    adds: 'handlers',
    basis,
  } as const
  return {
    'change-handlers': { title: '更换承办人员', by: ['unit-head', 'agency-head'], ...change },
    'ask-for-handlers': {
      title: '报请更换承办人员',
      by: 'handler',
      approval: ['unit-head'],
      ...change,
      ...(paper && { issues: [paper] }),
    },
  } as const
}

/** No law says who of an office handles such a case. */
const ASSIGNED = '内部管理：承办机构负责人分派、调整承办人员'

/** Licences, levies, fees and what is asked of an office: nobody acts towards the public without a certificate, and nobody alone. */
export const BY_HOUSE = {
  basis: ASSIGNED,
  able: [newHandlersQualifiedBy('内部管理：承办人员两名以上，持有效的执法证件')],
} as const

/** In reviews and lawsuits the office answers for itself; who does so needs no certificate. */
export const BY_HOUSE_IN_DISPUTES = { basis: ASSIGNED, able: [] } as const

/** Who reviewed the penalty or hosts its hearing does not come to handle it. */
export const APART = [
  reviewerLeftOut('《行政处罚法》第五十八条'),
  hostLeftOut('《行政处罚法》第六十四条第四项'),
] as const

/** The same in a licence. */
export const LICENCE_APART = [
  reviewerLeftOut('《优化营商环境条例》第五十八条'),
  hostLeftOut('《行政许可法》第四十八条第一款第三项'),
] as const

/** Of an ordinary penalty, also while it is suspended. */
export const PENALTY_HANDLING = handlerChanges({
  basis: '《行政处罚法》第四十二条、第四十三条',
  gates: [recusedLeftOut('《行政处罚法》第四十三条'), ...APART],
  paper: 'matter-approval',
})
