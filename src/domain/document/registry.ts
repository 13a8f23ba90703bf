import { compareDates, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import type { DocumentKind } from './document-kind.ts'
import { CUSTODY_KINDS } from './kinds/custody-kinds.ts'
import { DUTY_KINDS } from './kinds/duty-kinds.ts'
import { EXECUTION_KINDS } from './kinds/execution-kinds.ts'
import { LISTED_KINDS } from './kinds/listed-kinds.ts'

const PENALTY_LAW = plainDate('2021-07-15')
// 行政复议法 2023 came into force on this day and changed every remedy clause (当场处罚 must be reconsidered first).
const RECONSIDERATION_LAW = plainDate('2024-01-01')
const THREE_SYSTEMS = '国务院办公厅关于全面推行三项制度的指导意见（国办发〔2018〕118号）；行政处罚法第五十八条'
const LICENCE_LAW = plainDate('2019-04-23')

type Shape = Pick<DocumentKind, 'header' | 'per'> & { readonly template?: string; readonly validFrom?: PlainDate }
const FORM: Shape = { header: 'plain', per: 'case' }
const RECORD: Shape = { header: 'none', per: 'case' }
const LETTER: Shape = { header: 'red', per: 'party' }
const DECISION: Shape = { header: 'red', per: 'party', validFrom: RECONSIDERATION_LAW }

function kind(code: string, title: string, word: string, stage: string, shape: Shape, basis: string): DocumentKind {
  const { header, per, template = code, validFrom = PENALTY_LAW } = shape
  return { code, title, word, stage, header, numbered: word !== '', per, template, validFrom, basis }
}

/** Every kind of document that can be issued, with the law it rests on. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  kind('filing-approval', '立案审批表', '立', '立案', FORM, '行政处罚法第五十四条第二款'),
  kind('filing-refusal', '不予立案审批表', '不立', '立案', FORM, '行政处罚法第五十四条'),
  kind('inquiry-record', '询问笔录', '', '调查取证', RECORD, '行政处罚法第五十五条第二款'),
  kind('scene-record', '现场笔录', '', '调查取证', RECORD, '行政处罚法第四十六条、第五十五条'),
  kind('evidence-list', '证据清单', '', '调查取证', RECORD, '行政处罚法第四十六条'),
  kind('investigation-report', '案件调查终结报告', '', '调查终结', FORM, '行政处罚法第五十七条第一款'),
  kind('review-submission', '重大行政执法决定法制审核送审表', '法审送', '法制审核', FORM, THREE_SYSTEMS),
  kind('review-opinion', '重大行政执法决定法制审核意见书', '法审', '法制审核', FORM, THREE_SYSTEMS),
  kind('penalty-notice', '行政处罚告知书', '罚告', '事先告知', LETTER, '行政处罚法第四十四条、第四十五条、第六十三条'),
  kind('hearing-notice', '行政处罚听证通知书', '听通', '听证', LETTER, '行政处罚法第六十四条第二项'),
  kind('hearing-record', '听证笔录', '', '听证', RECORD, '行政处罚法第六十四条第八项'),
  kind('reconsideration-opinion', '陈述申辩复核意见书', '复核', '陈述申辩', FORM, '行政处罚法第四十五条'),
  kind('panel-record', '行政处罚案件集体讨论记录', '', '集体讨论', RECORD, '行政处罚法第五十七条第二款'),
  kind('summary-decision', '当场行政处罚决定书', '当罚', '决定', DECISION, '行政处罚法第五十二条'),
  kind('penalty-decision', '行政处罚决定书', '罚决', '决定', DECISION, '行政处罚法第五十九条'),
  kind(
    'no-penalty-decision',
    '不予行政处罚决定书',
    '不罚决',
    '决定',
    DECISION,
    '行政处罚法第三十三条、第五十七条第一款',
  ),
  kind('filing-withdrawal', '撤销立案审批表', '撤立', '决定', FORM, '行政处罚法第五十七条第一款'),
  kind('extension-approval', '案件延期审批表', '延审', '决定', FORM, '行政处罚法第六十条'),
  kind(
    'transfer-letter',
    '涉嫌犯罪案件移送书',
    '移',
    '移送',
    { header: 'red', per: 'case' },
    '行政处罚法第二十七条；行政执法机关移送涉嫌犯罪案件的规定第六条',
  ),
  kind('delivery-receipt', '送达回证', '', '送达', { header: 'plain', per: 'party' }, '行政处罚法第六十一条'),
  kind('payment-notice', '罚没款缴款通知书', '缴', '执行', LETTER, '行政处罚法第六十七条、第七十二条'),
  kind('closure-approval', '结案审批表', '结', '结案', FORM, '行政处罚法第四十七条'),
  kind('dossier-cover', '案卷封面', '', '归档', RECORD, '行政处罚法第四十七条'),
  kind('operation-trail', '操作记录', '', '归档', FORM, '国办发〔2018〕118号；行政处罚法第四十七条'),
  kind('dossier-catalogue', '卷内目录', '', '归档', RECORD, '行政处罚法第四十七条'),
  kind('custody-sheet', '涉案物品清单和流转表', '', '归档', RECORD, '行政强制法第二十六条'),
  kind('volume-pages', '装订本页号', '', '归档', RECORD, '行政处罚法第四十七条'),
  kind('dossier-notes', '卷内备考表', '', '归档', RECORD, '行政处罚法第四十七条'),
  kind('four-property-report', '电子案卷四性检测报告', '', '归档', RECORD, '档案法第三十七条；DA/T 70—2018'),
  kind(
    'supplement-notice',
    '行政许可申请材料补正告知书',
    '许补',
    '受理',
    licence(),
    '行政许可法第三十二条第一款第四项',
  ),
  kind('acceptance-notice', '行政许可申请受理通知书', '许受', '受理', licence(), '行政许可法第三十二条'),
  kind('rejection-notice', '行政许可申请不予受理决定书', '许不受', '受理', DECISION, '行政许可法第三十二条'),
  kind('licence-decision', '准予行政许可决定书', '许准', '决定', licence(), '行政许可法第三十八条第一款'),
  kind('licence-refusal', '不予行政许可决定书', '许不准', '决定', DECISION, '行政许可法第三十八条第二款'),
  kind('licence-certificate', '行政许可证件颁发送达单', '', '颁证', licence('plain'), '行政许可法第四十四条'),
  ...LISTED_KINDS,
  ...CUSTODY_KINDS,
  ...DUTY_KINDS,
  ...EXECUTION_KINDS,
]

function licence(header: 'red' | 'plain' = 'red'): Shape {
  return { header, per: 'party', validFrom: LICENCE_LAW }
}

/** The kind a code names as it stood on a date; undefined when there was none on that day. */
export function findDocumentKind(code: string, on: PlainDate): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind.code === code && isValidOn(kind, on))
}

/** Whether any kind, at any time, has the code. */
export function isDocumentCode(code: string): boolean {
  return DOCUMENT_KINDS.some((kind) => kind.code === code)
}

function isValidOn(kind: DocumentKind, on: PlainDate): boolean {
  const hasBegun = compareDates(kind.validFrom, on) <= 0
  return hasBegun && (kind.validTo === undefined || compareDates(on, kind.validTo) <= 0)
}
