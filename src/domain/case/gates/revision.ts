import type { Gate } from '../../procedure/definition.ts'
import { deliveredOn, holds, textOf } from '../view.ts'

const ERRORS = '《行政处罚法》第七十五条第二款'

/** A slip of the pen is corrected; what changes the decision itself is a change (处罚法第七十五条第二款). */
export const clericalOnly: Gate = {
  id: 'clerical-only',
  basis: ERRORS,
  judgesInput: true,
  field: 'is-clerical',
  refuse: (view) =>
    holds(view, 'is-clerical') ? undefined : '涉及当事人、事实、依据或者处罚内容的，不是补正，请按变更或者撤销办理',
}

export const withdrawnByToday: Gate = {
  id: 'withdrawn-by-today',
  basis: '《行政处罚法》第四十八条第二款',
  judgesInput: true,
  field: 'withdrawn-on',
  refuse: (view) => (textOf(view, 'withdrawn-on') > view.env.today ? '撤下公示的日期不能晚于今天' : undefined),
}

const PAPERS = ['decision-correction', 'decision-change', 'decision-revocation']

export const revisionDelivered: Gate = {
  id: 'revision-delivered',
  basis: '《行政处罚法》第六十一条',
  refuse: (view) => {
    const { today } = view.env
    const has = (party: string) => PAPERS.some((code) => (deliveredOn(view, code, party) ?? '9') <= today)
    const without = view.state.parties.filter(({ id }) => !has(id))
    return without.length === 0 ? undefined : `${without.map(({ name }) => name).join('、')}还没有收到这份决定书`
  },
}
