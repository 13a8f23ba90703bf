import { type PlainDate, parsePlainDate } from '../../calendar/plain-date.ts'
import type { Basis, Gate, Subject } from '../../procedure/definition.ts'
import { isOver, lastDayOf } from '../clock.ts'
import type { ClockState } from '../state.ts'
import { type CaseView, childrenOf, clockOf, holds, isDelivered, takenOf, textOf } from '../view.ts'

const TOLD: Basis = '《行政许可法》第三十六条'
const RIGHT: Basis = '《行政许可法》第四十七条第一款'

/** Whose great interest is touched is told, before the office makes up its mind. */
export const othersTold: Gate = {
  id: 'others-told',
  basis: TOLD,
  judgesInput: true,
  field: 'affects-others',
  refuse: (view) =>
    holds(view, 'affects-others') && !takenOf(view, 'tell-others')
      ? '直接关系他人重大利益的，先告知利害关系人，听取意见'
      : undefined,
}

export const toldByToday: Gate = {
  id: 'told-by-today',
  basis: TOLD,
  judgesInput: true,
  field: 'interested-told-on',
  refuse: (view) => {
    const on = textOf(view, 'interested-told-on')
    const issuedOn = takenOf(view, 'tell-others')?.on
    if (on > view.env.today) return '收到告知的日期不能晚于今天'
    return issuedOn !== undefined && on < issuedOn ? `收到告知的日期不能早于告知书的日期 ${issuedOn}` : undefined
  },
}

export const othersNamed: Gate = {
  id: 'others-named',
  basis: TOLD,
  refuse: (view) => (takenOf(view, 'tell-others') ? undefined : '还没有制作告知书，没有可以登记的告知'),
}

/** Terms in which a hearing may be asked for: the applicant's, and that of the others. */
export function termsOfRequest(view: CaseView): readonly ClockState[] {
  const ofParties = view.state.parties.flatMap(({ id }) => clockOf(view, 'hearing-request', id) ?? [])
  const ofOthers = clockOf(view, 'others-request')
  return ofOthers ? [...ofParties, ofOthers] : ofParties
}

/** Five working days in which anybody who was told may ask for a hearing pass before it is decided; who is told later has his own. */
export const hearingRightSettled: Gate = {
  id: 'hearing-right-settled',
  basis: RIGHT,
  refuse: (view) => {
    const told = takenOf(view, 'tell-others')
    if (!told || childrenOf(view, 'licence-hearing').some(({ openedSeq }) => openedSeq > told.seq)) return undefined
    if (!isDelivered(view, 'licence-hearing-right')) return '听证告知书还没有送达申请人'
    if (textOf(view, 'interested-told-on') === '') return '还没有登记利害关系人收到告知的日期'
    if (holds(view, 'hearing-waived')) return undefined
    const open = termsOfRequest(view).find((clock) => !isOver(clock, view.env))
    return open && `要求听证的期限到 ${lastDayOf(open)} 才届满，也没有都表示不要求听证`
  },
}

export const hearingRightTold: Gate = {
  id: 'hearing-right-told',
  basis: RIGHT,
  refuse: (view) => (termsOfRequest(view).length === 0 ? '还没有告知听证权利' : undefined),
}

/** The request is judged by the day on which it was made, which may be written down later; an older one says nothing of this. */
export const hearingAskedInTime: Gate = {
  id: 'hearing-asked-in-time',
  basis: RIGHT,
  judgesInput: true,
  field: 'hearing-asked-on',
  refuse: (view) => {
    const askedOn = view.input.case['hearing-asked-on']
    if (typeof askedOn !== 'string') return '请填写这一次要求听证的日期'
    if (askedOn > view.env.today) return '要求听证的日期不能晚于今天'
    const terms = termsOfRequest(view)
    const isLate = terms.length > 0 && terms.every((clock) => lastDayOf(clock) < askedOn)
    return isLate ? '被告知听证权利已经超过五个工作日' : undefined
  },
}

export const hearingEnded: Gate = {
  id: 'hearing-ended',
  basis: '《行政许可法》第四十八条',
  refuse: (view) =>
    childrenOf(view, 'licence-hearing').some(({ endedOn }) => !endedOn) ? '听证还没有结束' : undefined,
}

/** One hearing at a time: who asks later joins it. */
export const noHearingOpen: Gate = {
  id: 'no-hearing-open',
  basis: '《行政许可法》第四十七条第一款',
  refuse: hearingEnded.refuse,
}

/** What was said in the hearing is answered, since it is decided by its record. */
export const decidedOnRecord: Gate = {
  id: 'decided-on-record',
  basis: '《行政许可法》第四十八条第二款',
  judgesInput: true,
  field: 'hearing-answer',
  refuse: (view) => {
    const isHeld = childrenOf(view, 'licence-hearing').some(({ outcome }) => outcome === 'held')
    return isHeld && textOf(view, 'hearing-answer').trim() === ''
      ? '举行过听证的，根据听证笔录作出决定，请写明笔录中的意见和采纳情况'
      : undefined
  },
}

/** Twenty working days run from the day of the request; a hearing that the office announces itself has no term of this kind. */
export function hearingAskedOn({ state, run }: Subject): PlainDate | undefined {
  if (run.openedBy !== 'request-hearing') return undefined
  const opener = state.runs.find(({ id }) => id === run.parent)
  return parsePlainDate(String(opener?.facts.case['hearing-asked-on'] ?? '')) ?? opener?.taken.at(-1)?.on
}
