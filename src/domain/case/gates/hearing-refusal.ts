import type { Condition, Gate } from '../../procedure/definition.ts'
import { lastDayOf } from '../clock.ts'
import type { ClockState, Party } from '../state.ts'
import { type CaseView, childrenOf, clockOf, partyFactOf, textOf } from '../view.ts'
import { termsOfRequest } from './licence-hearing.ts'
import { isHearingDue } from './notice.ts'

const LATE = '超过五个工作日才要求听证'

/** Why a hearing may be refused before a penalty; every other request is heard (行政处罚法第六十三条、第六十四条第一项). */
export const PENALTY_REFUSALS = {
  below: '拟处罚没有达到听证标准',
  late: LATE,
  again: '已经要求过听证，又撤回或者无故不到',
} as const

/** Why a hearing may be refused before a licence (行政许可法第四十七条第一款). */
export const LICENCE_REFUSALS = {
  late: LATE,
  stranger: '要求听证的人不是申请人，也不是利害关系人',
  again: '已经组织过听证',
} as const

const REFUSED = ['refused-hearing-asked-on', 'hearing-refusal-ground', 'hearing-refusal-reason'] as const

/** The letter goes to whom the hearing is refused, and to nobody else. */
export const hearingRefused: Condition = ({ run }, party) =>
  (run.facts.party[party]?.['hearing-refusal-ground'] ?? '') !== ''

/** A request is refused on a ground that the case itself bears out, or it is heard. */
export const hearingRefusalGrounded: Gate = {
  id: 'hearing-refusal-grounded',
  basis: '《行政处罚法》第六十三条第一款、第六十四条第一项',
  judgesInput: true,
  field: 'hearing-refusal-ground@party',
  refuse: (view) => {
    const told = view.parties.map((party) => ({ party, said: REFUSED.filter((name) => isSaid(view, party, name)) }))
    const named = told.filter(({ said }) => said.length > 0)
    if (named.length === 0) return '请写明对哪一个当事人不予听证、要求的日期、情形和理由'
    const half = named.find(({ said }) => said.length < REFUSED.length)
    if (half) return `请写全对${half.party.name}不予听证的日期、情形和理由`
    return named.map(({ party }) => refuseFor(view, party)).find((sentence) => sentence !== undefined)
  },
}

function isSaid(view: CaseView, party: Party, name: string): boolean {
  return String(partyFactOf(view, party.id, name) ?? '').trim() !== ''
}

function refuseFor(view: CaseView, party: Party): string | undefined {
  const askedOn = String(partyFactOf(view, party.id, 'refused-hearing-asked-on'))
  const clock = clockOf(view, 'hearing-request', party.id)
  if (askedOn > view.env.today) return '要求听证的日期不能晚于今天'
  switch (partyFactOf(view, party.id, 'hearing-refusal-ground')) {
    case PENALTY_REFUSALS.below:
      return isHearingDue(view, party) ? `对${party.name}的拟处罚达到听证标准，应当组织听证` : undefined
    case PENALTY_REFUSALS.again:
      return clock?.metOn === undefined ? `${party.name}没有要求过听证，不能以再次要求为由不予听证` : undefined
    default:
      return refuseAsLate(clock ? [clock] : [], askedOn)
  }
}

/** Nobody is late whose term has not begun, or who asked while one term still ran. */
function refuseAsLate(terms: readonly ClockState[], askedOn: string): string | undefined {
  if (terms.length === 0) return '听证权利还没有告知送达，不能以逾期为由不予听证'
  const open = terms.find((term) => askedOn <= lastDayOf(term))
  return open && `要求听证的期限到 ${lastDayOf(open)}，不能以逾期为由不予听证`
}

/** The same before a licence, where strangers may ask as well. */
export const licenceRefusalGrounded: Gate = {
  id: 'hearing-refusal-grounded',
  basis: '《行政许可法》第四十七条第一款',
  judgesInput: true,
  field: 'hearing-refusal-ground',
  refuse: (view) => {
    const askedOn = textOf(view, 'hearing-asked-on')
    if (askedOn > view.env.today) return '要求听证的日期不能晚于今天'
    switch (textOf(view, 'hearing-refusal-ground')) {
      case LICENCE_REFUSALS.stranger:
        return isConcerned(view) ? '要求听证的人是申请人或者告知过的利害关系人，应当组织听证' : undefined
      case LICENCE_REFUSALS.again:
        return childrenOf(view, 'licence-hearing').length === 0 ? '本申请还没有组织过听证' : undefined
      default:
        return refuseAsLate(termsOfRequest(view), askedOn)
    }
  },
}

/** Whoever asks is the applicant, or is named among those who were told. */
function isConcerned(view: CaseView): boolean {
  const name = textOf(view, 'hearing-applicant').trim()
  if (name === '') return false
  return view.state.parties.some((party) => party.name === name) || textOf(view, 'interested-parties').includes(name)
}
