import type { Gate } from '../../procedure/definition.ts'
import { type CaseState, rootRun } from '../state.ts'
import { deliveredOn, holds, textOf } from '../view.ts'
import { hasSanction } from './notice.ts'

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

/** What is to be decided is written down before it is reviewed and agreed to. */
function drafted(id: string, fact: string, action: string): Gate {
  return {
    id,
    basis: ERRORS,
    refuse: (view) => (textOf(view, fact) === '' ? `还没有${action}` : undefined),
  }
}
export const changeDrafted = drafted('change-drafted', 'change-words', '拟写变更的内容')
export const revocationDrafted = drafted('revocation-drafted', 'revocation-reason', '拟写撤销的理由')

/** A penalty of which nothing is left is revoked; a decision to spare somebody may be changed and still spare them. */
export const sanctionLeft: Gate = {
  id: 'sanction-left',
  basis: ERRORS,
  judgesInput: true,
  refuse: (view) => {
    const { origin } = view.env
    const punishes = (party: string) =>
      view.violations.some((item) => item.party === party && hasSanction(view, item.id))
    const without = view.state.parties.find(({ id }) => !punishes(id) && !(origin && isSpared(origin, id)))
    return without && `请写明变更以后对${without.name}的全部处罚内容，没有变的也写；不再给予任何处罚的，请按撤销办理`
  },
}

function isSpared(origin: CaseState, party: string): boolean {
  const { results, result, outcome = result } = rootRun(origin)
  return (results?.[party] ?? outcome ?? '').startsWith('no-penalty')
}

/** There is something to review. */
export const revisionDrafted: Gate = {
  id: 'revision-drafted',
  basis: '《行政处罚法》第五十八条',
  refuse: (view) =>
    ['change-words', 'revocation-reason'].some((fact) => textOf(view, fact) !== '')
      ? undefined
      : '还没有拟写变更或者撤销的内容',
}
