import { newHandlersQualified } from '#domain/case/gates/people.ts'
import type { Basis, Fact, Gate } from '#domain/procedure/definition.ts'

export const HANDLER_FACTS = {
  handlers: { title: '新的承办人员', kind: 'people', per: 'case', disclosure: 'officials' },
  'handlers-reason': { title: '更换的理由', kind: 'text', per: 'case', disclosure: 'officials' },
} as const satisfies Record<string, Fact>

type Changing = { readonly basis: Basis; readonly gates?: readonly Gate[]; readonly paper?: 'matter-approval' }

/**
 * 更换承办人员: the head of the unit decides, by an act of his own or by agreeing to what a handler has proposed. Only what is proposed
 * needs a form; what the head does himself stands in the record under his name.
 */
export function handlerChanges({ basis, gates = [], paper }: Changing) {
  const change = {
    asks: ['handlers', 'handlers-reason'],
    gates: [newHandlersQualified, ...gates],
    adds: 'handlers',
    basis,
  } as const
  return {
    'change-handlers': { title: '更换承办人员', by: 'unit-head', ...change },
    'ask-for-handlers': {
      title: '报请更换承办人员',
      by: 'handler',
      approval: ['unit-head'],
      ...change,
      ...(paper && { issues: [paper] }),
    },
  } as const
}
