import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Gate } from '../../procedure/definition.ts'
import { type Pause, writtenDown } from '../remedies.ts'
import type { CaseView } from '../view.ts'

/** A dispute elsewhere is written down once it has begun, and its end once it has ended: both move terms and stop the surcharge. */
export const remedyCame: Gate = {
  id: 'remedy-came',
  basis: '《行政处罚法》第七十三条第三款',
  judgesInput: true,
  field: (view) => {
    const [wrong] = wrongRows(view)
    return wrong && `remedies@${wrong.party}`
  },
  refuse: (view) => wrongRows(view)[0]?.sentence,
}

function wrongRows({ env, state }: CaseView) {
  return state.parties.flatMap(({ id, name }) =>
    writtenDown(state, id).flatMap((row, index) => {
      const why = wrongIn(row, env.today)
      return why === undefined ? [] : [{ party: id, sentence: `${name}的第 ${index + 1} 行${why}` }]
    }),
  )
}

function wrongIn({ fromOn, untilOn }: Pause, today: PlainDate): string | undefined {
  if (fromOn > today) return '的申请、起诉日期不能晚于今天'
  if (untilOn === undefined) return undefined
  if (untilOn > today) return '的结束日期不能晚于今天；还没有结束的，结束日期空着'
  return untilOn < fromOn ? '的结束日期不能早于申请、起诉日期' : undefined
}
