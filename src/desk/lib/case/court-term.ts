import type { PartyPerformance } from '#domain/execution/performance-sheet.ts'
import { longDay } from '../office-time.ts'

type Told = Pick<PartyPerformance, 'pauses' | 'remedyEndsOn' | 'courtEndsOn' | 'alteration'>

/** From when until when the court may be asked, or why it may not. */
export function courtTerm({ pauses, remedyEndsOn, courtEndsOn, alteration }: Told): string {
  const basis = '（行政强制法第五十三条）。'
  if (alteration && (!alteration.isKnown || alteration.how === 'revoked'))
    return `原决定已经被${alteration.by}${alteration.how === 'revoked' ? '撤销' : '改变'}，不能再按原决定申请人民法院强制执行${basis}`
  if (remedyEndsOn && courtEndsOn)
    return `申请复议、提起诉讼的期限到 ${longDay(remedyEndsOn)}；届满以后、${longDay(courtEndsOn)}以前，可以申请人民法院强制执行${basis}`
  return pauses.some(({ untilOn }) => untilOn === undefined)
    ? `复议、诉讼没有结束，现在不能申请人民法院强制执行，申请的期限也不计算，结束以后重新计算${basis}`
    : `决定书还没有送达，不能申请人民法院强制执行${basis}`
}

/** What has become of the decision, and what that means for the money. */
export function alterationSaid({ how, by, on, isKnown }: NonNullable<PartyPerformance['alteration']>): string {
  const done = `原决定于${longDay(on)}被${by}${how === 'revoked' ? '撤销' : '变更'}`
  if (how === 'revoked') return `${done}：不再欠缴，已经缴纳的应当退还。`
  return isKnown
    ? `${done}：应缴的按变更后的决定计算，缴款期限从变更决定书送达起重新计算。`
    : `${done}：变更后的数额还没有写明，加处罚款停止计算，催告、强制执行都不能办。请办“处罚决定的补正、变更、撤销”，写明变更以后的处罚内容。`
}
