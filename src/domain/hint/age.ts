import { compareDates, type PlainDate } from '../calendar/plain-date.ts'
import { formatDate } from '../form/format-fact.ts'
import { ageOn } from '../party/citizen-id.ts'
import type { Hint } from './hint.ts'

export const AGE_OF_LIABILITY = 14
export const AGE_OF_MAJORITY = 18

type Born = {
  readonly name: string
  readonly kind: 'organisation' | 'self-employed' | 'person'
  readonly bornOn?: PlainDate
}

/**
 * Full years on the day of an act. The law does not say whether somebody is fourteen on the birthday itself or from the day after; which of the
 * two holds is a parameter.
 */
export function ageAtAct(bornOn: PlainDate, actOn: PlainDate, isFromNextDay: boolean): number {
  const age = ageOn(bornOn, actOn)
  const isBirthday = compareDates(actOn, bornOn) > 0 && actOn.slice(5) === bornOn.slice(5)
  return isBirthday && !isFromNextDay ? age + 1 : age
}

/** Under fourteen nobody is punished; from fourteen to eighteen the penalty is lighter or mitigated (处罚法第三十条). */
export function ageHint(party: Born, actOn: PlainDate | undefined, isFromNextDay: boolean): Hint | undefined {
  if (party.kind === 'organisation' || actOn === undefined) return undefined
  const hint = (tone: Hint['tone'], sentence: string): Hint => ({
    code: 'age',
    tone,
    title: '行为时的年龄',
    sentence,
    basis: '《行政处罚法》第三十条',
  })
  // Of a shop the register knows its keeper only by name.
  if (party.bornOn === undefined && party.kind === 'self-employed') return undefined
  if (party.bornOn === undefined)
    return hint('care', `登记簿里没有${party.name}的身份证号码，算不出行为时的年龄；请查明后补登记`)
  const age = ageAtAct(party.bornOn, actOn, isFromNextDay)
  const told = `${party.name}在行为时（${formatDate(actOn)}）${age}周岁`
  if (age < AGE_OF_LIABILITY) return hint('stop', `${told}，不满十四周岁，不予行政处罚，责令监护人加以管教`)
  return age < AGE_OF_MAJORITY ? hint('care', `${told}，已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚`) : undefined
}
