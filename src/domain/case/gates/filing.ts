import type { PlainDate } from '../../calendar/plain-date.ts'
import { lastDayToBeFound } from '../../hint/limitation.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { type CaseView, factOf, holds, violationFactOf } from '../view.ts'

export const agencyQualified: Gate = {
  id: 'agency-qualified',
  basis: '《行政处罚法》第十七条',
  refuse: ({ env }) => (env.agency.isQualified ? undefined : `${env.agency.name}今天没有执法主体资格`),
}

export const hasJurisdiction: Gate = {
  id: 'jurisdiction',
  basis: '《行政处罚法》第二十二条',
  judgesInput: true,
  field: 'in-jurisdiction',
  refuse: (view) =>
    holds(view, 'in-jurisdiction')
      ? undefined
      : `违法行为不发生在${view.env.agency.regionName}，也没有指定管辖的，应当移送有管辖权的机关`,
}

/** From the end of the act to its discovery, not to the filing; every party has an act that can still be punished (处罚法第三十六条). */
export const withinLimitation: Gate = {
  id: 'limitation',
  basis: '《行政处罚法》第三十六条',
  judgesInput: true,
  refuse: (view) => {
    const spared = view.state.parties.find((party) =>
      view.state.violations.every((item) => item.party !== party.id || isPastLimitation(view, item.id)),
    )
    if (!spared) return undefined
    const late = view.state.violations.find((item) => item.party === spared.id)
    return `“${late?.cause}”从行为终了到被发现已经超过${limitationYears(view)}年，不再给予行政处罚；请按超过时效处理`
  },
}

/** A clue whose act ended too long before it was found becomes no case; where the end is not known yet, the filing asks again. */
export const clueInTime: Gate = {
  id: 'clue-limitation',
  basis: '《行政处罚法》第三十六条',
  judgesInput: true,
  field: 'ended-on',
  refuse: (view) =>
    isPast(view, factOf(view, 'ended-on'))
      ? `从行为终了到被发现已经超过${limitationYears(view)}年，不再给予行政处罚；请报请不予立案`
      : undefined,
}

/** The end “out of time” stands open only when the law has closed every other. */
export const pastLimitation: Gate = {
  id: 'past-limitation',
  basis: '《行政处罚法》第三十六条',
  judgesInput: true,
  refuse: (view) =>
    view.state.violations.every((item) => isPastLimitation(view, item.id))
      ? undefined
      : `还没有超过${limitationYears(view)}年的追责时效`,
}

/** Whether an act was found too late to be punished (处罚法第三十六条). */
export function isPastLimitation(view: CaseView, violation: string): boolean {
  return isPast(view, violationFactOf(view, violation, 'act-ended-on'))
}

function isPast(view: CaseView, endedOn: unknown): boolean {
  const foundOn = factOf(view, 'found-on')
  if (typeof endedOn !== 'string' || typeof foundOn !== 'string') return false
  return foundOn > lastDayToBeFound(endedOn as PlainDate, limitationYears(view))
}

function limitationYears(view: CaseView): number {
  const code = holds(view, 'endangers-life-or-finance') ? 'limitation.long-years' : 'limitation.years'
  return parameterValueOf(view.env.parameters, code, view.env.today)
}

/** What has been found was found by today; it is asked once, when the case is opened. */
export const foundByToday: Gate = {
  id: 'found-by-today',
  basis: '《行政处罚法》第三十六条',
  judgesInput: true,
  field: 'found-on',
  refuse: (view) => (isAhead(view, factOf(view, 'found-on')) ? '发现日期不能晚于今天' : undefined),
}

/** No act ends in the future. */
export const datesInOrder: Gate = {
  id: 'dates-in-order',
  basis: '《行政处罚法》第三十六条',
  judgesInput: true,
  field: (view) => {
    const id = actAhead(view)
    return id && `act-ended-on@${id}`
  },
  refuse: (view) => foundByToday.refuse(view) ?? (actAhead(view) ? '行为终了日期不能晚于今天' : undefined),
}

function actAhead(view: CaseView): string | undefined {
  return view.state.violations.find(({ id }) => isAhead(view, violationFactOf(view, id, 'act-ended-on')))?.id
}

function isAhead(view: CaseView, on: unknown): boolean {
  return typeof on === 'string' && on > view.env.today
}
