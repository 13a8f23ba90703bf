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
  letter(59, 'surcharge-decision', '加处罚款决定书', '加罚', {
    fields: ['原决定文号', '罚款额', '逾期起止', '加处金额'],
    blocks: ['seal', 'remedy'],
    template: 'letter',
    basis: '行政处罚法第七十二条第一款第一项；行政强制法第四十五条',
  }),
])
