import { parameterValueOf } from '../../parameter/registry.ts'
import type { Gate } from '../../procedure/definition.ts'
import { standingPayments, takenWith } from '../standing-payments.ts'
import type { Party } from '../state.ts'
import { payableFen } from '../surcharge.ts'
import { type CaseView, fenOf, holds, partyFactOf, takenOf, violationFactOf } from '../view.ts'

/** What may be collected on the spot although the fine is larger, besides a small fine (处罚法第六十八条、第六十九条). */
export const COLLECTION_GROUNDS = [
  '罚款一百元以下',
  '不当场收缴事后难以执行',
  '边远、水上、交通不便地区，当事人到指定地点缴纳确有困难并提出',
] as const

/** On the spot only a warning or a small fine, the limit by kind of party and inclusive (处罚法第五十一条). */
export const summaryThreshold: Gate = {
  id: 'summary-threshold',
  basis: '《行政处罚法》第五十一条',
  judgesInput: true,
  refuse: (view) => {
    const over = view.state.parties.find((party) => finesOf(view, party) > limitOf(view, party))
    if (!over) return undefined
    const kind = isPerson(over) ? '公民' : '法人或者其他组织'
    return `对${over.name}的罚款超过当场处罚的上限（${kind} ${limitOf(view, over) / 100} 元），应当转为普通程序`
  },
}

function finesOf(view: CaseView, party: Party): number {
  const acts = view.state.violations.filter((item) => item.party === party.id)
  return acts.reduce((sum, act) => sum + fenOf(view, act.id, 'fine'), 0)
}

function limitOf(view: CaseView, party: Party): number {
  const code = isPerson(party) ? 'simple.threshold-person-fen' : 'simple.threshold-organisation-fen'
  return parameterValueOf(view.env.parameters, code, view.env.today)
}

/** 个体工商户 is a citizen who trades, and has the limit of a citizen unless a field says otherwise. */
const isPerson = (party: Party): boolean => party.kind !== 'organisation'

/** A warning or a fine for every act: nothing else is imposed on the spot (处罚法第五十一条). */
export const warningOrFine: Gate = {
  id: 'warning-or-fine',
  basis: '《行政处罚法》第五十一条',
  judgesInput: true,
  refuse: (view) => {
    const bare = view.state.violations.find(
      ({ id }) => violationFactOf(view, id, 'warning') !== true && fenOf(view, id, 'fine') === 0,
    )
    return bare && `请写明对“${bare.cause}”是警告还是罚款`
  },
}

/** Told by word of mouth before deciding: what, why, on which basis, and the right to be heard (处罚法第四十四条). */
export const informedOrally: Gate = {
  id: 'informed-orally',
  basis: '《行政处罚法》第四十四条',
  judgesInput: true,
  field: 'informed-orally',
  refuse: (view) =>
    holds(view, 'informed-orally')
      ? undefined
      : '作出决定前应当口头告知拟处罚内容及事实、理由、依据，以及陈述、申辩的权利',
}

/** What the party said is answered; it never makes the penalty heavier (处罚法第四十五条). */
export const statementAnswered: Gate = {
  id: 'statement-answered',
  basis: '《行政处罚法》第四十五条',
  judgesInput: true,
  field: (view) => {
    const open = unanswered(view)
    return open && `heard@${open.id}`
  },
  refuse: (view) => {
    const open = unanswered(view)
    return open && `${open.name}作了陈述、申辩，请写明复核意见`
  },
}

function unanswered(view: CaseView): Party | undefined {
  const said = (party: Party, name: string) => String(partyFactOf(view, party.id, name) ?? '').trim() !== ''
  return view.state.parties.find((party) => said(party, 'statement') && !said(party, 'heard'))
}

/** Officers take money on the spot only where the law lets them (处罚法第六十八条、第六十九条). */
export const collectionAllowed: Gate = {
  id: 'collection-allowed',
  basis: '《行政处罚法》第六十八条、第六十九条',
  judgesInput: true,
  field: 'collection-ground',
  refuse: (view) => {
    if (view.run.facts.case['collection-ground'] !== COLLECTION_GROUNDS[0]) return undefined
    const limit = parameterValueOf(view.env.parameters, 'summary.collection-limit-fen', view.env.today)
    const over = view.state.parties.find((party) => payableFen(view, party.id) > limit)
    return over && `对${over.name}的罚款超过 ${limit / 100} 元，请选择可以当场收缴的其他情形`
  },
}

/** Without the receipt of the ministry or province the party may refuse to pay (处罚法第七十条). */
export const receiptGiven: Gate = {
  id: 'receipt-given',
  basis: '《行政处罚法》第七十条',
  judgesInput: true,
  field: (view) => {
    const bare = withoutReceipt(view)
    return bare && `receipt-number@${bare.id}`
  },
  refuse: (view) => {
    const bare = withoutReceipt(view)
    return bare && `当场收缴${bare.name}的罚款应当出具专用票据，请填写票据号；不出具的，当事人有权拒绝缴纳`
  },
}

function withoutReceipt(view: CaseView): Party | undefined {
  return view.state.parties.find(
    (party) => Number(partyFactOf(view, party.id, 'paid') ?? 0) > 0 && !partyFactOf(view, party.id, 'receipt-number'),
  )
}

/** Every decision on the spot is reported to the agency of the officers (处罚法第五十二条第三款). */
export const summaryFiled: Gate = {
  id: 'summary-filed',
  basis: '《行政处罚法》第五十二条第三款',
  refuse: (view) => (takenOf(view, 'file-record') ? undefined : '当场作出的处罚决定还没有报所属行政机关备案'),
}

/** Something was collected, and was not written down by mistake. */
function isCollected(view: CaseView): boolean {
  const typed = (view.state.payments ?? []).filter((item) => takenWith(view.state, item)?.action === 'collect')
  if (typed.length === 0) return takenOf(view, 'collect') !== undefined
  const standing = standingPayments(view.state)
  return typed.some((item) => standing.includes(item))
}

/** What officers collected has come to the agency, and from there to the bank (处罚法第七十一条). */
export const collectionDeposited: Gate = {
  id: 'collection-deposited',
  basis: '《行政处罚法》第七十一条',
  refuse: (view) => {
    if (!isCollected(view)) return undefined
    if (!takenOf(view, 'hand-in')) return '当场收缴的罚款还没有交至行政机关'
    return takenOf(view, 'deposit') ? undefined : '当场收缴的罚款还没有缴付指定的银行'
  },
}

export const collectedFirst: Gate = {
  id: 'collected-first',
  basis: '《行政处罚法》第七十一条',
  refuse: (view) => (takenOf(view, 'collect') ? undefined : '没有当场收缴的罚款'),
}

export const handedInFirst: Gate = {
  id: 'handed-in-first',
  basis: '《行政处罚法》第七十一条',
  refuse: (view) => (takenOf(view, 'hand-in') ? undefined : '当场收缴的罚款还没有交至行政机关'),
}
