import { type ListedKind, letter, listed, notice, record } from './listed-kind.ts'

const STAGE = '行政强制'

/** 行政强制: kinds that are drawn by the common layout until a template of their own is written. */
export const COERCION_KINDS: readonly ListedKind[] = listed(STAGE, [
  letter(54, 'freeze-decision', '冻结存款（汇款）决定书', '冻决', {
    fields: ['账号', '金额', '金融机构', '期限', '理由', '依据'],
    blocks: ['seal', 'remedy'],
    basis: '行政强制法第三十一条',
    template: 'letter',
  }),
  letter(54, 'freeze-extension', '延长冻结期限决定书', '冻延', {
    fields: ['原文号', '延长理由', '延长至'],
    blocks: ['seal', 'remedy'],
    basis: '行政强制法第三十二条',
    template: 'letter',
  }),
  letter(54, 'freeze-release', '解除冻结决定书', '解冻', {
    fields: ['原文号', '账号', '解除理由'],
    blocks: ['seal'],
    basis: '行政强制法第三十三条',
    template: 'letter',
  }),
  notice(54, 'freeze-assistance', '协助冻结通知书', '协冻', {
    fields: ['金融机构', '账号', '金额', '期限'],
    blocks: ['seal'],
    basis: '行政强制法第三十条',
    template: 'letter',
  }),
  notice(54, 'freeze-release-assistance', '协助解除冻结通知书', '协解', {
    fields: ['金融机构', '账号', '金额', '原文号'],
    blocks: ['seal'],
    basis: '行政强制法第三十三条第二款',
    template: 'letter',
  }),
  letter(54, 'freeze-transfer-notice', '冻结款项移送告知书', '冻移', {
    fields: ['原文号', '账号', '金额', '接受移送的机关和案件'],
    blocks: ['seal'],
    basis: '行政强制法第二十一条',
    template: 'letter',
  }),
  record(54, 'freeze-record', '现场笔录（冻结存款、汇款）', '', {
    fields: ['金融机构', '账号', '金额', '现场情况'],
    blocks: ['record', 'officers'],
    basis: '行政强制法第十八条第七项、第三十条第一款',
  }),
  notice(56, 'power-cut-notice', '停止供电（供民用爆炸物品）通知书', '停供', {
    fields: ['停供单位', '停供事项', '依据', '时间'],
    blocks: ['seal'],
    basis: '安全生产法第七十条',
  }),
  letter(56, 'power-cut-decision', '停止供电（供民用爆炸物品）决定书', '停供决', {
    fields: ['隐患', '决定', '依据', '时间'],
    blocks: ['seal', 'remedy'],
    basis: '安全生产法第七十条',
  }),
  notice(56, 'power-restore-notice', '恢复供电（供民用爆炸物品）通知书', '复供', {
    fields: ['原文号', '恢复理由', '时间'],
    blocks: ['seal'],
    basis: '安全生产法第七十条',
  }),
  letter(58, 'execution-urging', '履行行政决定催告书', '履催', {
    fields: ['原决定文号', '履行期限', '履行方式', '本金', '加处罚款', '合计', '收款账户', '陈述申辩权'],
    blocks: ['seal'],
    basis: '行政强制法第三十五条',
  }),
  letter(59, 'surcharge-decision', '加处罚款决定书', '加罚', {
    fields: ['原决定文号', '罚款额', '逾期起止', '加处金额'],
    blocks: ['seal', 'remedy'],
    basis: '行政处罚法第七十二条第一款第一项；行政强制法第四十五条',
  }),
  letter(60, 'fine-urging', '缴纳罚款催告书', '罚催', {
    fields: ['原决定文号', '期限', '收款账户'],
    blocks: ['seal'],
    basis: '行政强制法第四十六条、第五十四条',
  }),
  letter(61, 'execution-decision', '行政强制执行决定书', '强执', {
    fields: ['理由和依据', '执行方式', '执行时间'],
    blocks: ['seal', 'remedy'],
    basis: '行政强制法第三十七条',
  }),
  letter(62, 'substitute-urging', '代履行催告书', '代催', {
    fields: ['原决定文号', '履行期限', '逾期后果'],
    blocks: ['seal'],
    basis: '行政强制法第五十一条第一款第二项',
  }),
  letter(62, 'substitute-decision', '代履行决定书', '代履', {
    fields: ['代履行标的', '代履行人', '费用预算', '方式和时间'],
    blocks: ['seal', 'remedy'],
    basis: '行政强制法第五十一条第一款第一项',
  }),
  notice(63, 'demolition-term-notice', '限期拆除公告', '限拆', {
    fields: ['建筑物位置和面积', '依据', '拆除期限'],
    blocks: ['seal'],
    basis: '行政强制法第四十四条',
  }),
  notice(63, 'demolition-notice', '强制拆除公告', '强拆', {
    fields: ['建筑物位置和面积', '依据', '拆除时间'],
    blocks: ['seal'],
    basis: '行政强制法第四十四条',
  }),
  letter(64, 'execution-agreement', '执行协议书', '执协', {
    fields: ['分阶段计划', '减免加处罚款', '违约后果'],
    blocks: ['seal'],
    basis: '行政强制法第四十二条',
  }),
  letter(65, 'execution-suspension', '中止执行通知书', '执中', {
    fields: ['原决定文号', '中止情形', '中止日期'],
    blocks: ['seal'],
    basis: '行政强制法第三十九条',
  }),
  letter(65, 'execution-termination', '终结执行通知书', '执终', {
    fields: ['原决定文号', '终结情形', '终结日期'],
    blocks: ['seal'],
    basis: '行政强制法第四十条',
  }),
  letter(65, 'execution-resumption', '恢复执行通知书', '执恢', {
    fields: ['原决定文号', '恢复理由', '恢复日期'],
    blocks: ['seal'],
    basis: '行政强制法第三十九条第二款',
  }),
  notice(66, 'court-application', '强制执行申请书', '强申', {
    fields: ['申请法院', '行政决定文号', '催告情况', '申请执行标的', '附件目录', '负责人签名'],
    blocks: ['party', 'seal'],
    basis: '行政强制法第五十五条',
  }),
])
