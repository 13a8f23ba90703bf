import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Basis, Gate, Subject } from '../../procedure/definition.ts'
import { lastDayOf } from '../clock.ts'
import { clockOf, textOf } from '../view.ts'

/** Who decides: the agency itself, several together, or a higher agency after this one has looked first. */
export const MANNERS = {
  alone: '由本机关决定',
  joint: '统一、联合、集中办理',
  first: '先行审查后报上级机关决定',
} as const

const mannerOf = ({ run }: Pick<Subject, 'run'>) => run.facts.case.manner

export const isJoint = (subject: Subject): boolean => mannerOf(subject) === MANNERS.joint
export const isFirstReview = (subject: Subject): boolean => mannerOf(subject) === MANNERS.first

/**
 * The day of acceptance: when the office let the term for asking what is missing go by, the application was accepted by law on the
 * day on which it came in (许可法第三十二条第一款第四项).
 */
export function acceptedOn({ run }: Subject): PlainDate | undefined {
  const on = run.taken.at(-1)?.on
  const asked = run.clocks.findLast(({ clock }) => clock === 'supplement')
  return on && asked && on > lastDayOf(asked) ? asked.startOn : on
}

/** The head of the agency gives ten days; where several act together it is the government that gives fifteen. */
export const governmentAgreed: Gate = {
  id: 'government-agreed',
  basis: '《行政许可法》第四十二条第二款',
  judgesInput: true,
  field: 'government-approval',
  refuse: (view) =>
    isJoint(view) && textOf(view, 'government-approval') === ''
      ? '统一、联合、集中办理的，经本级人民政府负责人批准才能延长，请写明批准的日期和文号'
      : undefined,
}

const BY_LEVEL: Basis = '《行政许可法》第四十三条'

/** What a higher agency decides is looked at here and sent up. */
export const decidedHere: Gate = {
  id: 'decided-here',
  basis: BY_LEVEL,
  refuse: (view) => (isFirstReview(view) ? '本事项由上级机关决定，审查完毕后报送' : undefined),
}

export const decidedAbove: Gate = {
  id: 'decided-above',
  basis: BY_LEVEL,
  refuse: (view) => (isFirstReview(view) ? undefined : '本事项由本机关决定，不报上级机关'),
}

/** Time that does not count is over before anything is decided on what it was taken for. */
export const specialTimeOver: Gate = {
  id: 'special-time-over',
  basis: '《行政许可法》第四十五条',
  refuse: (view) => {
    const open = clockOf(view, 'decision')?.deductions.find(({ untilOn }) => untilOn === undefined)
    return open && `${open.ground.endsWith('hearing') ? '听证' : open.ground}还没有结束，期限没有恢复计算`
  },
}
