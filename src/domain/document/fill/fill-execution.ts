import { isInstant } from '../../calendar/due-at.ts'
import { fenInCell } from '../../form/check-table.ts'
import { formatFact, formatInstant } from '../../form/format-fact.ts'
import type { ExecutionBlock } from '../merge-blocks.ts'
import { amountInDocument } from '../print-data.ts'
import { rowsOf } from './fact-rows.ts'
import { type Filler, type Filling, issuingAction, peopleIn, textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { decisionSaid, owedRows, payeeRow } from './owed.ts'
import { officersOf } from './people-blocks.ts'
import { remedyBlock } from './remedy-block.ts'
import { dateInWords, fullBasis, paragraphsOf, sentence } from './wording.ts'

const LAW = '《中华人民共和国行政强制法》'
const RIGHTS = '收到本催告书后，你（单位）有权进行陈述和申辩；提出的事实、理由或者证据成立的，本机关予以采纳。'

type Said = Partial<ExecutionBlock> & { readonly remedy?: string }
type Row = ExecutionBlock['rows'][number]

/** A letter of execution, and against what there is a remedy. */
function letter(say: (filling: Filling) => Said): Filler {
  return (filling) => {
    const { remedy, opening = [], rows = [], closing = [], ...more } = say(filling)
    const isSaid = (text: string) => text !== ''
    return {
      execution: { ...more, rows, opening: opening.filter(isSaid), closing: closing.filter(isSaid) },
      ...(remedy === undefined ? {} : remedyBlock(filling, remedy)),
    }
  }
}

const row = (label: string, text: string): readonly Row[] => (text === '' ? [] : [{ label, text }])
const day = (filling: Filling, name: string) => dateInWords(textIn(filling.run, name))

/** 催告: the four contents of 第三十五条, one under another. */
export const fillUrging = letter((filling) => {
  const { run } = filling
  const isForCourt = run.procedure === 'court-execution'
  const basis = isForCourt ? `${LAW}第五十四条` : `${LAW}第三十五条`
  return {
    opening: [
      decisionSaid(filling),
      `履行期限已经届满，你（单位）没有履行：${sentence(textIn(run, 'duty'))}依据${basis}的规定，现催告你（单位）履行义务：`,
    ],
    rows: [
      ...row('履行期限', `${day(filling, 'urging-until')}前（含当日）`),
      ...row('履行方式', textIn(run, 'urging-way')),
      ...owedRows(filling),
      ...payeeRow(filling),
      ...row('陈述和申辩', RIGHTS),
    ],
    closing: [
      isForCourt
        ? `本催告书送达十个工作日后仍未履行的，本机关将依据${LAW}第五十三条、第五十四条的规定，申请人民法院强制执行。`
        : '逾期仍不履行，又没有正当理由的，本机关将依法作出强制执行决定。',
    ],
  }
})

export const fillFineUrging = letter((filling) => ({
  opening: [
    decisionSaid(filling),
    `缴款期限已经届满，你（单位）没有缴清罚没款。依据${LAW}第四十六条、第五十四条的规定，现催告你（单位）缴纳：`,
  ],
  rows: [
    ...owedRows(filling),
    ...row('缴纳期限', `${day(filling, 'urging-until')}前（含当日）`),
    ...row('缴纳方式', '到指定银行或者通过电子支付系统缴纳'),
    ...payeeRow(filling),
    ...row('陈述和申辩', RIGHTS),
  ],
  closing: [
    '逾期仍不缴纳的，本机关将依法强制执行，或者在本催告书送达十个工作日后申请人民法院强制执行；在缴清以前，本机关可以每日继续按未缴罚款数额的百分之三加处罚款，加处的数额不超出罚款的数额。',
  ],
}))

function urgingSaid({ state, party }: Filling): string {
  const paper = newestOf(state, 'execution-urging', party?.id)
  return paper
    ? `${dateInWords(paper.issuedOn)}，本机关发出${citation(paper)}，你（单位）逾期仍不履行，且没有正当理由。`
    : ''
}

/** 强制执行决定: the five contents of 第三十七条第二款. */
export const fillExecutionDecision = letter((filling) => {
  const { run } = filling
  const hides = textIn(run, 'hides-property')
  return {
    opening: [
      decisionSaid(filling),
      hides === '' ? urgingSaid(filling) : `催告期间，有证据证明有转移或者隐匿财物的迹象：${sentence(hides)}`,
      `理由：${sentence(textIn(run, 'execution-reason'))}依据${LAW}第三十七条${hides === '' ? '第一款' : '第三款'}和${fullBasis(textIn(run, 'way-basis'))}的规定，本机关决定强制执行：`,
    ],
    rows: [
      ...row('强制执行的方式', textIn(run, 'way')),
      ...row('强制执行的时间', textIn(run, 'execution-on')),
      ...owedRows(filling),
    ],
    remedy: '本强制执行决定',
  }
})

export const fillSubstituteDecision = letter((filling) => {
  const { run } = filling
  const isAtOnce = textIn(run, 'cleared') !== ''
  const cause = isAtOnce
    ? `${textIn(run, 'cleared-place')}有需要立即清除的${textIn(run, 'cleared')}，你（单位）不能清除。依据${LAW}第五十二条的规定，本机关决定立即实施代履行，现将有关事项通知如下：`
    : `其后果已经或者将${textIn(run, 'hazard')}。${sentence(textIn(run, 'execution-reason'))}依据${LAW}第五十条、第五十一条的规定，本机关决定代履行：`
  return {
    opening: [decisionSaid(filling), isAtOnce ? '' : urgingSaid(filling), cause],
    rows: [
      ...row('代履行的标的', textIn(run, 'substitute-object')),
      ...row('方式和时间', textIn(run, 'execution-on') || instantIn(filling, 'began-at')),
      ...row('代履行人', textIn(run, 'performer')),
      ...row('费用预算', moneyIn(filling, 'budget')),
      ...row('实际费用', moneyIn(filling, 'cost')),
    ],
    closing: [
      '代履行的费用按照成本合理确定，由你（单位）承担，法律另有规定的除外。',
      isAtOnce ? '' : '代履行三日前本机关将再次催告；你（单位）履行的，停止代履行。',
    ],
    remedy: '本代履行决定',
  }
})

export const fillSubstituteUrging = letter((filling) => {
  const decision = newestOf(filling.state, 'substitute-decision', filling.party?.id)
  return {
    opening: [
      `${decision ? `${dateInWords(decision.issuedOn)}，本机关作出${citation(decision)}。` : ''}依据${LAW}第五十一条第一款第二项的规定，在代履行前再次催告你（单位）自行履行。`,
    ],
    rows: [
      ...row('要履行的义务', textIn(filling.run, 'duty')),
      ...row('代履行的标的', textIn(filling.run, 'substitute-object')),
      ...row('陈述和申辩', RIGHTS),
    ],
    closing: ['本催告书送达满三个工作日仍不履行的，本机关将实施代履行；你（单位）履行的，停止代履行。'],
  }
})

export const fillDemolitionNotice = letter((filling) => ({
  opening: [
    `${filling.state.parties.map(({ name }) => name).join('、')}：`,
    decisionSaid(filling).replaceAll('对你（单位）', ''),
    `依据${LAW}第四十四条的规定，现予公告，限期自行拆除：`,
  ],
  rows: [
    ...row('位置和面积', textIn(filling.run, 'structure')),
    ...row('自行拆除的期限', `${day(filling, 'demolish-by')}前（含当日）`),
  ],
  closing: ['在法定期限内不申请行政复议、不提起行政诉讼，又不拆除的，本机关将依法强制拆除。'],
}))

/** 强制拆除公告: whose structure, on what it rests, and when it is taken down (强制法第四十四条). */
export const fillDemolitionAnnouncement = letter((filling) => {
  const { run } = filling
  return {
    opening: [
      `${filling.state.parties.map(({ name }) => name).join('、')}：`,
      decisionSaid(filling).replaceAll('对你（单位）', ''),
      `本机关公告限期自行拆除以后，在法定期限内没有申请行政复议、没有提起行政诉讼，又没有拆除。依据${LAW}第四十四条和${fullBasis(textIn(run, 'way-basis'))}的规定，本机关决定强制拆除，现予公告：`,
    ],
    rows: [
      ...row('位置和面积', textIn(run, 'structure')),
      ...row('自行拆除的期限', dateInWords(textIn(run, 'demolish-by'))),
      ...row('强制拆除的时间', textIn(run, 'execution-on')),
    ],
    closing: ['请在强制拆除以前自行清理、搬出建筑物、构筑物、设施内的财物；到时请到场，不到场的不影响执行。'],
  }
})

export const fillAgreement = letter((filling) => {
  const { run, party } = filling
  const facts = run.facts.party[party?.id ?? ''] ?? {}
  const stages = Array.isArray(facts.stages) ? (facts.stages as readonly Readonly<Record<string, unknown>>[]) : []
  const waived = Number(facts['waived-surcharge'] ?? 0)
  return {
    opening: [
      decisionSaid(filling),
      `在不损害公共利益和他人合法权益的情况下，依据${LAW}第四十二条的规定，本机关与你（单位）达成如下执行协议：`,
    ],
    rows: [
      ...owedRows(filling),
      ...stages.map(({ dueOn, what, amount }, index) => ({
        label: `第${index + 1}期`,
        text: `${dateInWords(String(dueOn))}前，${String(what ?? '')}${fenInCell(amount) > 0 ? `，${amountInDocument(fenInCell(amount))}` : ''}`,
      })),
      ...row('补救措施', String(facts['made-good'] ?? '')),
      ...row('减免的加处罚款', waived > 0 ? amountInDocument(waived) : ''),
      ...row('违约', textIn(run, 'breach')),
    ],
    closing: ['执行协议应当履行。你（单位）不履行的，本机关恢复强制执行。'],
    signers: ['当事人', '本机关'],
  }
})

const NOTICES = {
  'execution-suspension': ['stop-ground', `${LAW}第三十九条第一款`, '中止执行'],
  'execution-termination': ['end-ground', `${LAW}第四十条`, '终结执行'],
} as const

export const fillStopNotice = letter((filling) => {
  const [ground, basis, what] = NOTICES[filling.document.code as keyof typeof NOTICES]
  return {
    opening: [
      decisionSaid(filling),
      `执行中有下列情形：${textIn(filling.run, ground)}。${sentence(textIn(filling.run, 'stop-words'))}`,
    ],
    closing: [`依据${basis}的规定，本机关决定自${dateInWords(filling.document.issuedOn)}起${what}。`],
  }
})

export const fillExecutionResumption = letter((filling) => ({
  opening: [decisionSaid(filling), sentence(textIn(filling.run, 'resume-words'))],
  rows: owedRows(filling),
  closing: [
    `依据${fullBasis(issuingAction(filling)?.action.basis ?? `${LAW}第三十九条第二款`)}的规定，本机关自${dateInWords(filling.document.issuedOn)}起恢复执行。`,
  ],
}))

export const fillInstalmentGrant = letter((filling) => {
  const facts = filling.root.facts.party[filling.party?.id ?? ''] ?? {}
  const rows = Array.isArray(facts.instalments)
    ? (facts.instalments as readonly Readonly<Record<string, unknown>>[])
    : []
  return {
    opening: [
      decisionSaid(filling),
      `你（单位）因确有经济困难，申请${rows.length > 1 ? '分期' : '延期'}缴纳。依据《中华人民共和国行政处罚法》第六十六条第二款的规定，经审查，予以批准：`,
    ],
    rows: rows.map(({ dueOn, amount }, index) => ({
      label: `第${index + 1}期`,
      text: `${dateInWords(String(dueOn))}前缴纳${amountInDocument(fenInCell(amount))}`,
    })),
    closing: [
      '任何一期逾期不缴纳的，自该期届满的次日起，本机关可以每日按该期未缴罚款的百分之三加处罚款，加处的数额不超出罚款的数额。',
    ],
  }
})

export const fillInstalmentRefusal = letter((filling) => {
  const facts = filling.root.facts.party[filling.party?.id ?? ''] ?? {}
  return {
    opening: [
      decisionSaid(filling),
      `你（单位）申请延期（分期）缴纳：${sentence(String(facts['instalment-request'] ?? ''))}`,
      `依据《中华人民共和国行政处罚法》第六十六条第二款的规定，经审查，不予准许。理由：${sentence(String(facts['instalment-refusal'] ?? ''))}`,
    ],
    rows: owedRows(filling),
    closing: ['请按决定书载明的期限缴纳；逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处的数额不超出罚款的数额。'],
  }
})

/** 现场笔录: who, when, where, what was done, and who signed (强制法第五十一条第一款第四项). */
export const fillExecutionRecord: Filler = (filling) => {
  const { run } = filling
  const witness = textIn(run, 'witness')
  return {
    officers: officersOf(filling, peopleIn(run, 'officers')),
    record: {
      startedAt: instantIn(filling, 'began-at'),
      endedAt: instantIn(filling, 'ended-at'),
      place: textIn(run, 'place'),
      ...(witness && { witness: { name: witness } }),
      attendees: [],
      turns: [],
      paragraphs: paragraphsOf(textIn(run, 'scene')),
    },
    rows: rowsOf(filling, [
      'way',
      'cleared',
      'cleared-place',
      'substitute-object',
      'performer',
      'party-present',
      'witness',
      'urgency',
      'homes-spared',
      'without-force',
      'cost',
      'signed',
    ]),
  }
}

function instantIn({ run }: Filling, name: string): string {
  const text = textIn(run, name)
  return isInstant(text) ? formatInstant(text) : ''
}

function moneyIn({ run, procedure }: Filling, name: string): string {
  const [fact, value] = [procedure.facts[name], run.facts.case[name]]
  return fact && typeof value === 'number' ? formatFact(fact, value) : ''
}
