import { form, type ListedKind, listed, notice, record } from './listed-kind.ts'

const STAGE = '执法监督'

/** 执法监督: kinds that are drawn by the common layout until a template of their own is written. */
export const SUPERVISION_KINDS: readonly ListedKind[] = listed(STAGE, [
  notice(133, 'supervision-notice', '行政执法监督检查通知书', '监通', {
    fields: ['被监督机关', '检查事项', '时间', '需提供的材料'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'dossier-demand', '调阅案卷通知书', '监调', {
    fields: ['被监督机关', '案卷范围', '报送期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  record(133, 'supervision-inquiry', '行政执法监督询问笔录', '', {
    fields: ['询问内容'],
    blocks: ['record'],
    basis: '行政执法监督条例〔M〕',
  }),
  form(133, 'supervision-clue', '行政执法监督线索登记表', '', {
    fields: ['线索来源', '线索内容', '处理意见'],
    blocks: ['approvals'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'supervision-assignment', '行政执法监督线索转办单', '监转', {
    fields: ['承办机关', '线索内容', '办理期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  form(133, 'supervision-report', '行政执法监督核查报告', '', {
    fields: ['核查情况', '认定的事实', '处理建议'],
    blocks: ['approvals'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'supervision-opinion', '行政执法监督意见书', '监意', {
    fields: ['被监督机关', '存在的问题', '监督意见', '反馈期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'supervision-decision', '行政执法监督决定书', '监决', {
    fields: ['被监督机关', '认定的事实', '依据', '决定', '反馈期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'supervise-card', '行政执法督办函', '督办', {
    fields: ['被督办机关', '督办事项', '办理要求', '期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'supervision-interview', '行政执法监督约谈通知书', '监约', {
    fields: ['约谈对象', '约谈事项', '时间', '地点'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  record(133, 'supervision-interview-record', '行政执法监督约谈记录', '', {
    fields: ['约谈对象', '约谈事项', '约谈内容', '整改要求'],
    blocks: ['record'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'supervision-circular', '行政执法监督通报', '监报', {
    fields: ['通报对象', '通报事项', '存在的问题', '处理情况和要求'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'rectification-report', '行政执法问题整改报告', '', {
    fields: ['原文号', '整改情况', '整改结果'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'assessment-notice', '行政执法案卷评查通知书', '评通', {
    fields: ['被评查机关', '评查范围', '报送期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  form(133, 'assessment-sheet', '行政执法案卷评查评分表', '', {
    fields: ['案卷名称', '评查项目', '扣分理由', '得分', '评查人'],
    blocks: [],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'assessment-feedback', '行政执法案卷评查反馈书', '评馈', {
    fields: ['被评查机关', '评查结果', '存在的问题', '申诉期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'certificate-suspension', '行政执法证件暂扣决定书', '证扣', {
    fields: ['持证人', '证件编号', '暂扣理由', '期限'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  notice(133, 'certificate-cancellation', '行政执法证件注销决定书', '证注', {
    fields: ['持证人', '证件编号', '注销理由'],
    blocks: ['seal'],
    basis: '行政执法监督条例〔M〕',
  }),
  form(133, 'major-penalty-filing', '重大行政处罚备案表', '重备', {
    fields: ['决定书文号', '处罚内容', '备案日期'],
    blocks: ['party'],
    basis: '地方规定：重大行政处罚自决定之日起十五日内备案〔M〕',
  }),
])
