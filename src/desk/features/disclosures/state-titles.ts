import type { DisclosureState } from './disclosures-query.ts'

/** The tabs of the room, in the order of the work. */
export const STATE_TITLES: Readonly<Record<DisclosureState, string>> = {
  due: '待公示',
  prepared: '待确认',
  published: '公示中',
  withheld: '不公示',
  withdrawn: '已撤回',
  expired: '已期满',
}
export const STATES = Object.keys(STATE_TITLES) as readonly DisclosureState[]

export const EMPTY: Readonly<Record<DisclosureState, string>> = {
  due: '作出应当公示的决定以后，会按期限排在这里。',
  prepared: '承办人员准备好的公示稿，在这里等另一人确认。',
  published: '公示以后在这里，直到公示期满或者撤回。',
  withheld: '写明情形和理由定为不公示的，在这里。',
  withdrawn: '撤回的只留文号和理由。',
  expired: '公示期满自动撤下，只留文号。',
}
