import { form, type ListedKind, letter, listed, notice } from './listed-kind.ts'

const STAGE = '案源、管辖、立案'

/** 案源、管辖、立案: kinds that are drawn by the common layout until a template of their own is written. */
export const FILING_KINDS: readonly ListedKind[] = listed(STAGE, [
  form(1, 'clue-register', '案件来源登记表', '源登', {
    fields: ['来源类型', '提供人', '联系方式', '线索内容', '登记人', '处理意见'],
    blocks: ['approvals'],
    basis: '行政处罚法第五十四条',
  }),
  // Of the case and not of a party: whom it tells is the informant.
  notice(2, 'report-reply', '举报（投诉）处理告知书', '举告', {
    fields: ['受理情况', '不予受理的理由', '是否要求回复', '核查结果'],
    blocks: ['seal'],
    template: 'letter',
    basis: '市场监督管理投诉举报处理暂行办法第十四条、第三十一条〔M〕',
  }),
  form(2, 'report-handling', '举报（投诉）处理单', '举处', {
    fields: ['收到日期', '举报事项', '受理意见', '核查情况', '是否实名', '告知日期'],
    blocks: ['approvals'],
    basis: '市场监督管理投诉举报处理暂行办法第十四条〔M〕',
  }),
  notice(3, 'jurisdiction-designation', '指定管辖通知书', '指管', {
    fields: ['争议机关', '案件', '指定理由', '被指定机关'],
    blocks: ['seal'],
    basis: '行政处罚法第二十五条第二款',
  }),
  notice(4, 'assignment-notice', '案件交办通知书', '交办', {
    fields: ['交办机关', '案件', '要求', '期限'],
    blocks: ['seal'],
    basis: '行政处罚法第二十五条〔M〕',
  }),
  notice(5, 'referral-letter', '案件移送函', '移函', {
    fields: ['受移送机关', '案由', '移送依据', '材料份数和页数'],
    blocks: ['party', 'seal'],
    template: 'letter',
    basis: '行政处罚法第二十五条、第二十六条〔M〕',
  }),
  form(6, 'referral-approval', '案件移送审批表', '移审', {
    fields: ['案由', '案情简介', '受移送机关', '移送理由'],
    blocks: ['party', 'approvals'],
    basis: '行政执法机关移送涉嫌犯罪案件的规定第五条',
  }),
  form(9, 'matter-approval', '行政处罚案件有关事项审批表', '事审', {
    fields: ['事项类型', '理由和依据'],
    blocks: ['party', 'approvals'],
    basis: '行政处罚法第五十四条、第五十六条',
  }),
  form(10, 'recusal-application', '回避申请书', '', {
    fields: ['申请人', '被申请回避人', '理由', '申请日期'],
    blocks: [],
    basis: '行政处罚法第四十三条',
  }),
  letter(10, 'recusal-decision', '回避决定书', '避决', {
    fields: ['申请人', '被申请回避人', '决定', '理由'],
    blocks: ['seal'],
    basis: '行政处罚法第四十三条',
  }),
  notice(11, 'entrustment', '行政处罚委托书', '委托', {
    fields: ['委托机关', '受委托组织', '委托事项', '权限', '期限', '公布日期'],
    blocks: ['seal'],
    template: 'entrustment',
    basis: '行政处罚法第二十条',
  }),
  notice(12, 'assistance-letter', '协助调查函', '协查', {
    fields: ['协助机关', '请求事项', '依据', '期限', '联系人'],
    blocks: ['seal'],
    basis: '行政处罚法第二十六条',
  }),
  notice(12, 'seizure-assistance', '协助扣押通知书', '协扣', {
    fields: ['协助机关', '当事人', '扣押依据', '需要协助扣押的物品', '期限', '联系人'],
    blocks: ['seal'],
    basis: '行政强制法第二十五条〔M〕',
  }),
  notice(12, 'identification-assistance', '协助辨认（鉴别）通知书', '协辨', {
    fields: ['协助单位', '辨认事项', '需要辨认的物品', '依据', '期限', '联系人'],
    blocks: ['seal'],
    basis: '行政处罚法第五十五条〔M〕',
  }),
])
