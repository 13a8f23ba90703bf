import { plainDate } from '../../calendar/plain-date.ts'
import type { DocumentKind } from '../document-kind.ts'

const SINCE = plainDate('2021-07-15')
const RECONSIDERATION_LAW = plainDate('2024-01-01')
const LAW = '行政强制法'

type Form = Pick<DocumentKind, 'header' | 'per' | 'template' | 'validFrom'>
const LETTER: Form = { header: 'red', per: 'party', template: 'execution-letter', validFrom: SINCE }
/** Against which there is a remedy. */
const DECISION: Form = { ...LETTER, validFrom: RECONSIDERATION_LAW }
const NOTICE: Form = { ...LETTER, per: 'case' }
const RECORD: Form = { header: 'none', per: 'case', template: 'coercion-record', validFrom: SINCE }

function kind(code: string, title: string, word: string, form: Form, basis: string): DocumentKind {
  return { code, title, word, stage: '执行', numbered: word !== '', ...form, basis }
}

/** Papers of execution, from the urging to the application to the court. */
export const EXECUTION_KINDS: readonly DocumentKind[] = [
  kind('execution-urging', '履行行政决定催告书', '履催', LETTER, `${LAW}第三十五条`),
  kind('fine-urging', '缴纳罚款催告书', '罚催', LETTER, `${LAW}第四十六条、第五十四条`),
  kind('execution-decision', '行政强制执行决定书', '强执', DECISION, `${LAW}第三十七条`),
  kind('execution-record', '现场笔录（行政强制执行）', '', RECORD, `${LAW}第三十四条、第五十一条第一款第四项`),
  kind('substitute-urging', '代履行催告书', '代催', LETTER, `${LAW}第五十一条第一款第二项`),
  kind('substitute-decision', '代履行决定书', '代履', DECISION, `${LAW}第五十一条第一款第一项`),
  kind('demolition-term-notice', '限期拆除公告', '限拆', NOTICE, `${LAW}第四十四条`),
  kind('demolition-announcement', '强制拆除公告', '拆公', NOTICE, `${LAW}第四十四条`),
  kind('execution-agreement', '执行协议书', '执协', LETTER, `${LAW}第四十二条`),
  kind('execution-suspension', '中止执行通知书', '执中', LETTER, `${LAW}第三十九条`),
  kind('execution-termination', '终结执行通知书', '执终', LETTER, `${LAW}第四十条`),
  kind('execution-resumption', '恢复执行通知书', '执恢', LETTER, `${LAW}第三十九条第二款`),
  kind('court-application', '强制执行申请书', '强申', NOTICE, `${LAW}第五十五条`),
  kind(
    'court-pack-catalogue',
    '申请强制执行材料目录',
    '',
    { header: 'none', per: 'case', template: 'dossier-catalogue', validFrom: SINCE },
    `${LAW}第五十五条`,
  ),
  kind(
    'answer-pack-catalogue',
    '行政复议答复、行政应诉材料目录',
    '',
    { header: 'none', per: 'case', template: 'answer-pack-catalogue', validFrom: SINCE },
    '行政复议法第四十八条；行政诉讼法第六十七条第一款',
  ),
  kind('instalment-grant', '延期（分期）缴纳罚款批准书', '缓准', LETTER, '行政处罚法第六十六条第二款'),
  kind('instalment-refusal', '不予延期（分期）缴纳罚款答复书', '缓不', LETTER, '行政处罚法第六十六条第二款'),
]
