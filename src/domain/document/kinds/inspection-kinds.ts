import { form, type ListedKind, letter, listed, notice, record } from './listed-kind.ts'

const STAGE = '检查'

/** 检查: kinds that are drawn by the common layout until a template of their own is written. */
export const INSPECTION_KINDS: readonly ListedKind[] = listed(STAGE, [
  form(13, 'inspection-approval', '行政检查审批表', '检审', {
    fields: [
      '检查对象',
      '检查类型',
      '任务来源',
      '检查依据',
      '检查事项',
      '检查方式',
      '检查时间',
      '本年度已检查次数和上限',
      '是否联合检查',
    ],
    blocks: ['officers', 'approvals'],
    basis: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
  }),
  form(14, 'inspection-plan', '行政检查方案', '检方', {
    fields: ['检查对象', '检查时间', '检查人员', '检查内容', '检查方式', '备注'],
    blocks: ['approvals'],
    basis: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
  }),
  letter(15, 'inspection-notice', '行政检查通知书', '检通', {
    fields: ['检查机关', '检查依据', '检查事项', '检查时间', '权利和义务', '严禁事项', '监督电话'],
    blocks: ['officers', 'seal'],
    basis: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
    template: 'letter',
  }),
  record(16, 'inspection-record', '现场检查笔录', '', {
    fields: ['检查场所', '检查事项逐项结果', '检查情况', '被检查人意见'],
    blocks: ['record', 'officers'],
    basis: '行政处罚法第五十五条',
    template: 'inspection-record',
  }),
  record(17, 'survey-record', '勘验笔录', '', {
    fields: ['勘验人', '被邀请人', '勘验情况', '图示'],
    blocks: ['record', 'officers'],
    basis: '行政处罚法第五十五条',
  }),
  letter(19, 'inspection-result', '检查结果告知书', '检果', {
    fields: ['检查结果', '整改要求', '复查时间'],
    blocks: ['seal'],
    basis: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
    template: 'letter',
  }),
  letter(20, 'on-site-measure', '现场处理措施决定书', '现措', {
    fields: ['发现的隐患', '依据', '决定'],
    blocks: ['officers', 'seal', 'remedy'],
    basis: '安全生产法第六十五条〔M〕',
  }),
  letter(21, 'correction-order', '责令改正通知书', '责改', {
    fields: ['发现的问题', '整改期限', '逾期后果'],
    blocks: ['officers', 'seal', 'remedy'],
    basis: '行政处罚法第二十八条第一款',
    template: 'letter',
  }),
  letter(22, 'correction-review', '整改复查意见书', '复查', {
    fields: ['原文号', '复查结果'],
    blocks: ['officers', 'seal'],
    basis: '行政处罚法第二十八条第一款',
    template: 'letter',
  }),
  record(23, 'draw-record', '双随机抽取记录单', '', {
    fields: ['名录快照摘要', '人员库快照摘要', '种子', '算法版本', '抽取比例', '抽取结果', '见证人', '抽取时间'],
    blocks: [],
    basis: '国务院办公厅关于推广随机抽查规范事中事后监管的通知（国办发〔2015〕58号）',
  }),
  notice(24, 'joint-inspection', '联合检查任务书', '联检', {
    fields: ['发起部门', '配合部门', '检查对象', '各部门事项', '时间'],
    blocks: ['seal'],
    basis: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
  }),
  record(25, 'non-cooperation-record', '不予配合检查记录', '', {
    fields: ['事实经过', '音像编号', '见证人'],
    blocks: ['officers'],
    basis: '行政处罚法第五十五条第二款',
  }),
  letter(26, 'guidance-letter', '行政指导书', '指导', {
    fields: ['指导事项', '建议'],
    blocks: ['seal'],
    basis: '国务院关于印发《法治政府建设实施纲要》的通知〔M〕',
  }),
  letter(26, 'reminder-letter', '行政提示（告诫）书', '提示', {
    fields: ['事项', '提示内容', '建议'],
    blocks: ['seal'],
    basis: '行政处罚法第六条〔M〕',
  }),
  letter(26, 'interview-notice', '行政约谈通知书', '约谈', {
    fields: ['约谈事项', '时间', '地点', '参加人'],
    blocks: ['seal'],
    basis: '行政处罚法第六条〔M〕',
  }),
  record(26, 'interview-record', '行政约谈记录', '', {
    fields: ['约谈事项', '约谈人', '被约谈人', '约谈内容', '被约谈人的意见', '要求和期限'],
    blocks: ['record', 'officers'],
    basis: '行政处罚法第六条〔M〕',
  }),
])
