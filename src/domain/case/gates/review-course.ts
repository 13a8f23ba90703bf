import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { isRunning } from '../clock.ts'
import { type CaseView, clockOf, factOf, isClockOver, textOf } from '../view.ts'

const LAW = '《行政复议法》'

/** The reviewing body takes an application up after it was made, and sends it on after that (行政复议法第三十条、第四十八条). */
export const takenUpInOrder: Gate = {
  id: 'taken-up-in-order',
  basis: `${LAW}第三十条、第四十八条`,
  judgesInput: true,
  field: 'taken-up-on',
  refuse: (view) => {
    const on = textOf(view, 'taken-up-on')
    if (on === '') return undefined
    const [applied, noticed] = [textOf(view, 'applied-on'), textOf(view, 'notice-on')]
    if (on < applied) return `受理日期不能早于申请日期 ${applied}`
    return on > noticed ? `受理日期不能晚于收到答复通知书的日期 ${noticed}` : undefined
  },
}

const runs = (view: CaseView, name: string): boolean => {
  const clock = clockOf(view, name)
  return clock !== undefined && isRunning(clock)
}

export const reviewByOrdinary: Gate = {
  id: 'review-by-ordinary',
  basis: `${LAW}第六十二条第一款`,
  refuse: (view) =>
    runs(view, 'decision') ? undefined : '简易程序的审理期限不能延长；转为普通程序的，先登记转为普通程序',
}

export const reviewBySimple: Gate = {
  id: 'review-by-simple',
  basis: `${LAW}第五十五条`,
  refuse: (view) => (runs(view, 'simple-decision') ? undefined : '这件复议适用的已经是普通程序'),
}

/** Thirty days more at the most, and by the reviewing body's own decision. */
export const extendedAtMost: Gate = {
  id: 'extended-at-most',
  basis: `${LAW}第六十二条第一款`,
  judgesInput: true,
  field: 'extended-days',
  refuse: (view) => {
    const most = parameterValueOf(view.env.parameters, 'admin-review.longest-extension', view.env.today)
    const days = factOf(view, 'extended-days')
    return typeof days === 'number' && days >= 1 && days <= most ? undefined : `延长期限最多不得超过 ${most} 日`
  },
}

/** A review that stands is beyond contest when nobody has sued in time (行政诉讼法第四十五条). */
export const suitTermOver: Gate = {
  id: 'suit-term-over',
  basis: '《行政诉讼法》第四十五条',
  refuse: (view) => (isClockOver(view, 'suit') ? undefined : '不服复议决定的起诉期限还没有届满'),
}
