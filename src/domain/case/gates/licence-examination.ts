import { parameterValueOf, resolveParameter } from '../../parameter/registry.ts'
import type { Basis, Gate } from '../../procedure/definition.ts'
import { type CaseView, holds, takenOf, textOf } from '../view.ts'

/** What is more than papers is looked at on the spot by two. */
export const verifiedIfNeeded: Gate = {
  id: 'verified-if-needed',
  basis: '《行政许可法》第三十四条第三款',
  judgesInput: true,
  field: 'needs-verification',
  refuse: (view) =>
    holds(view, 'needs-verification') && !takenOf(view, 'verify')
      ? '需要核实实质内容的，先由两名以上工作人员核查，制作核查笔录'
      : undefined,
}

/**
 * Who takes in, who examines and decides, and who hands out are different people, where the place wants it so: none of those who took or
 * agreed to the earlier steps. The law leaves it to the control that Article 10 asks for.
 */
export function separateFrom(...earlier: readonly string[]): Gate {
  return {
    id: 'separate-people',
    basis: '《行政许可法》第十条',
    refuse: (view) => {
      const rule = resolveParameter(view.env.parameters, 'licence.separate-people', view.env.today)
      const same = rule.value && earlier.some((action) => handsOf(view, action).includes(view.actor.id))
      return same ? `本地规定受理、审批、出证由不同人员办理（${rule.basis}），请由没有办过前面环节的人办理` : undefined
    },
  }
}

/** Who has taken a step and who has agreed to it, as often as it was taken. */
function handsOf({ run }: CaseView, action: string): readonly (string | null)[] {
  const taken = run.taken.filter((one) => one.action === action)
  return taken.flatMap(({ by, agreed }) => [by, ...agreed.map((agreement) => agreement.by)])
}

const SUPERVISION: Basis = '《行政许可法》第六十一条'

function isSupervisedElsewhere(view: CaseView): boolean {
  const items = parameterValueOf(view.env.parameters, 'licence.supervised-elsewhere', view.env.today)
  return items.includes('*') || items.includes(textOf(view, 'item'))
}

/** Where power to license has moved and supervision has not, no licence leaves without the supervisor knowing of it. */
export const supervisedHere: Gate = {
  id: 'supervised-here',
  basis: SUPERVISION,
  refuse: (view) => (isSupervisedElsewhere(view) ? '本事项由别的机关监管，请用“颁证并移交监管”' : undefined),
}

export const supervisedElsewhere: Gate = {
  id: 'supervised-elsewhere',
  basis: SUPERVISION,
  refuse: (view) =>
    isSupervisedElsewhere(view) ? undefined : '本事项没有列入须移交监管的事项，由本机关监管，不用移交',
}

export const acknowledgedByToday: Gate = {
  id: 'acknowledged-by-today',
  basis: SUPERVISION,
  judgesInput: true,
  field: 'acknowledged-on',
  refuse: (view) => (textOf(view, 'acknowledged-on') > view.env.today ? '签收日期不能晚于今天' : undefined),
}
