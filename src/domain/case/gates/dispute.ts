import type { Basis, Gate } from '../../procedure/definition.ts'
import { isAboutDecision } from '../contested-act.ts'
import type { Run } from '../state.ts'
import { holds, isClockOver, peopleOf, textOf } from '../view.ts'

/** A letter was received before it is registered, and not before what it follows. */
export function receivedByToday(fact: string, basis: Basis, after?: string): Gate {
  return {
    id: 'received-by-today',
    basis,
    judgesInput: true,
    field: fact,
    refuse: (view) => {
      const on = textOf(view, fact)
      if (on > view.env.today) return '日期不能晚于今天'
      const earliest = after === undefined ? '' : textOf(view, after)
      return on < earliest ? `日期不能早于 ${earliest}` : undefined
    },
  }
}

/** What is contested is defended by what was there when it was decided, and every paper of it is named. */
export function materialsNamed(basis: Basis): Gate {
  return {
    id: 'defence-materials-named',
    basis,
    judgesInput: true,
    field: 'defence-materials',
    refuse: (view) => {
      const lines = textOf(view, 'defence-materials')
        .split('\n')
        .filter((line) => line.trim() !== '')
      return lines.length < 2 ? '应当一行一份写明，至少有作出决定的证据和所依据的规范性文件各一份' : undefined
    },
  }
}

/** One or two of the agency's staff; a head who does not appear says why (行政诉讼法第三条第三款、第三十一条). */
export const appearanceInOrder: Gate = {
  id: 'appearance-in-order',
  basis: '《行政诉讼法》第三条第三款、第三十一条',
  judgesInput: true,
  field: 'agents',
  refuse: (view) => {
    const agents = peopleOf(view, 'agents')
    if (agents.length > 2) return '出庭的人员为一至二人'
    if (agents.some((id) => view.env.person(id)?.employment !== 'staff')) return '出庭的人员应当是本机关的工作人员'
    if (holds(view, 'head-appears') || textOf(view, 'absence-reason') !== '') return undefined
    return '负责人不能出庭的，应当写明原因'
  },
}

/** A judgment of the first instance stands when nobody has appealed in time (行政诉讼法第八十五条). */
export const appealTermOver: Gate = {
  id: 'appeal-term-over',
  basis: '《行政诉讼法》第八十五条',
  refuse: (view) =>
    isClockOver(view, 'appeal') || isSettled(textOf(view, 'judgment')) ? undefined : '上诉期还没有届满，裁判还没有生效',
}

/** What the parties have settled before the court is in force once they have the paper. */
export const isSettled = (judgment: string): boolean => judgment === '调解结案'

/** To be ordered to act changes nothing of what was decided, and a measure beside it was not published; everything else takes it from the public (处罚法第四十八条第二款). */
export function isAlteredAtAll(run: Run): boolean {
  const { alteration } = run.facts.case
  return alteration !== undefined && alteration !== '责令履行' && isAboutDecision(run)
}

export const alteredAtAll: Gate = {
  id: 'altered-at-all',
  basis: '《行政处罚法》第四十八条第二款',
  refuse: ({ run }) =>
    isAlteredAtAll(run)
      ? undefined
      : '责令履行的，或者争议的不是公示的决定，原来的决定没有被变更、撤销或者确认违法、无效，不用撤下',
}
