import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import type { Party } from '../state.ts'
import {
  type CaseView,
  childrenOf,
  clockOf,
  fenOf,
  isClockOver,
  isDelivered,
  partyFactOf,
  violationFactOf,
} from '../view.ts'
import { isPastLimitation } from './filing.ts'

/** Delivered, and for each party either expressly waived, heard, or the time has run out (处罚法第四十四条、第四十五条、第六十二条). */
export const noticeHeard: Gate = {
  id: 'notice-heard',
  basis: '《行政处罚法》第六十二条',
  refuse: (view) => {
    if (!isDelivered(view, 'penalty-notice')) return '告知书还没有送达全部当事人'
    const waiting = view.parties.filter((party) => !hasSpoken(view, party))
    if (waiting.length === 0) return undefined
    return `${names(waiting)}的陈述申辩期还没有届满，也没有明确放弃`
  },
}

/** Where a hearing is due: requested and held, waived, or not asked for in time (处罚法第六十三条、第六十四条、第六十五条). */
export const hearingSettled: Gate = {
  id: 'hearing-settled',
  basis: '《行政处罚法》第六十三条、第六十五条',
  refuse: (view) => {
    if (childrenOf(view, 'hearing').some((hearing) => !hearing.endedOn)) return '听证还没有结束'
    const open = view.parties.filter((party) => isHearingDue(view, party) && !hasSettledHearing(view, party))
    return open.length === 0 ? undefined : `${names(open)}可以要求听证的期限还没有届满，也没有明确放弃`
  },
}

/** The hearing is the party's right only above the threshold of the region and field (处罚法第六十三条). */
export const hearingIsRight: Gate = {
  id: 'hearing-right',
  basis: '《行政处罚法》第六十三条',
  refuse: (view) =>
    view.parties.some((party) => isHearingDue(view, party)) ? undefined : '拟处罚没有达到听证标准，不举行听证',
}

/** Somebody has asked for it on a day that is named, and nobody whose sanction stays below the threshold (处罚法第六十三条、第六十四条第一项). */
export const hearingRequested: Gate = {
  id: 'hearing-requested',
  basis: '《行政处罚法》第六十三条、第六十四条第一项',
  judgesInput: true,
  refuse: (view) => {
    if (!view.parties.some((party) => isHearingDue(view, party))) return undefined
    const asking = view.parties.filter((party) => askedOf(view, party).some(hasText))
    if (asking.length === 0) return '请写明哪一个当事人何时要求听证'
    return refuseUndated(view, asking) ?? refuseWithoutRight(view, asking)
  },
}

/** The day on which this party asks for a hearing, and what it says. */
function askedOf({ input }: CaseView, party: Party) {
  return ['hearing-asked-on', 'hearing-request'].map((name) => input.party[party.id]?.[name])
}

function refuseUndated(view: CaseView, asking: readonly Party[]): string | undefined {
  const half = asking.filter((party) => !askedOf(view, party).every(hasText))
  if (half.length > 0) return `请写全${names(half)}提出听证申请的日期和内容`
  const ahead = asking.some((party) => String(askedOf(view, party)[0]) > view.env.today)
  return ahead ? '提出听证申请的日期不能晚于今天' : undefined
}

function refuseWithoutRight(view: CaseView, asking: readonly Party[]): string | undefined {
  const again = asking.filter((party) => clockOf(view, 'hearing-request', party.id)?.metOn !== undefined)
  if (again.length > 0) return `${names(again)}已经要求过听证；撤回或者无故不到的，视为放弃`
  const without = asking.filter((party) => !isHearingDue(view, party))
  return without.length === 0 ? undefined : `对${names(without)}的拟处罚没有达到听证标准`
}

/** A waiver is express: in writing or on a recording (处罚法第六十二条). */
export const waiverRecorded: Gate = {
  id: 'waiver-recorded',
  basis: '《行政处罚法》第六十二条',
  judgesInput: true,
  refuse: (view) => {
    const bare = view.parties.filter(
      (party) => hasWaived(view, party) && !hasText(partyFactOf(view, party.id, 'waiver-medium')),
    )
    return bare.length === 0 ? undefined : `放弃须明确：请写明${names(bare)}的放弃记录在书面上还是录音录像里`
  },
}

function hasWaived(view: CaseView, party: Party): boolean {
  return ['waives-statement', 'waives-hearing'].some((name) => partyFactOf(view, party.id, name) === true)
}

export const noticeDelivered: Gate = {
  id: 'notice-delivered',
  basis: '《行政处罚法》第四十四条',
  refuse: (view) => (isDelivered(view, 'penalty-notice') ? undefined : '告知书还没有送达全部当事人'),
}

/** Something to notify: each act that can still be punished has a sanction. */
export const sanctionNamed: Gate = {
  id: 'sanction-named',
  basis: '《行政处罚法》第九条、第四十四条',
  judgesInput: true,
  refuse: (view) => {
    const without = view.violations.filter((item) => !hasSanction(view, item.id) && !isPastLimitation(view, item.id))
    return without.length === 0 ? undefined : `“${without[0]?.cause}”还没有写明拟给予的处罚`
  },
}

