import { form, type ListedKind, letter, listed, notice } from './listed-kind.ts'

const STAGE = '决定'

/** 决定: kinds that are drawn by the common layout until a template of their own is written. */
export const DECISION_KINDS: readonly ListedKind[] = listed(STAGE, [
  form(89, 'summary-filing', '当场行政处罚备案表', '当备', {
    fields: ['决定书文号', '决定日期', '备案日期', '备案人'],
    blocks: ['party'],
    basis: '行政处罚法第五十二条第三款',
  }),
  form(92, 'decision-approval', '行政处罚决定审批表', '决审', {
    fields: ['违法事实', '处罚依据', '拟处罚内容'],
    blocks: ['party', 'approvals'],
    basis: '行政处罚法第五十七条第一款',
  }),
  form(93, 'decision-summary', '行政处罚信息摘要', '', {
    fields: ['决定书文号', '当事人', '违法行为类型', '处罚内容', '处罚机关', '处罚日期'],
    blocks: [],
    basis: '行政处罚法第四十八条',
  }),
  letter(94, 'decision-change', '行政处罚决定变更决定书', '罚变', {
    fields: ['原文号', '变更理由', '变更内容'],
    blocks: ['seal', 'remedy'],
    basis: '行政处罚法第七十五条第二款',
  }),
  letter(94, 'decision-revocation', '行政处罚决定撤销决定书', '罚撤', {
    fields: ['原文号', '撤销理由'],
    blocks: ['seal', 'remedy'],
    basis: '行政处罚法第七十五条第二款',
  }),
  letter(94, 'decision-correction', '行政处罚决定补正决定书', '罚补', {
    fields: ['原文号', '补正理由', '补正内容'],
    blocks: ['seal'],
    basis: '行政处罚法第七十五条第二款〔M〕',
  }),
  form(96, 'no-transfer-reason', '不予移送理由记录', '', {
    fields: ['案由', '不予移送的理由', '正职负责人意见'],
    blocks: [],
    basis: '行政执法机关移送涉嫌犯罪案件的规定第五条',
  }),
  notice(96, 'filing-objection', '对不予立案通知提请复议函', '提复', {
    fields: ['受移送的公安机关', '公安机关的书面答复', '提请复议的理由'],
    blocks: ['seal'],
    basis: '行政执法机关移送涉嫌犯罪案件的规定第九条第一款',
  }),
  notice(96, 'filing-supervision', '建议立案监督函', '建监', {
    fields: ['人民检察院', '受移送的公安机关', '公安机关的书面答复', '建议立案监督的理由'],
    blocks: ['seal'],
    basis: '行政执法机关移送涉嫌犯罪案件的规定第九条',
  }),
  letter(97, 'compliance-advice', '整改（合规）建议书', '规建', {
    fields: ['存在的问题', '整改建议'],
    blocks: ['seal'],
    basis: '行政处罚法第六条',
  }),
  letter(97, 'credit-repair-notice', '信用修复告知书', '信告', {
    fields: ['公示期限', '修复条件', '申请方式'],
    blocks: ['seal'],
    basis: '信用修复管理办法〔M〕',
  }),
])
