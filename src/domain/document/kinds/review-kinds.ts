import { form, type ListedKind, listed, notice } from './listed-kind.ts'

const STAGE = '法制审核'

/** 法制审核: kinds that are drawn by the common layout until a template of their own is written. */
export const REVIEW_KINDS: readonly ListedKind[] = listed(STAGE, [
  notice(68, 'review-return', '法制审核补正材料通知', '审补', {
    fields: ['缺漏材料', '补正期限'],
    blocks: [],
    basis: '国务院办公厅关于全面推行三项制度的指导意见（国办发〔2018〕118号）',
  }),
  form(70, 'review-objection', '法制审核异议复审意见书', '审复', {
    fields: ['原审核意见', '承办机构意见', '复审意见'],
    blocks: ['approvals'],
    basis: '国务院办公厅关于全面推行三项制度的指导意见（国办发〔2018〕118号）',
  }),
  form(71, 'case-examination', '案件审核表', '案审', {
    fields: ['审核机构', '案件材料', '审核意见'],
    blocks: ['party', 'approvals'],
    basis: '行政处罚法第五十七条、第五十八条',
  }),
  form(72, 'handling-report', '案件处理呈批表', '呈批', {
    fields: ['违法事实', '依据', '当事人申辩意见', '处理建议'],
    blocks: ['party', 'approvals'],
    basis: '行政处罚法第五十七条第一款',
  }),
  form(74, 'expert-opinion', '专家论证（法律顾问）意见书', '专意', {
    fields: ['论证问题', '论证意见', '签名'],
    blocks: [],
    basis: '国务院办公厅关于全面推行三项制度的指导意见（国办发〔2018〕118号）',
  }),
  form(75, 'discretion-statement', '裁量情节认定表', '裁量', {
    fields: ['适用的裁量基准和版本', '情节', '档次', '幅度计算过程'],
    blocks: ['party'],
    basis: '行政处罚法第三十四条',
  }),
])
