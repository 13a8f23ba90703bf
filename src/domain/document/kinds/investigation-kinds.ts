import { form, type ListedKind, letter, listed, record } from './listed-kind.ts'

const STAGE = '调查取证'

/** 调查取证: kinds that are drawn by the common layout until a template of their own is written. */
export const INVESTIGATION_KINDS: readonly ListedKind[] = listed(STAGE, [
  letter(27, 'inquiry-notice', '询问（调查）通知书', '询通', {
    fields: ['被询问人', '事由', '时间', '地点', '须带材料', '联系人'],
    blocks: ['seal'],
    basis: '行政处罚法第五十五条',
  }),
  record(30, 'evidence-extraction', '证据提取单', '', {
    fields: ['证据来源', '证据说明', '提取人', '提供人核对意见'],
    blocks: ['officers'],
    basis: '行政处罚法第四十六条',
  }),
  record(31, 'electronic-evidence-record', '电子数据证据提取笔录', '', {
    fields: ['设备和介质', '型号和序列号', '提取方法和工具', '文件名', '文件大小', '哈希算法', '哈希值', '见证人'],
    blocks: ['record', 'officers'],
    basis: '行政处罚法第四十六条第一款第四项',
  }),
  record(32, 'media-evidence-note', '视听资料证据说明', '', {
    fields: ['拍摄人', '拍摄时间', '拍摄地点', '内容', '原始载体存放处', '哈希值'],
    blocks: ['officers'],
    basis: '行政处罚法第四十六条第一款第三项',
  }),
  letter(33, 'material-demand', '限期提供材料通知书', '限材', {
    fields: ['材料清单', '提供期限'],
    blocks: ['seal'],
    basis: '行政处罚法第五十五条第二款',
  }),
  letter(40, 'test-result-notice', '检测（检验、检疫、鉴定）结果告知书', '检结', {
    fields: ['结论', '复检权利和期限'],
    blocks: ['seal'],
    basis: '行政处罚法第四十四条〔M〕',
  }),
  form(41, 'delivery-address', '送达地址（方式）确认书', '', {
    fields: ['送达地址', '收件人', '联系电话', '电子送达账号', '是否同意电子送达', '后果告知', '签名'],
    blocks: ['party'],
    basis: '行政处罚法第六十一条第二款',
  }),
  form(42, 'authorisation', '授权委托书', '', {
    fields: ['委托人', '代理人', '代理权限', '代理期限'],
    blocks: ['party'],
    basis: '行政处罚法第四十五条〔M〕',
  }),
  letter(44, 'suspension-decision', '案件中止调查决定书', '中止', {
    fields: ['中止情形', '中止日期'],
    blocks: ['seal'],
    template: 'letter',
    basis: '市场监督管理行政处罚程序规定第四十六条〔M〕',
  }),
  letter(44, 'resumption-decision', '案件恢复调查决定书', '恢复', {
    fields: ['恢复理由', '恢复日期'],
    blocks: ['seal'],
    template: 'letter',
    basis: '市场监督管理行政处罚程序规定第四十六条〔M〕',
  }),
  letter(44, 'termination-decision', '案件终止调查决定书', '终止', {
    fields: ['终止情形', '终止日期'],
    blocks: ['seal'],
    template: 'letter',
    basis: '市场监督管理行政处罚程序规定第四十七条〔M〕',
  }),
])
