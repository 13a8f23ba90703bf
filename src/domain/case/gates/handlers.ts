import type { Basis, Gate } from '../../procedure/definition.ts'
import { type CaseView, peopleOf } from '../view.ts'
import { refuseOfficers } from './people.ts'

/** New handlers are two officers who are qualified today, by the law of a procedure or by a rule of the house. */
export function newHandlersQualifiedBy(basis: Basis): Gate {
  return {
    id: 'new-handlers-qualified',
    basis,
    judgesInput: true,
    field: 'handlers',
    refuse: (view) => refuseOfficers(view, peopleOf(view, 'handlers')),
  }
}

export const newHandlersQualified = newHandlersQualifiedBy('《行政处罚法》第四十二条')

/** What a reviewer does in a review; the rest of it is done by handlers. */
const REVIEWING = ['pass', 'object', 'ask-material']

/** Who has reviewed the case does not come to handle it: reviewing and handling are two offices. */
export function reviewerLeftOut(basis: Basis): Gate {
  return {
    id: 'reviewer-left-out',
    basis,
    judgesInput: true,
    field: 'handlers',
    refuse: (view) => refuseAmong(view, reviewersOf(view), '审核过本案'),
  }
}

/** Nor who hosts or has hosted its hearing, which is for somebody who did not investigate. */
export function hostLeftOut(basis: Basis): Gate {
  return {
    id: 'host-left-out',
    basis,
    judgesInput: true,
    field: 'handlers',
    refuse: (view) => refuseAmong(view, hostsOf(view), '是本案的听证主持人'),
  }
}

function refuseAmong(view: CaseView, others: readonly string[], what: string): string | undefined {
  const found = peopleOf(view, 'handlers').find((id) => others.includes(id))
  return found && `${view.env.person(found)?.name ?? ''}${what}，请另选承办人员`
}

function reviewersOf({ state }: CaseView): readonly string[] {
  const reviews = state.runs.filter(({ procedure }) => procedure === 'legal-review')
  return reviews.flatMap(({ taken }) =>
    taken.flatMap(({ action, by }) => (REVIEWING.includes(action) && by ? [by] : [])),
  )
}

function hostsOf({ state }: CaseView): readonly string[] {
  const hearings = state.runs.filter(({ procedure }) => procedure === 'hearing' || procedure === 'licence-hearing')
  return hearings.flatMap(
    ({
      facts: {
        case: { host },
      },
    }) => (Array.isArray(host) ? (host as readonly string[]) : []),
  )
}
