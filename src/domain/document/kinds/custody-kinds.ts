import { plainDate } from '../../calendar/plain-date.ts'
import type { DocumentKind } from '../document-kind.ts'

const PENALTY_LAW = plainDate('2021-07-15')
const RECONSIDERATION_LAW = plainDate('2024-01-01')
const KEEPING = '行政强制法第二十六条'
const PRESERVING = '行政处罚法第五十六条'

type Form = Pick<DocumentKind, 'header' | 'per' | 'template' | 'validFrom'>
const FORM: Form = { header: 'plain', per: 'case', template: 'measure-approval', validFrom: PENALTY_LAW }
const LIST: Form = { header: 'none', per: 'case', template: 'things-list', validFrom: PENALTY_LAW }
const NOTE: Form = { header: 'none', per: 'case', template: 'custody-record', validFrom: PENALTY_LAW }
const LETTER: Form = { header: 'red', per: 'party', template: 'things-letter', validFrom: PENALTY_LAW }
/** Decisions against which there is a remedy. */
const DECISION: Form = { ...LETTER, validFrom: RECONSIDERATION_LAW }

function kind(code: string, title: string, word: string, stage: string, form: Form, basis: string): DocumentKind {
  return { code, title, word, stage, numbered: word !== '', ...form, basis }
}

/** Papers of preservation, sampling, seizure and of what happens to the things afterwards. */
export const CUSTODY_KINDS: readonly DocumentKind[] = [
  kind('preservation-approval', '先行登记保存证据审批表', '登保审', '调查取证', FORM, PRESERVING),
  kind('preservation-notice', '先行登记保存证据通知书', '登保', '调查取证', LETTER, PRESERVING),
  kind('preservation-list', '先行登记保存证据清单', '', '调查取证', LIST, PRESERVING),
  kind('preservation-disposal-approval', '先行登记保存证据处理审批表', '登处审', '调查取证', FORM, PRESERVING),
  kind('preservation-decision', '先行登记保存证据处理决定书', '登保处', '调查取证', DECISION, PRESERVING),
  kind('preservation-lift', '解除先行登记保存证据通知书', '登保解', '调查取证', LETTER, PRESERVING),
  kind('sampling-record', '抽样取证凭证', '', '调查取证', LIST, PRESERVING),
  kind('test-commission', '检测（检验、检疫、鉴定）委托书', '检委', '调查取证', { ...LETTER, per: 'case' }, PRESERVING),
  kind('sample-disposal-notice', '抽样取证物品处理通知书', '抽处', '调查取证', LETTER, PRESERVING),
  kind('coercion-approval', '行政强制措施审批表', '强审', '行政强制', FORM, '行政强制法第十八条第一项、第十九条'),
  kind('seizure-decision', '查封（扣押）决定书', '强措', '行政强制', DECISION, '行政强制法第二十四条'),
  kind('seizure-list', '查封（扣押）清单', '', '行政强制', LIST, '行政强制法第二十四条'),
  kind(
    'coercion-record',
    '现场笔录（行政强制措施）',
    '',
    '行政强制',
    { header: 'none', per: 'case', template: 'coercion-record', validFrom: PENALTY_LAW },
    '行政强制法第十八条',
  ),
  kind(
    'seizure-extension-approval',
    '延长查封（扣押）期限审批表',
    '强延审',
    '行政强制',
    FORM,
    '行政强制法第二十五条第一款、第二款',
  ),
  kind('seizure-extension', '延长查封（扣押）期限决定书', '强延', '行政强制', DECISION, '行政强制法第二十五条第二款'),
  kind(
    'test-period-notice',
    '检测（检验、检疫、鉴定）期间告知书',
    '检期',
    '行政强制',
    LETTER,
    '行政强制法第二十五条第三款',
  ),
  kind('seizure-disposal', '查封（扣押）物品处理决定书', '强处', '行政强制', DECISION, '行政强制法第二十七条'),
  kind('seizure-lift', '解除查封（扣押）决定书', '强解', '行政强制', DECISION, '行政强制法第二十八条'),
  kind('early-disposal-notice', '先行处理物品通知书', '先处', '行政强制', LETTER, '行政强制法第二十八条第二款'),
  kind(
    'early-disposal-announcement',
    '先行处理物品公告',
    '先处公',
    '行政强制',
    { ...LETTER, per: 'case' },
    '行政强制法第二十八条第二款',
  ),
  kind('goods-transfer-notice', '查封（扣押）物品移送告知书', '物移', '行政强制', LETTER, '行政强制法第二十一条'),
  kind('return-list', '返还物品清单', '', '行政强制', NOTE, '行政强制法第二十八条第二款'),
  kind('store-in-record', '涉案物品入库记录', '', '行政强制', NOTE, KEEPING),
  kind('store-move-record', '涉案物品移库记录', '', '行政强制', NOTE, KEEPING),
  kind('store-out-record', '涉案物品出库记录', '', '行政强制', NOTE, KEEPING),
  kind('destruction-record', '涉案物品销毁记录', '', '执行', NOTE, '行政处罚法第七十四条第一款'),
  kind('sale-record', '涉案物品变卖、拍卖记录', '', '执行', NOTE, '行政处罚法第七十四条第一款'),
  kind(
    'thing-card',
    '涉案物品标签',
    '',
    '行政强制',
    { header: 'none', per: 'case', template: 'thing-card', validFrom: PENALTY_LAW },
    KEEPING,
  ),
  kind('goods-disposal-approval', '没收物品处理审批表', '没处审', '执行', FORM, '行政处罚法第七十四条第一款'),
  kind('hand-over-record', '涉案物品移交记录', '', '行政强制', NOTE, '行政强制法第二十一条'),
]
