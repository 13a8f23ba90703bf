import './performance-sheet.css'
import { Link } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { roleTitle } from '#domain/access/acting.ts'
import type { SurchargeClock } from '#domain/case/surcharge-clock.ts'
import type { AccountEntry, PartyPerformance } from '#domain/execution/performance-sheet.ts'
import { sourceOf } from '#domain/payment/booking-text.ts'
import { yuanOf } from '#domain/payment/yuan.ts'
import { alterationSaid, courtTerm } from '../../lib/case/court-term.ts'
import { surchargeTerm } from '../../lib/case/surcharge-term.ts'
import { longDay } from '../../lib/office-time.ts'

const WHOLE_PERCENT = 100
/** Papers of paying, by which somebody looks for what was sent. */
const PAPERS = [
  'payment-notice',
  'instalment-grant',
  'fine-urging',
  'execution-urging',
  'fee-notice',
  'levy-decision',
  'levy-urging',
]

/** 履行: of each party what was decided, what was paid, and how the surcharge came about, line by line. */
export function PerformanceSheet({ answer }: { readonly answer: CaseAnswer }) {
  return (
    <>
      {answer.performance.map((account) => (
        <Account key={account.party} account={account} answer={answer} />
      ))}
    </>
  )
}

function Account({ account, answer }: { readonly account: PartyPerformance; readonly answer: CaseAnswer }) {
  const { party, payments, balanceFen, dues, alteration } = account
  const isCharge = account.chargedFen > 0
  const name = answer.state.parties.find(({ id }) => id === party)?.name ?? ''
  const paid = payments.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const papers = answer.documents.filter(
    ({ code, party: whose, voided }) => PAPERS.includes(code) && whose === party && !voided,
  )
  return (
    <section className="account" aria-label={`${name}的履行情况`}>
      <h2>{name}</h2>
      {alteration && (
        <p className="account-altered">
          {alterationSaid(alteration)}
          <Link to="/cases/$caseId" params={{ caseId: alteration.caseId }}>
            看那件案件
          </Link>
        </p>
      )}
      <dl className="account-sums">
        {isCharge ? <Charged account={account} /> : <Fined account={account} />}
        <Sum title="已缴" fen={paid} />
        <Sum title={balanceFen < 0 ? '多缴，应当退还' : '还欠'} fen={Math.abs(balanceFen)} isTotal />
      </dl>
      {dues.length > 0 && (
        <ul className="account-dues" aria-label="缴款期限">
          {dues.map(({ dueOn, part, metOn }) => (
            <li key={`${dueOn}${part}`}>
              {`${part === null ? '缴款期限' : `第 ${part} 期`}：${longDay(dueOn)}`}
              <span className={metOn ? 'ok' : 'muted'}>{metOn ? `，${longDay(metOn)}缴清` : '，未缴清'}</span>
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <p className="muted">
          {papers.map(({ title, number }) => `《${title}》${number ?? ''}`).join('、')}，见
          <Link to="." search={(old) => ({ ...old, show: 'documents' })}>
            文书
          </Link>
          。
        </p>
      )}
      {!isCharge && <SurchargeTable account={account} />}
      <Payments payments={payments} people={answer.people} />
      {!isCharge && <Remedies account={account} />}
    </section>
  )
}

function Fined({ account: { payableFen, surcharge, waivedFen, alteration } }: { readonly account: PartyPerformance }) {
  return (
    <>
      <Sum title={alteration?.isKnown ? '现在应缴的罚没款' : '决定的罚没款'} fen={payableFen} />
      <Sum title="加处罚款" fen={surcharge.amountFen} />
      {waivedFen > 0 && <Sum title="减免的加处罚款" fen={-waivedFen} />}
    </>
  )
}

/** Of a fee or a levy: what was set, and what its own law adds for being late. */
function Charged({ account: { chargedFen, lateFeeFen } }: { readonly account: PartyPerformance }) {
  return (
    <>
      <Sum title="核定的应缴金额" fen={chargedFen} />
      {lateFeeFen > 0 && <Sum title="滞纳金" fen={lateFeeFen} />}
    </>
  )
}

type SumProps = { readonly title: string; readonly fen: number; readonly isTotal?: true }

function Sum({ title, fen, isTotal }: SumProps) {
  return (
    <div className={isTotal ? 'account-total' : undefined}>
      <dt>{title}</dt>
      <dd>{yuanOf(fen)}</dd>
    </div>
  )
}

/** The clock of the surcharge: it runs by itself, whoever does something or nothing. */
function SurchargeTerm({ clock }: { readonly clock: SurchargeClock }) {
  return (
    <>
      <h3>加处罚款</h3>
      <dl className="account-clock">
        {surchargeTerm(clock).map(({ title, words }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** How the surcharge grew, each span on which the same amount was late; never more than the fine. */
function SurchargeTable({ account: { surcharge, surchargeClock, fineFen } }: { readonly account: PartyPerformance }) {
  const { lines, rate, capFen, grownFen, amountFen } = surcharge
  const basis = '行政处罚法第七十二条第一款第一项、第七十三条第三款'
  const term = surchargeClock && <SurchargeTerm clock={surchargeClock} />
  if (lines.length === 0) return term || <p className="muted">没有逾期，不加处罚款（{basis}）。</p>
  return (
    <>
      {term}
      <h3>加处罚款怎样算的</h3>
      <table className="account-table">
        <caption className="hint">
          {`到期不缴的，每日按欠缴的罚款 ${yuanOf(fineFen)}的 ${rate / WHOLE_PERCENT}% 加处；复议、诉讼期间不计；总额不超过 ${yuanOf(capFen)}（${basis}）`}
        </caption>
        <thead>
          <tr>
            <th scope="col">起止</th>
            <th scope="col">欠缴</th>
            <th scope="col">天数</th>
            <th scope="col">加处</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ fromOn, untilOn, baseFen, days, pausedDays, amountFen: fen }) => (
            <tr key={`${fromOn}${baseFen}`}>
              <th scope="row">
                <span className="day">{fromOn}</span> 至 <span className="day">{untilOn}</span>
              </th>
              <td>{yuanOf(baseFen)}</td>
              <td>{pausedDays > 0 ? `${days} － ${pausedDays}（不计）` : String(days)}</td>
              <td>{yuanOf(fen)}</td>
            </tr>
          ))}
          <tr className="account-total">
            <th scope="row" colSpan={3}>
              {grownFen > amountFen ? `合计 ${yuanOf(grownFen)}，以罚款的数额为限` : '合计'}
            </th>
            <td>{yuanOf(amountFen)}</td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

type People = CaseAnswer['people']

/** What was taken back is struck through and says so in words; the entry that takes it back stands as a line of its own. */
function Entry({ entry, people }: { readonly entry: AccountEntry; readonly people: People }) {
  const { paidOn, reference, reverses, takenBack, amountFen } = entry
  return (
    <>
      <tr className={takenBack ? 'taken-back' : undefined}>
        <th scope="row">
          <span className="day">{paidOn}</span>
        </th>
        <td>{reference ?? '没有登记'}</td>
        <td>{reverses === undefined ? sourceOf(entry) : '冲销'}</td>
        <td>{yuanOf(amountFen)}</td>
      </tr>
      {takenBack && <TakenBack takenBack={takenBack} people={people} />}
    </>
  )
}

type Back = { readonly takenBack: NonNullable<AccountEntry['takenBack']>; readonly people: People }

/** Why, who asked, and who agreed. */
function TakenBack({ takenBack: { on, reason, by, agreed }, people }: Back) {
  const name = (id: string | null) => (id && people[id]) || ''
  const agreement = agreed.map(({ role, by: who }) => `${roleTitle(role)}${name(who)}`).join('、')
  return (
    <tr className="why-taken-back">
      <td colSpan={4}>{`${longDay(on)}冲销：${reason}（${name(by)}报批，${agreement}同意）`}</td>
    </tr>
  )
}

function Payments({ payments, people }: Pick<PartyPerformance, 'payments'> & { readonly people: People }) {
  if (payments.length === 0) return <p className="muted">还没有缴款。</p>
  return (
    <>
      <h3>缴款</h3>
      <table className="account-table">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">票据号、流水号</th>
            <th scope="col">来源</th>
            <th scope="col">金额</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((entry) => (
            <Entry key={entry.id} entry={entry} people={people} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Reviews and lawsuits, and until when the court may be asked. */
function Remedies({ account }: { readonly account: PartyPerformance }) {
  const { pauses, balanceFen } = account
  if (balanceFen <= 0 && pauses.length === 0) return null
  return (
    <>
      <h3>复议、诉讼和申请法院执行</h3>
      <ul className="account-dues">
        {pauses.map(({ kind, fromOn, untilOn, caseId, hasAltered }) => (
          <li key={`${kind}${fromOn}${caseId}`}>
            {`${kind}：${longDay(fromOn)}至${untilOn ? longDay(untilOn) : '今，还没有结束'}${hasAltered ? '，改变了原决定' : ''}`}
            {caseId && (
              <Link to="/cases/$caseId" params={{ caseId }}>
                看{kind}案件
              </Link>
            )}
          </li>
        ))}
        <li>{courtTerm(account)}</li>
      </ul>
    </>
  )
}
