import { addYears, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { chineseNumeral } from '../discretion/numeral.ts'
import { formatDate } from '../form/format-fact.ts'
import type { Hint } from './hint.ts'

/** The last day on which an act may be found and still be punished: it counts from the act, or from its end (处罚法第三十六条). */
export function lastDayToBeFound(endedOn: PlainDate, years: number): PlainDate {
  return addYears(endedOn, years)
}

type Found = {
  readonly cause: string
  readonly endedOn?: PlainDate
  readonly foundOn?: PlainDate
  readonly years: number
}

export function limitationHint({ cause, endedOn, foundOn, years }: Found): Hint | undefined {
  if (foundOn === undefined) return undefined
  const hint = (tone: Hint['tone'], sentence: string): Hint => ({
    code: 'limitation',
    tone,
    title: '追责时效',
    sentence,
    basis: '《行政处罚法》第三十六条',
  })
  if (endedOn === undefined) return hint('care', `“${cause}”还没有填行为终了日期，算不出追责时效`)
  const last = lastDayToBeFound(endedOn, years)
  const term = `${chineseNumeral(years)}年`
  const told = `“${cause}”${formatDate(endedOn)}终了，${term}到${formatDate(last)}为止`
  if (foundOn > last)
    return hint(
      'stop',
      `${told}，${formatDate(foundOn)}才被发现，已经超过${daysBetween(last, foundOn)}日，不再给予行政处罚`,
    )
  return hint('plain', `${told}，${formatDate(foundOn)}被发现，没有超过；有连续或者继续状态的，从终了之日起算`)
}