/** Whether goods are of a value that opens a hearing is not known without it (处罚法第六十三条第一款第二项). */
export const goodsValued: Gate = {
  id: 'goods-valued',
  basis: '《行政处罚法》第六十三条第一款第二项',
  judgesInput: true,
  refuse: (view) => {
    const unvalued = view.violations.find(
      ({ id }) => hasText(violationFactOf(view, id, 'goods')) && fenOf(view, id, 'goods-value') === 0,
    )
    return unvalued && `请写明对“${unvalued.cause}”拟没收的财物的价值，据此判断是否告知听证权利`
  },
}

/** An act past limitation is not punished along with the others of its case (处罚法第三十六条). */
export const lateActsSpared: Gate = {
  id: 'late-acts-spared',
  basis: '《行政处罚法》第三十六条',
  judgesInput: true,
  refuse: (view) => {
    const late = view.violations.find((item) => isPastLimitation(view, item.id) && hasSanction(view, item.id))
    return late && `“${late.cause}”已经超过追责时效，不再给予行政处罚，请不要对它拟处罚`
  },
}

/** Whether anything is laid upon this act; amounts that were lowered to nothing do not count. */
export function hasSanction(view: CaseView, violation: string, lowered: readonly string[] = []): boolean {
  const flags = ['warning', 'criticism', 'is-heavy'].some((name) => violationFactOf(view, violation, name) === true)
  const money = ['fine', 'gains'].some((name) => !lowered.includes(name) && fenOf(view, violation, name) > 0)
  const texts = ['goods', 'other-sanction'].some((name) => (violationFactOf(view, violation, name) ?? '') !== '')
  return flags || money || texts
}

/** What opens a hearing, in the order of 处罚法第六十三条第一款: amounts against one party are taken together, kind by kind. */
export const HEARING_GROUNDS = {
  fine: '较大数额罚款',
  gains: '没收较大数额违法所得',
  'goods-value': '没收较大价值非法财物',
  'is-heavy': '降低资质等级、吊销许可证件、责令停产停业、责令关闭、限制从业等较重',
} as const

export function isHearingDue(view: CaseView, party: Party): boolean {
  return hearingGroundsOf(view, party).length > 0
}

/** A statement is waited for where nobody has waived it, and not beside a hearing. */
export function awaitsStatement({ state, run }: Notified, party: string): boolean {
  return !isBeingHeard(state) && run.facts.party[party]?.['waives-statement'] !== true
}

/** A party that may ask for a hearing and has neither asked nor waived it. */
export function mayAskForHearing({ env, state, run }: Notified, party: string): boolean {
  const asking = state.parties.find(({ id }) => id === party)
  if (!asking || isBeingHeard(state) || run.facts.party[party]?.['waives-hearing'] === true) return false
  return hearingGroundsOf({ env, run, violations: state.violations }, asking).length > 0
}

const isBeingHeard = ({ runs }: CaseView['state']) =>
  runs.some(({ procedure, endedOn }) => procedure === 'hearing' && endedOn === undefined)

type Notified = Pick<CaseView, 'state' | 'run'> & Pick<Weighed, 'env'>
type Weighed = Pick<CaseView, 'run' | 'violations'> & { readonly env: Pick<CaseView['env'], 'parameters' | 'today'> }

/** Why this party may demand a hearing; nothing where it may not. */
export function hearingGroundsOf(view: Weighed, party: Party): readonly string[] {
  const { parameters, today } = view.env
  const own = view.violations.filter((item) => item.party === party.id)
  const code = party.kind === 'organisation' ? 'hearing.threshold-organisation-fen' : 'hearing.threshold-person-fen'
  const threshold = parameterValueOf(parameters, code, today)
  const isHeavy = own.some((item) => violationFactOf(view, item.id, 'is-heavy') === true)
  const total = (name: string) => own.reduce((sum, item) => sum + fenOf(view, item.id, name), 0)
  return Object.entries(HEARING_GROUNDS)
    .filter(([name]) => (name === 'is-heavy' ? isHeavy : total(name) >= threshold))
    .map(([, words]) => words)
}

/** A new notice clears what was said to the old one, so a waiver that stands here speaks of the newest. */
function hasSpoken(view: CaseView, party: Party): boolean {
  return partyFactOf(view, party.id, 'waives-statement') === true || isClockOver(view, 'statement', party.id)
}

/** A hearing counts for those who asked for it; a new notice clears the request, and with it what was heard on the old one. */
function hasSettledHearing(view: CaseView, party: Party): boolean {
  if (hasText(partyFactOf(view, party.id, 'hearing-request'))) return true
  return partyFactOf(view, party.id, 'waives-hearing') === true || isClockOver(view, 'hearing-request', party.id)
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function names(parties: readonly Party[]): string {
  return parties.map((party) => party.name).join('、')
}
