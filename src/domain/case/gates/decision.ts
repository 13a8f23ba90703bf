import type { PlainDate } from '../../calendar/plain-date.ts'
import { type Held, holdsTo } from '../../discretion/holds-to.ts'
import { ageAtAct } from '../../hint/age.ts'
import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import type { Violation } from '../state.ts'
import { type CaseView, childOf, draftDigest, fenOf, holds, textOf, violationFactOf } from '../view.ts'
import { isPastLimitation } from './filing.ts'
import { hasSanction } from './notice.ts'
import { hasHearingSince, isComplicatedOrMajor } from './review.ts'

/** Amounts that may fall between notice and decision; all else that was notified is fixed by the notice. */
const AMOUNTS = ['fine', 'gains'] as const

/** Nothing beyond the notice: an amount may only fall, since a statement never makes it worse (处罚法第四十四条、第四十五条第二款). */
export const nothingBeyondNotice: Gate = {
  id: 'nothing-beyond-notice',
  basis: '《行政处罚法》第四十四条、第四十五条',
  judgesInput: true,
  field: (view) => {
    const raised = raisedAmount(view)
    return raised && `final-${raised.name}@${raised.violation.id}`
  },
  refuse: (view) => {
    const raised = raisedAmount(view)
    return raised && `“${raised.violation.cause}”的金额高于告知的数额；不得因陈述、申辩加重处罚，确需加重的须重新告知`
  },
}

function raisedAmount(view: CaseView) {
  const amounts = view.violations.flatMap((violation) => AMOUNTS.map((name) => ({ violation, name })))
  return amounts.find(
    ({ violation: { id }, name }) => Number(violationFactOf(view, id, `final-${name}`) ?? 0) > fenOf(view, id, name),
  )
}

/** The upper bound is hard; below the minimum, and no fine at all where one is due, needs a recorded ground (处罚法第三十条、第三十二条). */
export function withinRange(fact: 'fine' | 'final-fine'): Gate {
  return {
    id: 'within-range',
    basis: '《行政处罚法》第五条、第三十二条',
    judgesInput: true,
    field: (view) => {
      const offender = outOfRange(view, fact)
      return offender && `${fact}@${offender.violation}`
    },
    refuse: (view) => outOfRange(view, fact)?.sentence,
  }
}

function outOfRange(view: CaseView, fact: string): { violation: string; sentence: string } | undefined {
  for (const violation of view.violations) {
    const sentence = refuseRange(view, violation, fact)
    if (sentence) return { violation: violation.id, sentence }
  }
  return undefined
}

type Unjudged = Extract<Held, { verdict: 'cannot-judge' }>

function refuseRange(view: CaseView, violation: Violation, fact: string): string | undefined {
  const held = heldToRange(view, violation, fact)
  if (!held || held.verdict === 'within') return undefined
  if (held.verdict === 'above') return `“${violation.cause}”：${held.sentence}`
  if (held.verdict === 'below') {
    const how = '确需减轻的，请选减轻情形并写明理由和证据'
    return hasMitigation(view, violation.id) ? undefined : `“${violation.cause}”：${held.sentence}；${how}`
  }
  return refuseUnjudged(view, violation, held)
}

function heldToRange(view: CaseView, { id, party, range }: Violation, fact: string): Held | undefined {
  const fineFen = fineOf(view, id, fact)
  if (range === undefined || fineFen === undefined || isPastLimitation(view, id)) return undefined
  const baseFen = violationFactOf(view, id, 'value-base')
  const isOrganisation = view.parties.find((item) => item.id === party)?.kind === 'organisation'
  const subject = isOrganisation ? 'organisation' : 'person'
  const held = holdsTo(range, { fineFen, subject, ...(typeof baseFen === 'number' ? { baseFen } : {}) })
  return fineFen === 0 && held.verdict !== 'below' ? undefined : held
}

/** A range that turns on a value or a circumstance: the value is given, or the tier and why it applies are written down. */
function refuseUnjudged(view: CaseView, { id, cause }: Violation, { needs, sentence }: Unjudged): string | undefined {
  const isExplained = String(violationFactOf(view, id, 'tier') ?? '').length >= 5
  if (needs !== 'base' && isExplained) return undefined
  return `“${cause}”：${sentence}${needs === 'base' ? '' : '，并写明适用的裁量档次和理由'}`
}

