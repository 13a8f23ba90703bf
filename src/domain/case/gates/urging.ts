import { dueOn } from '../../calendar/deadline.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { type TermCode, termOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { debtorsOf, isPastTerm } from '../obligations.ts'
import type { Party } from '../state.ts'
import { type CaseView, deliveredOn, partyFactOf, textOf } from '../view.ts'
import { decisionStands } from './performance.ts'

const LAW = '《行政强制法》'
export const namesOf = (parties: readonly Party[]): string => parties.map(({ name }) => name).join('、')

/** There is somebody who should have performed and has not (强制法第三十四条). */
export const termPassed: Gate = {
  id: 'term-passed',
  basis: `${LAW}第三十四条`,
  refuse: (view) => {
    const open = debtorsOf(view)
    if (open.length === 0) return '当事人都已经履行，没有可以执行的'
    const early = open.filter((party) => !isPastTerm(view, party.id))
    return early.length < open.length ? undefined : `${namesOf(early)}的履行期限还没有届满`
  },
}

/** Nothing is decided or carried out against who has performed; what was revoked has a reason of its own (强制法第三十四条、第三十七条). */
export const stillOwed: Gate = {
  id: 'still-owed',
  basis: `${LAW}第三十四条`,
  refuse: (view) =>
    debtorsOf(view).length > 0 || decisionStands.refuse(view) !== undefined
      ? undefined
      : '当事人都已经履行，没有可以执行的；请用“当事人已经履行，结束执行”',
}

/** Urging was delivered to everyone who still owes, directly or by the other ways of 民事诉讼法 (强制法第三十五条、第三十八条). */
export function urgingDelivered(code: string): Gate {
  return {
    id: 'urging-delivered',
    basis: `${LAW}第三十八条`,
    refuse: (view) => {
      const without = debtorsOf(view).filter((party) => !hasPaper(view, code, party))
      return without.length === 0 ? undefined : `催告书还没有送达${namesOf(without)}`
    },
  }
}

/** Whether the newest paper of a kind has reached the party by today. */
export function hasPaper(view: CaseView, code: string, party: Party): boolean {
  const on = deliveredOn(view, code, party.id)
  return on !== undefined && on <= view.env.today
}

/** The days that the urging gave are over; sooner only with evidence that property is being moved away (强制法第三十七条第三款). */
export const urgingOver: Gate = {
  id: 'urging-over',
  basis: `${LAW}第三十七条`,
  judgesInput: true,
  field: 'hides-property',
  refuse: (view) => {
    if (textOf(view, 'hides-property') !== '') return undefined
    const until = textOf(view, 'urging-until')
    return until < view.env.today
      ? undefined
      : `催告书载明的履行期限到 ${until}，届满以后才能决定；有证据证明转移、隐匿财物的，写明后可以立即决定`
  },
}

/** The urging gives the party time after today (强制法第三十五条第一项). */
export const urgingTermAhead: Gate = {
  id: 'urging-term-ahead',
  basis: `${LAW}第三十五条`,
  judgesInput: true,
  field: 'urging-until',
  refuse: (view) => (textOf(view, 'urging-until') > view.env.today ? undefined : '催告的履行期限应当晚于今天'),
}

/** What the party said to the urging is answered (强制法第三十六条). */
export const urgingStatementAnswered: Gate = {
  id: 'urging-statement-answered',
  basis: `${LAW}第三十六条`,
  judgesInput: true,
  field: (view) => {
    const open = unanswered(view)
    return open && `urging-heard@${open.id}`
  },
  refuse: (view) => {
    const open = unanswered(view)
    return open && `${open.name}对催告作了陈述、申辩，请写明复核意见`
  },
}

function unanswered(view: CaseView): Party | undefined {
  const said = (party: Party, name: string) => String(partyFactOf(view, party.id, name) ?? '').trim() !== ''
  return view.state.parties.find((party) => said(party, 'urging-statement') && !said(party, 'urging-heard'))
}

/** Whether a paper reached the party and so many days have gone by since. */
export function isTermAfter(view: CaseView, code: string, party: Party, parameter: TermCode): boolean {
  const start = deliveredOn(view, code, party.id) as PlainDate | undefined
  if (start === undefined) return false
  const { calendar, parameters, today } = view.env
  const term = termOf(parameters, parameter, today)
  return dueOn({ start, term, rolls: false, deductions: [], calendar }).rawDue < today
}
