import type { Gate } from '../../procedure/definition.ts'
import type { Run } from '../state.ts'
import { type CaseView, childrenOf, textOf } from '../view.ts'

const DISPUTED = '《行政处罚法》第二十五条第二款'

function isOpen(dispute: Run | undefined): boolean {
  return dispute !== undefined && dispute.endedOn === undefined
}

/** The newest one that there was; what turned out to be none changes nothing. */
function lastDispute(view: CaseView): Run | undefined {
  return childrenOf(view, 'jurisdiction').findLast(({ outcome }) => outcome !== 'dropped')
}

/** One dispute at a time; what it comes to is waited for before the case is handed over. */
export const noDisputeOpen: Gate = {
  id: 'no-dispute-open',
  basis: DISPUTED,
  refuse: (view) => (isOpen(lastDispute(view)) ? '管辖争议还没有结果' : undefined),
}

/** Whose case it is stands before anything is put to the party, and a case that belongs to another agency goes there. */
export const jurisdictionSettled: Gate = {
  id: 'jurisdiction-settled',
  basis: DISPUTED,
  refuse: (view) => {
    const dispute = lastDispute(view)
    if (isOpen(dispute)) return '管辖争议还没有结果，调查可以继续，结果出来以后再办'
    return dispute?.outcome === 'elsewhere'
      ? `本案由${competentAgency(dispute)}管辖，请办“报请移送其他机关”`
      : undefined
  },
}

/** The case goes to the agency that was agreed on or designated, and to no other. */
export const receiverCompetent: Gate = {
  id: 'receiver-competent',
  basis: DISPUTED,
  judgesInput: true,
  field: 'receiver',
  refuse: (view) => {
    const dispute = lastDispute(view)
    if (dispute?.outcome !== 'elsewhere') return undefined
    const agency = competentAgency(dispute)
    return textOf(view, 'receiver') === agency
      ? undefined
      : `管辖争议的结果是由${agency}管辖，受移送机关请写“${agency}”`
  },
}

function competentAgency({ facts }: Run): string {
  return String(facts.case['competent-agency'] ?? '')
}

const dated = (id: string, field: string, sentence: string): Gate => ({
  id,
  basis: DISPUTED,
  judgesInput: true,
  field,
  refuse: (view: CaseView) => (textOf(view, field) > view.env.today ? sentence : undefined),
})

export const disputedByToday = dated('disputed-by-today', 'disputed-on', '提出争议的日期不能晚于今天')
export const agreedByToday = dated('agreed-by-today', 'agreed-on', '协商一致的日期不能晚于今天')
export const designatedByToday = dated('designated-by-today', 'designated-on', '指定管辖的日期不能晚于今天')
