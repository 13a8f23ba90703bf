import { form, type ListedKind, letter, listed, notice, record } from './listed-kind.ts'

const STAGE = '事先告知、听证'

/** 事先告知、听证: kinds that are drawn by the common layout until a template of their own is written. */
export const HEARING_KINDS: readonly ListedKind[] = listed(STAGE, [
  letter(77, 'hearing-right-notice', '行政处罚听证告知书', '听告', {
    fields: ['违法事实', '拟处罚内容', '依据', '听证权利', '提出期限'],
    blocks: ['seal'],
    basis: '行政处罚法第六十三条、第六十四条第一项',
  }),
  record(78, 'statement-record', '陈述申辩笔录', '', {
    fields: ['陈述申辩内容'],
    blocks: ['record'],
    basis: '行政处罚法第四十五条',
  }),
  form(80, 'hearing-application', '听证申请书', '', {
    fields: ['申请人', '申请事由', '申请日期'],
    blocks: ['party'],
    basis: '行政处罚法第六十四条第一项',
  }),
  letter(81, 'hearing-refusal', '不予受理听证通知书', '不听', {
    fields: ['要求听证的日期', '不予听证的情形', '不予听证的理由'],
    blocks: ['seal'],
    basis: '行政处罚法第六十三条、第六十四条第一项',
  }),
  notice(83, 'hearing-announcement', '听证公告', '听公', {
    fields: ['案由', '时间', '地点', '旁听办法'],
    blocks: ['seal'],
    basis: '行政处罚法第六十四条第三项',
  }),
  form(85, 'hearing-report', '听证报告书', '听报', {
    fields: ['基本情况', '双方意见', '主持人意见'],
    blocks: ['party', 'approvals'],
    basis: '行政处罚法第六十四条第八项、第六十五条',
  }),
  letter(86, 'hearing-termination', '终止听证通知书', '听终', {
    fields: ['终止情形', '终止日期'],
    blocks: ['seal'],
    basis: '行政处罚法第六十四条第六项',
  }),
  letter(87, 'non-site-notice', '非现场执法违法事实告知书', '非告', {
    fields: ['设备编号', '时间', '地点', '图像编号', '查询方式', '陈述申辩方式和期限'],
    blocks: ['seal'],
    basis: '行政处罚法第四十一条第三款',
    template: 'letter',
  }),
])
