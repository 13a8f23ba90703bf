import type { Gate } from '../../procedure/definition.ts'
import { isDelivered, partyFactOf, textOf } from '../view.ts'

/** Only what a person has passed gets into the evidence at all; without a record there is nothing to tell (处罚法第四十一条第二款). */
export const recordInEvidence: Gate = {
  id: 'record-in-evidence',
  basis: '《行政处罚法》第四十一条第二款',
  refuse: ({ state }) =>
    state.evidence.length > 0 ? undefined : '还没有审核通过的监控记录；未经审核的记录不得作为证据，先加入审核通过的',
}

/** A record lies in the past. */
export const capturedBefore: Gate = {
  id: 'captured-before',
  basis: '《行政处罚法》第四十一条第二款',
  judgesInput: true,
  field: 'captured-at',
  refuse: (view) =>
    Date.parse(textOf(view, 'captured-at')) <= Date.parse(view.env.now) ? undefined : '记录的时间不能晚于现在',
}

/** The party knows the facts and where to look before anybody punishes (处罚法第四十一条第三款). */
export const factsTold: Gate = {
  id: 'facts-told',
  basis: '《行政处罚法》第四十一条第三款',
  refuse: (view) => (isDelivered(view, 'non-site-notice') ? undefined : '违法事实还没有告知全部当事人'),
}

/** What the party says is answered (处罚法第四十一条第三款、第四十五条). */
export const statementReviewed: Gate = {
  id: 'statement-reviewed',
  basis: '《行政处罚法》第四十一条第三款、第四十五条',
  refuse: (view) => {
    const said = (party: string, name: string) => String(partyFactOf(view, party, name) ?? '').trim() !== ''
    const open = view.state.parties.find(({ id }) => said(id, 'statement') && !said(id, 'heard'))
    return open && `${open.name}作了陈述、申辩，请写明复核意见`
  },
}
