import { plainDate } from '../../calendar/plain-date.ts'
import type { DocumentKind, SharedBlock } from '../document-kind.ts'

type Form = Pick<DocumentKind, 'header' | 'per'>
const FORM: Form = { header: 'plain', per: 'case' }
const RECORD: Form = { header: 'none', per: 'case' }
const LETTER: Form = { header: 'red', per: 'party' }

type Said = {
  readonly fields: readonly string[]
  readonly blocks: readonly SharedBlock[]
  readonly basis: string
  /** Where the common layout is not enough. */
  readonly template?: string
}

function kind(code: string, title: string, word: string, stage: string, form: Form, said: Said): DocumentKind {
  const validFrom = plainDate('2024-01-01')
  return { code, title, word, stage, numbered: word !== '', template: 'listed', validFrom, ...form, ...said }
}

const SERVICE = '优化营商环境条例第三十六条第一款'
const CATALOGUE = '优化营商环境条例第二十五条'
const EMERGENCY = '突发事件应对法第十二条、第七十六条'
const SEALED: readonly SharedBlock[] = ['seal']
const DECIDED: readonly SharedBlock[] = ['seal', 'remedy']

/** Papers of levy, requisition, fee, benefit and confirmation, which the list of documents does not name. */
export const DUTY_KINDS: readonly DocumentKind[] = [
  kind('request-receipt', '申请材料收件凭证', '收件', '受理', LETTER, {
    fields: ['接收日期', '事项', '收到的材料'],
    blocks: SEALED,
    basis: SERVICE,
  }),
  kind('request-supplement', '申请材料补正告知书', '补正', '受理', LETTER, {
    fields: ['事项', '需要补正的全部内容'],
    blocks: SEALED,
    basis: SERVICE,
  }),
  kind('request-acceptance', '申请受理通知书', '受理', '受理', LETTER, {
    fields: ['事项', '受理日期', '办理期限'],
    blocks: SEALED,
    basis: SERVICE,
  }),
  kind('request-rejection', '申请不予受理告知书', '不受理', '受理', LETTER, {
    fields: ['事项', '不予受理的理由'],
    blocks: DECIDED,
    template: 'letter',
    basis: SERVICE,
  }),
  kind('benefit-decision', '行政给付决定书', '给付', '决定', LETTER, {
    fields: ['事项', '设定依据', '核查情况', '给付金额', '给付标准和期限', '发放方式'],
    blocks: DECIDED,
    template: 'letter',
    basis: '优化营商环境条例第三十五条',
  }),
  kind('benefit-refusal', '不予行政给付决定书', '不给付', '决定', LETTER, {
    fields: ['事项', '设定依据', '不予给付的理由'],
    blocks: DECIDED,
    template: 'letter',
    basis: '行政复议法第十一条第十二项',
  }),
  kind('benefit-payment', '行政给付发放登记表', '', '执行', FORM, {
    fields: ['事项', '给付金额', '已发放金额', '发放日期', '发放凭证号'],
    blocks: ['party'],
    basis: '优化营商环境条例第三十五条',
  }),
  kind('confirmation-decision', '行政确认决定书', '确认', '决定', LETTER, {
    fields: ['事项', '设定依据', '核实情况', '确认内容'],
    blocks: DECIDED,
    template: 'letter',
    basis: '优化营商环境条例第三十五条',
  }),
  kind('confirmation-refusal', '不予行政确认决定书', '不确认', '决定', LETTER, {
    fields: ['事项', '设定依据', '不予确认的理由'],
    blocks: DECIDED,
    template: 'letter',
    basis: '优化营商环境条例第三十五条',
  }),
  kind('fee-notice', '行政事业性收费缴款通知书', '收费', '决定', LETTER, {
    fields: ['收费项目', '收费依据', '收费标准', '应缴金额', '缴款期限', '收款账户'],
    blocks: DECIDED,
    basis: CATALOGUE,
  }),
  kind('fee-receipt', '收费票据登记表', '', '执行', FORM, {
    fields: ['收费项目', '应缴金额', '本次缴纳的金额', '缴款日期', '票据号'],
    blocks: ['party'],
    basis: CATALOGUE,
  }),
  kind('levy-decision', '行政征收决定书', '征收', '决定', LETTER, {
    fields: ['征收项目', '征收依据', '征收标准', '应缴金额', '缴款期限', '逾期的后果', '收款账户'],
    blocks: DECIDED,
    template: 'letter',
    basis: CATALOGUE,
  }),
  kind('levy-urging', '征缴催告书', '征催', '执行', LETTER, {
    fields: ['征收项目', '应缴金额', '应缴滞纳金', '履行期限', '陈述申辩权'],
    blocks: SEALED,
    template: 'letter',
    basis: '行政强制法第三十五条、第五十四条',
  }),
  kind('levy-receipt', '征缴入库登记表', '', '执行', FORM, {
    fields: ['征收项目', '应缴金额', '本次缴纳的金额', '应缴滞纳金', '缴款日期', '票据号'],
    blocks: ['party'],
    basis: CATALOGUE,
  }),
  kind('requisition-approval', '应急征用审批表', '征用审', '决定', FORM, {
    fields: ['突发事件', '征用理由', '征用的财产', '使用单位和用途', '使用至'],
    blocks: ['party', 'approvals'],
    basis: EMERGENCY,
  }),
  kind('requisition-decision', '应急征用决定书', '征用', '决定', LETTER, {
    fields: ['突发事件', '征用理由', '征用的财产', '使用单位和用途', '使用至', '返还和补偿'],
    blocks: DECIDED,
    template: 'letter',
    basis: EMERGENCY,
  }),
  kind('requisition-list', '征用财产清点交接笔录', '', '执行', RECORD, {
    fields: ['征用的财产', '交接时的状况', '清点人员'],
    blocks: ['record', 'officers'],
    basis: EMERGENCY,
  }),
  kind('requisition-return', '征用财产返还笔录', '', '执行', RECORD, {
    fields: ['征用的财产', '返还日期', '返还时的状况', '毁损、灭失情况'],
    blocks: ['record', 'officers'],
    basis: '突发事件应对法第十二条',
  }),
  kind('compensation-decision', '征用补偿决定书', '征补', '决定', LETTER, {
    fields: ['征用的财产', '返还时的状况', '毁损、灭失情况', '补偿金额', '补偿的标准和理由'],
    blocks: DECIDED,
    template: 'letter',
    basis: '突发事件应对法第十二条',
  }),
]
