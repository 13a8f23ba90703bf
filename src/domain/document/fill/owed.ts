import { paidFen } from '../../case/book-payment.ts'
import { waivedFen } from '../../case/obligations.ts'
import { dueFen, dueFinesFen, surchargeOf } from '../../case/surcharge.ts'
import { amountInDocument, decisionItems } from '../print-data.ts'
import type { Filling } from './filling.ts'
import { asText, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { violationBlocks } from './violation-blocks.ts'
import { dateInWords, sentence } from './wording.ts'

type Row = { readonly label: string; readonly text: string }

/** The decision that is executed, in a sentence: what was decided, by which paper, and when it was delivered. */
export function decisionSaid(filling: Filling): string {
  const { root, state, party } = filling
  const paper = ['penalty-decision', 'summary-decision'].map((code) => newestOf(state, code, party?.id)).find(Boolean)
  if (!paper) {
    const on = dateInWords(textIn(root, 'decided-on'))
    const number = textIn(root, 'decision-number')
    return `${on && `${on}，`}本机关对你（单位）作出行政决定${number && `（${number}）`}，决定：${sentence(textIn(root, 'decided'))}${deliveredSaid(textIn(root, 'decision-delivered-on'))}`
  }
  const items = decisionItems(violationBlocks(filling, 'decided')).join('')
  const made = state.deliveries.findLast((item) => item.document === paper.id)
  return `${dateInWords(paper.issuedOn)}，本机关对你（单位）作出${citation(paper)}，决定：${items}${deliveredSaid(made?.effectiveOn ?? '')}`
}

function deliveredSaid(on: string): string {
  return on === '' ? '' : `该决定书于${dateInWords(on)}送达。`
}

/** What is owed on the day of the paper, line by line; nothing for a decision without money. */
export function owedRows(filling: Filling): readonly Row[] {
  const { env, state, party, document } = filling
  if (!party) return []
  const payable = dueFen({ env, state }, party.id)
  const fine = dueFinesFen({ env, state }, party.id)
  // A preview may hold what is no amount yet.
  if (payable === 0 || ![payable, fine].every(Number.isSafeInteger)) return []
  const { amountFen, lines, capFen } = surchargeOf({ env: { ...env, today: document.issuedOn }, state }, party.id)
  const days = lines.reduce((sum, line) => sum + line.days - line.pausedDays, 0)
  const waived = waivedFen({ state }, party.id)
  const paid = paidFen(state, party.id)
  const owed = Math.max(0, payable + Math.max(0, amountFen - waived) - paid)
  const row = (label: string, fen: number, words = ''): readonly Row[] =>
    fen > 0 ? [{ label, text: `${amountInDocument(fen)}${words}` }] : []
  const capped = amountFen === capFen ? '，已达罚款数额' : ''
  return [
    ...row('罚款', fine),
    ...row('没收违法所得', payable - fine),
    ...row('加处罚款', amountFen, `，逾期${days}日${capped}，计算至${dateInWords(document.issuedOn)}`),
    ...row('减免加处罚款', Math.min(waived, amountFen)),
    ...row('已经缴纳', paid),
    { label: '应当缴纳合计', text: amountInDocument(owed) },
  ]
}

/** Where money is paid, as far as the agency has said. */
export function payeeRow({ agency }: Filling): readonly Row[] {
  const { payee } = agency
  return payee ? [{ label: '收款账户', text: `${payee.name}，开户银行：${payee.bank}，账号：${payee.account}` }] : []
}

/** A fact of this run of the addressee, as text. */
export function partyText({ run, party }: Filling, name: string): string {
  return asText(run.facts.party[party?.id ?? '']?.[name])
}
