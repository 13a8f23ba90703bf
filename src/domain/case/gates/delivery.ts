import type { Gate } from '../../procedure/definition.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import { handedOverTogether } from '../handed-over.ts'
import { rootRun } from '../state.ts'
import { type CaseView, factOf, holds, partyFactOf, textOf } from '../view.ts'

const CIVIL = '《民事诉讼法》'

function method(view: CaseView): string {
  return textOf(view, 'method')
}

/** The day of delivery is the one on which it was signed for, which is neither before the document exists nor after today. */
export const receivedInOrder: Gate = {
  id: 'received-in-order',
  basis: `${CIVIL}第八十七条`,
  judgesInput: true,
  field: 'received-on',
  refuse: (view) => {
    const on = factOf(view, 'received-on')
    const document = view.state.documents.find((item) => item.id === view.run.document)
    if (typeof on !== 'string') return undefined
    if (on > view.env.today) return '送达日期不能晚于今天'
    return document && on < document.issuedOn ? `送达日期不能早于文书日期 ${document.issuedOn}` : undefined
  },
}

/** Leaving the document needs a witness, or a photo or video of the process (民诉法第八十九条). */
export const leftWithProof: Gate = {
  id: 'left-with-proof',
  basis: `${CIVIL}第八十九条`,
  judgesInput: true,
  field: 'witness',
  refuse: (view) => {
    if (method(view) !== '留置送达') return undefined
    const isProved = textOf(view, 'witness') !== '' || holds(view, 'is-recorded')
    return isProved ? undefined : '留置送达应当有见证人，或者用拍照、录像记录送达过程'
  },
}

/** Electronic delivery needs the party's consent, by whatever law the document is made out (处罚法第六十一条第二款 says so anew). */
export const consentGiven: Gate = {
  id: 'electronic-consent',
  basis: `${CIVIL}第九十条第一款`,
  judgesInput: true,
  field: 'has-consented',
  refuse: (view) => {
    if (method(view) !== '电子送达') return undefined
    const root = rootRun(view.state)
    const { facts } = getProcedure(view.env.procedures, root.procedure, root.version)
    const consent = root.facts.party[view.run.party ?? '']?.['consents-electronic']
    // Where the case keeps the agreement of each party, ticking a box is none.
    if (facts['consents-electronic'])
      return consent === true ? undefined : '当事人没有签订电子送达确认书，请先登记确认书，或者用其他方式送达'
    return holds(view, 'has-consented') ? undefined : '电子送达应当经当事人同意并签订确认书'
  },
}

/** Consent to electronic delivery says whereto. */
export const addressForConsent: Gate = {
  id: 'address-for-consent',
  basis: '《行政处罚法》第六十一条第二款',
  judgesInput: true,
  field: (view) => {
    const bare = consentedWithout(view)
    return bare && `electronic-address@${bare.id}`
  },
  refuse: (view) => {
    const bare = consentedWithout(view)
    return bare && `${bare.name}同意电子送达的，请写明电子送达账号`
  },
}

function consentedWithout(view: CaseView) {
  const said = (party: string, name: string) => partyFactOf(view, party, name) ?? ''
  return view.parties.find(
    ({ id }) => said(id, 'consents-electronic') === true && said(id, 'electronic-address') === '',
  )
}

/** The case file tells why the document had to be announced (民诉法第九十五条). */
export const announcementExplained: Gate = {
  id: 'announcement-explained',
  basis: `${CIVIL}第九十五条`,
  judgesInput: true,
  field: 'delivery-note',
  refuse: (view) =>
    method(view) !== '公告送达' || textOf(view, 'delivery-note').length >= 5
      ? undefined
      : '公告送达应当在案卷中记明原因和经过',
}

/** Direct delivery is signed for; without a signature it is left, not delivered (民诉法第八十七条、第八十八条). */
export const signedFor: Gate = {
  id: 'signed-for',
  basis: `${CIVIL}第八十七条`,
  judgesInput: true,
  field: 'received-by',
  refuse: (view) =>
    method(view) !== '直接送达' || textOf(view, 'received-by') !== ''
      ? undefined
      : '直接送达应当写明签收人；拒绝签收的按留置送达办理',
}

/** To have somebody else perform is a way of executing as well (行政强制法第十二条第五项); what levies are urged by is an urging. */
const DIRECT_FIRST: readonly string[] = [
  'execution-urging',
  'fine-urging',
  'levy-urging',
  'substitute-urging',
  'execution-decision',
  'substitute-decision',
]

/** Urgings and decisions to execute are handed over in person; other ways only after that was refused or could not be done. */
export const directFirst: Gate = {
  id: 'direct-first',
  basis: '《行政强制法》第三十八条',
  judgesInput: true,
  field: 'delivery-note',
  refuse: (view) => {
    const isBound = handedOverTogether(view.state, view.run).some(({ code }) => DIRECT_FIRST.includes(code))
    if (!isBound || method(view) === '直接送达' || textOf(view, 'delivery-note').length >= 5) return undefined
    return '催告书、行政强制执行决定书（包括代履行决定书）应当直接送达；当事人拒绝接收或者无法直接送达，才用其他方式，请在说明里写明'
  },
}
