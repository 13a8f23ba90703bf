import { form, type ListedKind, listed, notice } from './listed-kind.ts'

const STAGE = '送达、执行、结案、归档'

/** 送达、执行、结案、归档: kinds that are drawn by the common layout until a template of their own is written. */
export const PERFORMANCE_KINDS: readonly ListedKind[] = listed(STAGE, [
  notice(99, 'delivery-announcement', '送达公告', '送公', {
    fields: ['受送达人', '送达文书', '公告期限', '领取地点', '发布处'],
    blocks: ['seal'],
    basis: '行政处罚法第六十一条；民事诉讼法第九十五条',
  }),
  form(101, 'receipt-register', '罚没财物票据登记表', '', {
    fields: ['票据号', '金额', '开具日期', '开票人'],
    blocks: [],
    basis: '行政处罚法第七十条',
  }),
  form(102, 'instalment-application', '延期（分期）缴纳罚款申请书', '', {
    fields: ['决定书文号', '申请理由', '期次', '每期金额'],
    blocks: ['party'],
    basis: '行政处罚法第六十六条第二款',
  }),
  form(102, 'instalment-approval', '延期（分期）缴纳罚款审批表', '缓审', {
    fields: ['决定书文号', '申请理由', '期次', '每期金额'],
    blocks: ['party', 'approvals'],
    basis: '行政处罚法第六十六条第二款',
  }),
  form(108, 'access-approval', '案卷调阅审批表', '', {
    fields: ['申请人', '所在机构', '调阅单位和函号', '持函人及证件', '调阅范围', '用途', '期限', '事由', '借出和归还'],
    blocks: ['approvals'],
    basis: '国办发〔2018〕118号（调阅程序由机关规定）',
  }),
])
