import { isInstant } from '../../calendar/due-at.ts'
import { lastDayOf } from '../../case/clock.ts'
import { handedOverTogether } from '../../case/handed-over.ts'
import { type PlanRow, planOf } from '../../case/plan.ts'
import { takenWith } from '../../case/standing-payments.ts'
import type { FactValues, Payment } from '../../case/state.ts'
import { chineseNumeral } from '../../discretion/numeral.ts'
import { HEAD_OF_RECORD, paperIn } from '../../form/check-paper.ts'
import { formatDate, formatInstant } from '../../form/format-fact.ts'
import { parameterValueOf, termOf } from '../../parameter/registry.ts'
import { yuanOf } from '../../payment/yuan.ts'
import { amountInFigures } from '../amount-in-words.ts'
import type { ApprovalBlock } from '../merge-data.ts'
import { findDocumentKind } from '../registry.ts'
import { rowsOf } from './fact-rows.ts'
import { asText, type Filler, type Filling, holdsIn, issuingAction, nameOf, peopleIn, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { approvalsOf } from './people-blocks.ts'
import { remedyBlock } from './remedy-block.ts'
import { dateInWords, fullBasis, listed, paragraphsOf, sentence, termInWords } from './wording.ts'

type Said = (filling: Filling) => string

const party: Said = ({ state, party: addressee }) =>
  listed((addressee ? [addressee] : state.parties).map(({ name }) => name))
const ofRoot =
  (name: string): Said =>
  ({ root }) =>
    textIn(root, name)
const issued: Said = ({ document }) => formatDate(document.issuedOn)
const lastDay: Said = ({ run }) => {
  const clock = run.clocks.findLast(({ clock: name }) => name === 'decision')
  return clock ? formatDate(lastDayOf(clock)) : ''
}
/** What the newest act has booked; in a preview it is still a fact, which comes before. */
const booked =
  (tell: (entry: Payment) => string): Said =>
  ({ state, run }) => {
    const act = run.taken.at(-1)
    const entries = (state.payments ?? []).filter((entry) => takenWith(state, entry)?.seq === act?.seq)
    const whose = (id: string) => (state.parties.length > 1 ? state.parties.find((one) => one.id === id)?.name : '')
    return entries.map((entry) => `${whose(entry.party)}${tell(entry)}`).join('；')
  }
const fixed =
  (text: string): Said =>
  () =>
    text

const ADDRESS_WARNING =
  '送达地址和方式有变更的，应当及时书面告知本机关；地址不准确、变更不告知，致使文书不能按确认的地址、方式送达的，由受送达人承担不能及时知悉文书内容的后果。'

/** What a field of a form says where no fact has its title. */
const SAID: Readonly<Record<string, Said>> = {
  申请人: party,
  被许可人: party,
  申请事项: ofRoot('item'),
  许可事项: ofRoot('item'),
  申请材料: ofRoot('materials'),
  全部申请材料: ofRoot('materials'),
  申请日期: ({ state }) => formatDate(state.openedOn),
  接收日期: issued,
  登记日期: issued,
  依据: ({ root }) => fullBasis(textIn(root, 'licence-basis')),
  不受理的理由: ofRoot('rejection-reason'),
  陈述申辩权: fixed('有权向本机关进行陈述和申辩'),
  听证权: fixed('享有要求听证的权利，不承担组织听证的费用'),
  提出期限: ({ run, document, env }) => {
    const clock = run.clocks.find(({ clock: name }) => name === 'hearing-request')
    const term = clock?.term ?? termOf(env.parameters, 'licence.hearing-request-term', document.issuedOn)
    return `自被告知之日起${termInWords(term)}内`
  },
  受理日期: issued,
  办理期限: ({ run }) => {
    const clock = run.clocks.findLast(({ clock: name }) => name === 'decision')
    return clock ? `${termInWords(clock.term)}，到${formatDate(lastDayOf(clock))}` : ''
  },
  缴款期限: ({ env, procedure, document }) =>
    `自收到本通知之日起${termInWords(termOf(env.parameters, procedure.code === 'fee' ? 'fee.payment-term' : 'levy.payment-term', document.issuedOn))}内`,
  本次缴纳的金额: booked(({ amountFen }) => yuanOf(amountFen)),
  缴款日期: booked(({ paidOn }) => formatDate(paidOn)),
  票据号: booked(({ reference = '' }) => reference),
  收款账户: ({ agency: { payee } }) => (payee ? `${payee.name}，${payee.bank}，${payee.account}` : ''),
  返还和补偿: fixed('使用完毕或者应急处置工作结束后及时返还；毁损、灭失的，给予公平、合理的补偿'),
  不计入期限的依据: fixed('《中华人民共和国行政许可法》第四十五条'),
  原期限: ({ run }) => {
    const clock = run.clocks.findLast(({ clock: name }) => name === 'decision')
    return clock ? `自${formatDate(clock.startOn)}起${termInWords(clock.term)}` : ''
  },
  延长至: lastDay,
  时间: ({ run }) => heldAt(run.facts.case),
  地点: ({ run }) => textIn(run, 'hearing-place'),
  是否公开: ({ run }) => (holdsIn(run, 'is-open') ? '公开举行' : '不公开举行'),
  陈述申辩内容: (filling) => saidOf(filling, 'statement'),
  缺漏材料: ({ run }) => textIn(run, 'missing'),
  补正期限: fixed('请在补齐以后再次报送；审核的期限自再次报送之日起计算'),
  终止情形: ({ run }) => textIn(run, 'given-up'),
  终止日期: issued,
  旁听办法: ({ agency }) =>
    `在听证开始前凭有效身份证件到听证地点登记旁听${agency.phone === '' ? '' : `，咨询电话${agency.phone}`}`,
  主持人: (filling) => listed(peopleIn(filling.run, 'host').map((id) => nameOf(filling, id))),
  权利: fixed('可以委托代理人，提出证据，进行申辩和质证；认为主持人与本事项有直接利害关系的，有权申请回避'),
  勘验人: (filling) => listed(peopleIn(filling.run, 'officers').map((id) => nameOf(filling, id))),
  审查人员: (filling) => listed(filling.state.handlers.map((id) => nameOf(filling, id))),
  陈述申辩期限: ({ env, document }) =>
    `自收到本告知书之日起${termInWords(termOf(env.parameters, 'licence.statement-term', document.issuedOn))}内`,
  行政复议机关: ({ agency }) => agency.reviewBody,
  人民法院: ({ agency }) => agency.court,
  案件: ({ state }) => state.name,
  案由: ({ state, root }) =>
    listed([...new Set(state.violations.map(({ cause }) => cause))]) || textIn(root, 'suspected') || state.name,
  来源类型: ofRoot('source'),
  线索内容: ofRoot('clue'),
  案情简介: ({ run, root }) => textIn(run, 'check-result') || textIn(root, 'facts-found') || textIn(root, 'clue'),
  移送理由: ({ run }) => textIn(run, 'refer-reason'),
  事项类型: (filling) => issuingAction(filling)?.action.title ?? '',
  理由和依据: (filling) => fullBasis(issuingAction(filling)?.action.basis ?? ''),
  登记人: (filling) => listed(filling.state.handlers.map((id) => nameOf(filling, id))),
  接收人: (filling) => listed(filling.state.handlers.map((id) => nameOf(filling, id))),
  备案日期: issued,
  备案人: (filling) => nameOf(filling, issuingAction(filling)?.by),
  决定书文号: ({ state }) => listed(penaltyDecisions(state).map(({ number = '' }) => number)),
  决定日期: ({ state }) => listed([...new Set(penaltyDecisions(state).map(({ issuedOn }) => formatDate(issuedOn)))]),
  申请理由: (filling) => saidOf(filling, 'instalment-request'),
  期次: (filling) =>
    plansOf(filling, ({ length }) => (length > 1 ? `分${chineseNumeral(length)}期` : '延期，一次缴清')),
  每期金额: (filling) => plansOf(filling, instalmentLines),
  受送达人: ({ state, run }) => listed(state.parties.filter(({ id }) => id === run.party).map(({ name }) => name)),
  送达文书: ({ state, run }) => listed(handedOverTogether(state, run).map((paper) => citation(paper))),
  公告期限: ({ env, document }) =>
    `自发出公告之日起，经过${parameterValueOf(env.parameters, 'delivery.announcement-term', document.issuedOn)}日，即视为送达`,
  处理意见: (filling) => sentence(issuingAction(filling)?.action.title ?? ''),
  应缴滞纳金: fixed('无'),
  赔偿: ({ root }) => (root.result === 'revoked-fraud' ? '被许可人基于行政许可取得的利益不受保护，不予赔偿' : '无'),
  后果告知: fixed(ADDRESS_WARNING),
  决定文号: ({ state }) => newestOf(state, 'licence-decision')?.number ?? '',
  有效期至: ({ root }) => dateInWords(textIn(root, 'valid-until')) || '没有规定有效期',
}

/** What each party has said; with several parties each is named. */
function saidOf(filling: Filling, fact: string): string {
  const { run, state } = filling
  const said = state.parties.flatMap(({ id, name }) => {
    const text = asText(run.facts.party[id]?.[fact]).trim()
    return text === '' ? [] : [state.parties.length > 1 ? `${name}：${text}` : text]
  })
  return said.join('；')
}

function penaltyDecisions({ documents }: Filling['state']) {
  const codes: readonly string[] = ['penalty-decision', 'summary-decision']
  return documents.filter(({ code, voided }) => codes.includes(code) && !voided)
}

/** The plan of each party that has one, in these words; with several parties each is named. */
function plansOf({ run, state }: Filling, inWords: (plan: readonly PlanRow[]) => string): string {
  const plans = state.parties.flatMap(({ id, name }) => {
    const plan = planOf(run.facts.party[id]?.instalments)
    return plan.length === 0 ? [] : [{ name, text: inWords(plan) }]
  })
  return plans.map(({ name, text }) => (state.parties.length > 1 ? `${name}：${text}` : text)).join('；')
}

const instalmentLines = (plan: readonly PlanRow[]): string =>
  plan
    .map(
      ({ dueOn, amountFen }, index) =>
        `第${chineseNumeral(index + 1)}期${formatDate(dueOn)}前缴纳${amountInFigures(amountFen)}元`,
    )
    .join('；')

function heldAt(facts: FactValues): string {
  return `${dateInWords(String(facts['hearing-on'] ?? ''))}${String(facts['hearing-at'] ?? '')}`
}

/**
 * Fills a form of the list by its own fields: from the fact with that title, of this run or of the case, or from what the case knows
 * of it. What the act has asked beside them follows; nothing else of the case is printed.
 */
export const fillByFields: Filler = (filling) => {
  const kind = findDocumentKind(filling.document.code, filling.document.issuedOn)
  const fields = kind?.fields ?? []
  // A letter tells a list in a line; a form has room for its lines.
  const chosen = chosenFields(filling)
  const said = (label: string) => (chosen ? (chosen[label] ?? '') : textOf(filling, label))
  const told = (label: string) => (kind?.header === 'red' ? paragraphsOf(said(label)).join('；') : said(label))
  const named = fields.map((label) => ({ label, text: told(label) })).filter(({ text }) => text !== '')
  const asked = chosen ? [] : rowsAsked(filling)
  const besides = asked.filter(({ label }) => !fields.includes(label) && !isTold(filling, label))
  return {
    rows: [...named, ...(kind?.header === 'red' ? [] : besides)],
    approvals: chosen ? askingFor(approvalsOf(filling)) : approvalsOf(filling),
    ...(chosen ? headOf(chosen) : record(filling, kind?.blocks?.includes('record') ?? false)),
    ...(kind?.blocks?.includes('remedy') ? remedyBlock(filling, `本${kind.title.replace(/书$/, '')}`) : {}),
  }
}

function rowsAsked(filling: Filling) {
  const { asks = filling.procedure.opening?.asks ?? [], joins } = issuingAction(filling)?.action ?? {}
  return rowsOf(filling, joins ? [joins.as, ...asks] : asks)
}

/** What was written for a paper that somebody chose; nothing for one that an act makes out by itself. */
export function chosenFields({ run, procedure, document }: Filling): Readonly<Record<string, string>> | undefined {
  const papers = Object.entries(procedure.facts).flatMap(([name, { kind }]) =>
    kind === 'paper' ? (paperIn(run.facts.case[name]) ?? []) : [],
  )
  return papers.find(({ code }) => code === document.code)?.fields
}

/** The author of a chosen form asks for what stands on it. */
function askingFor([author, ...others]: readonly ApprovalBlock[]): readonly ApprovalBlock[] {
  return author ? [{ ...author, opinion: '内容如上，报请审批。' }, ...others] : []
}

function headOf(said: Readonly<Record<string, string>>) {
  const { startedAt, endedAt, place, recorder } = HEAD_OF_RECORD
  if (!(startedAt in said)) return {}
  const head = { startedAt: said[startedAt] ?? '', place: said[place] ?? '' }
  const ends = { endedAt: said[endedAt] ?? '', recorder: said[recorder] ?? '' }
  return { record: { ...head, ...ends, attendees: [], turns: [], paragraphs: [] } }
}

/** What the case knows of a field of a form, by its label; '' where it is to be written by hand. */
export function textOf(filling: Filling, label: string): string {
  const own = rowTitled(filling, label)
  if (own !== '') return own
  const { run, root, procedure, env } = filling
  const rootProcedure = run === root ? procedure : env.procedures.get(`${root.procedure}@${root.version}`)
  const ofCase = rootProcedure ? rowTitled({ ...filling, run: root, procedure: rootProcedure }, label) : ''
  return ofCase === '' ? (SAID[label]?.(filling) ?? '') : ofCase
}

function rowTitled(filling: Filling, label: string): string {
  const named = Object.entries(filling.procedure.facts).flatMap(([name, { title }]) => (title === label ? [name] : []))
  // Where the act itself asks for it, what was said to another act is not printed.
  const asked = named.filter((name) => issuingAction(filling)?.action.asks?.includes(name))
  return rowsOf(filling, asked.length > 0 ? asked : named)
    .map(({ text }) => text)
    .join('；')
}

/** Facts that another field of the form tells under its own name. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'licence-verification': ['核查时间', '核查场所'],
  'clue-register': ['来源', '线索来源', '案件来源', '线索', '线索或者案情'],
  'referral-approval': ['核查情况', '移送的理由和依据', '移送理由'],
  'statement-record': [
    '陈述、申辩的内容',
    '陈述、申辩的方式',
    '陈述、申辩的时间',
    '陈述、申辩的地点',
    '记录人',
    '放弃的记录方式',
  ],
  'survey-record': ['到场检查人员', '已经主动出示执法证件', '开始时间', '结束时间', '勘验地点', '记录人'],
  'instalment-approval': ['当事人申请延期、分期的理由和日期', '缴款计划'],
}

function isTold({ document }: Filling, label: string): boolean {
  // With several parties a row names whose it is.
  return TOLD[document.code]?.includes(label.replace(/（[^（）]+）$/u, '')) ?? false
}

function record(filling: Filling, isRecord: boolean) {
  const { run } = filling
  if (!isRecord) return {}
  const at = textIn(run, 'checked-at') || textIn(run, 'statement-at')
  const startedAt = isInstant(at) ? formatInstant(at) : heldAt(run.facts.case)
  const recorder = nameOf(filling, peopleIn(run, 'recorder')[0])
  return {
    record: {
      startedAt,
      place: textIn(run, 'checked-place') || textIn(run, 'statement-place') || textIn(run, 'hearing-place'),
      ...(recorder !== '' && { recorder }),
      attendees: [],
      turns: [],
      paragraphs: [],
    },
  }
}
