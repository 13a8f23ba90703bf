import { form, type ListedKind, letter, listed, notice, record } from './listed-kind.ts'

const STAGE = '行政许可'

/** 行政许可: kinds that are drawn by the common layout until a template of their own is written. */
export const LICENCE_KINDS: readonly ListedKind[] = listed(STAGE, [
  form(110, 'licence-application', '行政许可申请书', '', {
    fields: ['申请事项', '申请理由', '申请材料', '申请日期'],
    blocks: ['party'],
    basis: '行政许可法第二十九条',
  }),
  letter(111, 'material-receipt', '申请材料接收凭证', '许收', {
    fields: ['接收日期', '申请事项', '收到的材料', '接收人'],
    blocks: ['seal'],
    basis: '行政许可法第三十二条',
  }),
  letter(115, 'licence-not-required', '不需要取得行政许可告知书', '许不需', {
    fields: ['申请事项', '不受理的理由'],
    blocks: ['seal'],
    basis: '行政许可法第三十二条第一款第一项',
  }),
  form(116, 'licence-approval', '行政许可审批表', '许审', {
    fields: ['申请事项', '审查情况', '依据'],
    blocks: ['party', 'approvals'],
    basis: '行政许可法第三十四条',
  }),
  record(117, 'licence-verification', '现场核查笔录', '', {
    fields: ['核查场所', '核查情况', '申请人意见'],
    blocks: ['record', 'officers'],
    basis: '行政许可法第三十四条第三款',
  }),
  notice(118, 'interested-party-notice', '行政许可利害关系人告知书', '许利', {
    fields: ['申请人', '申请事项', '利害关系人', '重大利益关系', '陈述申辩权', '听证权', '提出期限'],
    blocks: ['seal'],
    basis: '行政许可法第三十六条',
  }),
  record(119, 'licence-statement-record', '行政许可陈述申辩笔录', '', {
    fields: ['陈述申辩内容'],
    blocks: ['record'],
    basis: '行政许可法第三十六条',
  }),
  notice(120, 'licence-hearing-announcement', '行政许可听证公告', '许听公', {
    fields: ['听证事项', '时间', '地点', '报名办法'],
    blocks: ['seal'],
    basis: '行政许可法第四十六条',
  }),
  letter(120, 'licence-hearing-right', '行政许可听证告知书', '许听告', {
    fields: ['申请事项', '重大利益关系', '听证权', '提出期限'],
    blocks: ['seal'],
    basis: '行政许可法第四十七条',
  }),
  form(120, 'licence-hearing-application', '行政许可听证申请书', '', {
    fields: ['要求听证的人', '申请事由', '登记日期'],
    blocks: ['party'],
    basis: '行政许可法第四十七条',
  }),
  letter(120, 'licence-hearing-notice', '行政许可听证通知书', '许听通', {
    fields: ['申请事项', '时间', '地点', '是否公开', '主持人', '权利'],
    blocks: ['seal'],
    basis: '行政许可法第四十八条第一款第一项',
  }),
  letter(120, 'licence-hearing-refusal', '行政许可不予听证通知书', '许不听', {
    fields: ['申请事项', '要求听证的人', '要求听证的日期', '不予听证的情形', '不予听证的理由'],
    blocks: ['seal'],
    basis: '行政许可法第四十七条',
  }),
  record(120, 'licence-hearing-record', '行政许可听证笔录', '', {
    fields: ['申请事项', '时间', '地点', '主持人', '审查人员', '听证笔录', '主持人意见'],
    blocks: ['record'],
    basis: '行政许可法第四十八条第一款第五项',
  }),
  letter(121, 'licence-special-time', '行政许可特别程序期限告知书', '许特', {
    fields: ['申请事项', '特别程序', '需要查明的事项', '所需时间', '不计入期限的依据'],
    blocks: ['seal'],
    basis: '行政许可法第四十五条',
  }),
  form(122, 'licence-extension-approval', '行政许可延期审批表', '许延审', {
    fields: ['申请事项', '延期理由', '原期限', '延长至'],
    blocks: ['approvals'],
    basis: '行政许可法第四十二条',
  }),
  letter(122, 'licence-extension-notice', '行政许可延期通知书', '许延', {
    fields: ['申请事项', '延期理由', '延长至'],
    blocks: ['seal'],
    basis: '行政许可法第四十二条',
  }),
  notice(116, 'licence-first-review', '行政许可初步审查意见报送函', '许报', {
    fields: ['决定机关', '申请人', '申请事项', '初步审查意见', '全部申请材料'],
    blocks: ['seal'],
    basis: '行政许可法第三十五条',
  }),
  notice(130, 'licence-hand-over', '行政许可移交监管函', '许交', {
    fields: ['监管机关', '被许可人', '许可事项', '许可证件编号', '许可内容和条件', '有效期至', '签收'],
    blocks: ['seal'],
    basis: '行政许可法第六十一条',
  }),
  form(123, 'licence-review-opinion', '重大行政许可法制审核意见书', '许法审', {
    fields: ['申请事项', '审核内容', '审核意见'],
    blocks: ['approvals'],
    basis: '国务院办公厅关于全面推行三项制度的指导意见（国办发〔2018〕118号）',
  }),
  letter(126, 'licence-change-grant', '准予变更行政许可决定书', '许变准', {
    fields: ['许可证件编号', '申请内容', '许可内容和条件'],
    blocks: ['seal'],
    basis: '行政许可法第四十九条',
  }),
  letter(126, 'licence-change-refusal', '不予变更行政许可决定书', '许变不', {
    fields: ['许可证件编号', '申请内容', '不予准许的理由'],
    blocks: ['seal', 'remedy'],
    basis: '行政许可法第四十九条',
  }),
  letter(127, 'licence-renewal-grant', '准予延续行政许可决定书', '许续准', {
    fields: ['许可证件编号', '许可事项', '原有效期至', '有效期至'],
    blocks: ['seal'],
    basis: '行政许可法第五十条',
  }),
  letter(127, 'licence-renewal-refusal', '不予延续行政许可决定书', '许续不', {
    fields: ['许可证件编号', '许可事项', '原有效期至', '不予准许的理由'],
    blocks: ['seal', 'remedy'],
    basis: '行政许可法第五十条',
  }),
  form(128, 'licence-ending-approval', '行政许可撤回（撤销、注销）审批表', '许终审', {
    fields: ['许可证件编号', '许可事项', '情形', '理由'],
    blocks: ['approvals'],
    basis: '行政许可法第八条、第六十九条、第七十条',
  }),
  letter(128, 'licence-ending-notice', '拟撤回（撤销）行政许可告知书', '许终告', {
    fields: ['许可证件编号', '许可事项', '情形', '理由', '陈述申辩权', '陈述申辩期限'],
    blocks: ['seal'],
    basis: '行政许可法第七条',
  }),
  letter(128, 'licence-withdrawal', '撤回行政许可决定书', '许撤回', {
    fields: ['许可证件编号', '许可事项', '情形', '理由', '补偿'],
    blocks: ['seal', 'remedy'],
    basis: '行政许可法第八条第二款',
  }),
  letter(128, 'licence-revocation', '撤销行政许可决定书', '许撤销', {
    fields: ['许可证件编号', '许可事项', '情形', '理由', '赔偿'],
    blocks: ['seal', 'remedy'],
    basis: '行政许可法第六十九条',
  }),
  letter(128, 'licence-cancellation', '注销行政许可决定书', '许注', {
    fields: ['许可证件编号', '许可事项', '情形', '理由'],
    blocks: ['seal', 'remedy'],
    basis: '行政许可法第七十条',
  }),
  letter(130, 'licence-supervision-notice', '行政许可监督检查告知书', '许监', {
    fields: ['检查事项', '检查时间'],
    blocks: ['seal'],
    basis: '行政许可法第六十一条',
  }),
  record(130, 'licence-supervision-record', '行政许可监督检查记录', '', {
    fields: ['检查情况', '处理结果'],
    blocks: ['record', 'officers'],
    basis: '行政许可法第六十一条第二款',
  }),
  notice(130, 'licence-copy-letter', '行政许可违法情况抄告函', '许抄', {
    fields: ['被许可人', '违法事实', '处理结果'],
    blocks: ['seal'],
    basis: '行政许可法第六十四条',
  }),
  letter(130, 'licence-supervision-advice', '行政许可监督检查建议书', '许建', {
    fields: ['存在的问题', '建议'],
    blocks: ['seal'],
    basis: '行政许可法第六十八条〔M〕',
  }),
  notice(131, 'licence-disclosure', '行政许可决定公开书', '许公', {
    fields: ['许可事项', '被许可人', '决定文号', '决定日期'],
    blocks: ['seal'],
    basis: '行政许可法第四十条',
  }),
  form(132, 'commitment', '告知承诺书', '', {
    fields: ['许可事项', '告知内容', '承诺内容', '承诺日期'],
    blocks: ['party'],
    basis: '国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见（国办发〔2020〕42号）',
  }),
  record(132, 'commitment-check', '承诺核查记录', '', {
    fields: ['承诺事项', '核查情况', '处理意见'],
    blocks: ['officers'],
    basis: '国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见（国办发〔2020〕42号）',
  }),
])
