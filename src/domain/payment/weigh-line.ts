import { paidFen } from '../case/book-payment.ts'
import type { Environment } from '../case/environment.ts'
import { balanceFen } from '../case/obligations.ts'
import { planOf } from '../case/plan.ts'
import { standingPayments } from '../case/standing-payments.ts'
import { type CaseState, rootRun } from '../case/state.ts'
import { payableFen } from '../case/surcharge.ts'
import type { BankLine } from './bank-file.ts'
import { yuanOf } from './yuan.ts'

type Weighed = { readonly is: 'booked' | 'part' | 'over' | 'doubtful'; readonly sentence: string }
type Subject = { readonly env: Environment; readonly state: CaseState }
type Paid = Pick<BankLine, 'amountFen' | 'payer' | 'paidOn'>

/** Whether a transfer that names a paper of this party is what it seems; amount and payer are the second check. */
export function weighLine(subject: Subject, party: string, line: Paid): Weighed {
  const { state } = subject
  const name = state.parties.find(({ id }) => id === party)?.name ?? ''
  const isOfParty = line.payer === '' || sameName(line.payer, name)
  const isDue = isExpected(subject, party, line)
  const twin = typedTwin(state, party, line)
  if (twin) return { is: 'doubtful', sentence: twin }
  if (!isOfParty && !isDue) return { is: 'doubtful', sentence: bothDiffer(subject, party, line, name) }
  return weighAmount(subject, party, line, isOfParty ? '' : `缴款人是${line.payer}，当事人是${name}，金额相符。`)
}

/** What may be paid in one sum: all that is owed, the decision alone, or an instalment. */
function isExpected(subject: Subject, party: string, line: Paid): boolean {
  const root = rootRun(subject.state)
  const instalments = planOf(root.facts.party[party]?.instalments).map(({ amountFen }) => amountFen)
  const payable = payableFen({ state: subject.state, run: root }, party)
  return balanceAfter(subject, party, line) === 0 || [payable, ...instalments].includes(line.amountFen)
}

/** What is owed once this is booked: the surcharge ends on the day on which it was paid, not on the day of the file. */
function balanceAfter({ env, state }: Subject, party: string, { amountFen, paidOn }: Paid): number {
  const payment = { id: '', party, amountFen, paidOn, from: 'bank', seq: state.seq } as const
  return balanceFen({ env, state: { ...state, payments: [...(state.payments ?? []), payment] } }, party)
}

/** Money goes to what is owed; what is more is noted, and is to be paid back. */
export function weighAmount(subject: Subject, party: string, line: Paid, note = ''): Weighed {
  const balance = balanceAfter(subject, party, line)
  const paid = `${note}缴款 ${yuanOf(line.amountFen)}`
  if (balance > 0) return { is: 'part', sentence: `${paid}，还欠 ${yuanOf(balance)}。` }
  if (balance < 0) return { is: 'over', sentence: `${paid}，多缴 ${yuanOf(-balance)}，应当退还。` }
  return { is: 'booked', sentence: `${paid}，已缴清。` }
}

/** An officer may have written down the same money from the receipt. */
function typedTwin(state: CaseState, party: string, { amountFen, paidOn }: Paid): string | undefined {
  const twin = standingPayments(state).find(
    (item) => item.from === 'officer' && item.party === party && item.amountFen === amountFen && item.paidOn === paidOn,
  )
  if (!twin) return undefined
  const number = twin.reference === undefined ? '' : `（票据号 ${twin.reference}）`
  return `承办人员已经登记过同一天的同一金额${number}，可能是同一笔；不是同一笔的，请入账。`
}

function bothDiffer(subject: Subject, party: string, { payer, amountFen }: Paid, name: string): string {
  const owed = Math.max(0, balanceFen(subject, party))
  const paid = paidFen(subject.state, party)
  const before = paid > 0 ? `（已缴 ${yuanOf(paid)}）` : ''
  return `缴款人${payer}不是当事人${name}，金额 ${yuanOf(amountFen)} 也不是应缴的 ${yuanOf(owed)}${before}，通知书号可能写错了。`
}

/** Names as banks write them: full-width brackets, blanks and letters do not tell them apart. */
export function sameName(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  return plain(a) === plain(b)
}
