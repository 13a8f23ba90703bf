import { officeDateOf } from '../../calendar/due-at.ts'
import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, factOf, holds, peopleOf, textOf } from '../view.ts'
import { isQualified } from './people.ts'

/** Two officers of the agency, both qualified on the day of the measure; power to take measures is never entrusted (强制法第十七条). */
export const twoOfficersSeize: Gate = {
  id: 'two-officers-seize',
  basis: '《行政强制法》第十八条第二项',
  judgesInput: true,
  field: 'officers',
  refuse: (view) => {
    const people = [...new Set(peopleOf(view, 'officers'))].map((id) => view.env.person(id))
    const qualified = people.filter(
      (person) => person?.agency === view.state.agency && isQualified(person, dayOf(view)),
    )
    return qualified.length >= 2 && qualified.length === people.length
      ? undefined
      : '应当由两名以上有执法资格的人员实施'
  },
}

function dayOf(view: CaseView): string {
  const beganAt = factOf(view, 'began-at')
  return typeof beganAt === 'string' ? officeDateOf(beganAt) : view.env.today
}

function told(fact: string, id: string, basis: Gate['basis'], sentence: string): Gate {
  return { id, basis, judgesInput: true, field: fact, refuse: (view) => (holds(view, fact) ? undefined : sentence) }
}

export const identityShown = told(
  'identity-shown',
  'identity-shown',
  '《行政强制法》第十八条第三项',
  '实施前应当出示执法身份证件',
)
export const rightsTold = told(
  'rights-told',
  'rights-told',
  '《行政强制法》第十八条第五项',
  '应当当场告知采取措施的理由、依据以及当事人依法享有的权利、救济途径',
)
export const relatedOnly = told(
  'is-related',
  'related-only',
  '《行政强制法》第二十三条',
  '不得查封、扣押与违法行为无关的场所、设施或者财物，不得查封、扣押生活必需品，不得重复查封',
)

/** Where the party is not there, somebody else signs (强制法第十八条第九项). */
export const witnessedIfAbsent: Gate = {
  id: 'witnessed-if-absent',
  basis: '《行政强制法》第十八条第九项',
  judgesInput: true,
  field: 'witness',
  refuse: (view) =>
    holds(view, 'party-present') || textOf(view, 'witness') !== ''
      ? undefined
      : '当事人不到场的，应当邀请见证人到场，并写明见证人',
}
