import type { PlainDate } from '../../calendar/plain-date.ts'
import { earlierInTerm } from '../../hint/repeated.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import type { Violation } from '../state.ts'
import { type CaseView, violationFactOf } from '../view.ts'

/** Who was punished for the same matter in the years before, or spared once already, does not offend for the first time. */
export const firstOffence: Gate = {
  id: 'first-offence',
  basis: '《行政处罚法》第三十三条第一款后段',
  refuse: (view) => {
    const years = parameterValueOf(view.env.parameters, 'leniency.first-offence-years', view.env.today)
    const own = (view.env.earlier ?? []).filter(({ caseId }) => caseId !== undefined)
    const found = view.violations.flatMap((act) =>
      earlierInTerm(actOf(view, act), own, { years, today: view.env.today }),
    )
    const [before] = found
    return (
      before && `不是初次违法：${before.decidedOn}已因“${before.cause}”作出决定（${before.number ?? before.caseName}）`
    )
  },
}

function actOf(view: CaseView, { id, party, cause, catalogueId }: Violation) {
  const endedOn = violationFactOf(view, id, 'act-ended-on')
  return {
    party,
    cause,
    ...(catalogueId && { catalogueId }),
    ...(typeof endedOn === 'string' && { endedOn: endedOn as PlainDate }),
  }
}
