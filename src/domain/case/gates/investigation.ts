import type { Gate } from '../../procedure/definition.ts'
import { rootRun } from '../state.ts'
import { type CaseView, factOf, holds, takenOf } from '../view.ts'

export const certificateShown: Gate = {
  id: 'certificate-shown',
  basis: '《行政处罚法》第五十五条第一款',
  judgesInput: true,
  field: 'certificate-shown',
  refuse: (view) =>
    holds(view, 'certificate-shown') ? undefined : '执法人员应当主动出示执法证件；没有出示的，当事人有权拒绝接受调查',
}

/** What is asked or seen on the spot is written down (处罚法第五十五条第二款). */
export const recordMade: Gate = {
  id: 'record-made',
  basis: '《行政处罚法》第五十五条第二款',
  refuse: (view) =>
    RECORDS.some((action) => takenOf(view, action) || wasTaken(view, action))
      ? undefined
      : '还没有询问笔录或者现场笔录',
}

const RECORDS = ['inquire', 'inspect-scene']

/** A record counts in the case into which its own one has gone over, and in the one that was split off from it. */
function wasTaken({ env, state }: CaseView, action: string): boolean {
  const others = [...(env.joined ?? []), ...(state.origin?.isSplit && env.origin ? [env.origin] : [])]
  return others.some((other) => rootRun(other).taken.some((taken) => taken.action === action))
}

export const evidenceCollected: Gate = {
  id: 'evidence-collected',
  basis: '《行政处罚法》第四十条、第四十六条',
  refuse: (view) =>
    view.state.evidence.length > 0 ? undefined : '还没有证据，违法事实不清、证据不足的不得给予行政处罚',
}

export const evidenceGiven: Gate = {
  id: 'evidence-given',
  basis: '《行政处罚法》第四十六条',
  judgesInput: true,
  refuse: (view) => (view.addedEvidence.length > 0 ? undefined : '请添加至少一份证据'),
}

/** An inquiry has a beginning before its end. */
export const timesInOrder: Gate = {
  id: 'times-in-order',
  basis: '《行政处罚法》第五十五条第二款',
  judgesInput: true,
  field: 'ended-at',
  refuse: (view) => {
    const [began, ended] = [factOf(view, 'began-at'), factOf(view, 'ended-at')]
    if (typeof began !== 'string' || typeof ended !== 'string') return undefined
    if (Date.parse(began) >= Date.parse(ended)) return '结束时间应当晚于开始时间'
    return Date.parse(ended) > Date.parse(view.env.now) ? '结束时间不能晚于现在' : undefined
  },
}
