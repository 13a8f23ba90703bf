import type { PartyPerformance } from '#domain/execution/performance-sheet.ts'
import { longDay } from '../office-time.ts'

type Told = Pick<PartyPerformance, 'pauses' | 'remedyEndsOn' | 'courtEndsOn'>

/** From when until when the court may be asked, or why it may not. */
export function courtTerm({ pauses, remedyEndsOn, courtEndsOn }: Told): string {
  const basis = '（行政强制法第五十三条）。'
  const altering = pauses.find(({ hasAltered }) => hasAltered)
  if (altering) return `原决定已经被${altering.kind}改变，不能再按原决定申请人民法院强制执行${basis}`
  if (remedyEndsOn && courtEndsOn)
    return `申请复议、提起诉讼的期限到 ${longDay(remedyEndsOn)}；届满以后、${longDay(courtEndsOn)}以前，可以申请人民法院强制执行${basis}`
  return pauses.some(({ untilOn }) => untilOn === undefined)
    ? `复议、诉讼没有结束，现在不能申请人民法院强制执行，申请的期限也不计算，结束以后重新计算${basis}`
    : `决定书还没有送达，不能申请人民法院强制执行${basis}`
}