/** A fine that the notice leaves out is none; one that the decision leaves out is the notified one. */
function fineOf(view: CaseView, violation: string, fact: string): number | undefined {
  const fineFen = violationFactOf(view, violation, fact)
  if (typeof fineFen === 'number') return fineFen
  return fact === 'fine' ? 0 : undefined
}

function hasMitigation(view: CaseView, violation: string): boolean {
  const ground = violationFactOf(view, violation, 'mitigation')
  const reason = violationFactOf(view, violation, 'mitigation-reason')
  return typeof ground === 'string' && !['', '无'].includes(ground) && typeof reason === 'string' && reason.length >= 5
}

/** Complicated cases and major acts are decided by the heads together (处罚法第五十七条第二款). */
export const panelDecided: Gate = {
  id: 'panel-decided',
  basis: '《行政处罚法》第五十七条第二款',
  refuse: (view) => {
    const panel = childOf(view, 'panel')
    if (!panel) return isComplicatedOrMajor(view) ? '情节复杂或者重大违法行为，由机关负责人集体讨论决定' : undefined
    if (!panel.endedOn) return '集体讨论还没有结束'
    if (panel.outcome !== 'agreed') return '集体讨论没有同意拟作的决定'
    if (hasHearingSince(view, panel)) return '集体讨论后又举行了听证，须重新讨论'
    return panel.draft === draftDigest(view) ? undefined : '拟稿在集体讨论后改动过，须重新讨论'
  },
}

/** A child under fourteen is not punished; the age is that on the day of the act (处罚法第三十条). */
export const everyPartyUnderFourteen: Gate = {
  id: 'under-fourteen',
  basis: '《行政处罚法》第三十条',
  refuse: (view) => {
    const older = view.parties.find((party) => (ageOfParty(view, party.id) ?? 99) >= 14)
    return older ? `${older.name}在行为时不是不满十四周岁` : undefined
  },
}

/** The other side of the same article: nobody who was under fourteen is punished (处罚法第三十条). */
export const nobodyUnderFourteen: Gate = {
  id: 'nobody-under-fourteen',
  basis: '《行政处罚法》第三十条',
  refuse: (view) => {
    const child = view.parties.find((party) => (ageOfParty(view, party.id) ?? 99) < 14)
    return child && `${child.name}在行为时不满十四周岁，不予行政处罚，责令监护人加以管教`
  },
}

/** Full years at the end of the last act of this party; undefined for organisations and unknown dates. */
function ageOfParty(view: CaseView, partyId: string): number | undefined {
  const bornOn = view.parties.find((party) => party.id === partyId)?.bornOn
  const acts = view.violations.filter((item) => item.party === partyId)
  const ended = acts.map((item) => violationFactOf(view, item.id, 'act-ended-on'))
  const on = ended
    .filter((date) => typeof date === 'string')
    .toSorted()
    .at(-1)
  if (!bornOn || typeof on !== 'string') return undefined
  const isFromNextDay = parameterValueOf(view.env.parameters, 'penalty.age-from-next-day', view.env.today)
  return ageAtAct(bornOn, on as PlainDate, isFromNextDay)
}

export const finalSanctionNamed: Gate = {
  id: 'final-sanction-named',
  basis: '《行政处罚法》第五十九条',
  refuse: (view) =>
    view.violations.every((item) => isPastLimitation(view, item.id) || hasFinalSanction(view, item.id))
      ? undefined
      : '还有违法行为没有写明处罚；金额减到零的，应当改变处理意见',
}

/** What is left once the draft has lowered the amounts. */
function hasFinalSanction(view: CaseView, violation: string): boolean {
  const lowered = AMOUNTS.filter((name) => violationFactOf(view, violation, `final-${name}`) === 0)
  return hasSanction(view, violation, lowered)
}

export const draftWritten: Gate = {
  id: 'draft-written',
  basis: '《行政处罚法》第五十九条',
  refuse: (view) => (textOf(view, 'decision-reasons') === '' ? '还没有拟出决定稿' : undefined),
}

export const correctionOrdered: Gate = {
  id: 'correction-ordered',
  basis: '《行政处罚法》第二十八条第一款',
  judgesInput: true,
  refuse: (view) =>
    textOf(view, 'correction') !== '' || holds(view, 'correction-done')
      ? undefined
      : '实施处罚时应当责令改正或者限期改正',
}
