import { form, type ListedKind, listed, notice } from './listed-kind.ts'

const STAGE = '复议、诉讼'

/** 复议、诉讼: what the agency writes when its own decision is contested. */
export const DISPUTE_KINDS: readonly ListedKind[] = listed(STAGE, [
  notice(134, 'review-forwarding', '行政复议申请转送函', '复转', {
    fields: ['行政复议机关', '被申请复议的决定', '申请日期', '维持的理由'],
    blocks: ['party', 'seal'],
    template: 'letter',
    basis: '行政复议法第三十二条第二款',
  }),
  notice(134, 'review-answer', '行政复议答复书', '复答', {
    fields: [
      '行政复议机关',
      '答复通知书文号',
      '被申请复议的决定',
      '行政复议的请求和理由',
      '答复意见',
      '证据、依据和其他材料',
    ],
    blocks: ['party', 'seal'],
    template: 'answer',
    basis: '行政复议法第四十八条',
  }),
  form(135, 'defence-approval', '行政应诉审批表', '应审', {
    fields: ['人民法院', '案号', '被诉的决定', '诉讼请求和理由', '答辩意见'],
    blocks: ['approvals'],
    basis: '行政诉讼法第六十七条第一款',
  }),
  notice(135, 'defence-statement', '行政诉讼答辩状', '答辩', {
    fields: ['人民法院', '案号', '被诉的决定', '诉讼请求和理由', '答辩意见', '证据、依据和其他材料'],
    blocks: ['party', 'seal'],
    template: 'answer',
    basis: '行政诉讼法第三十四条、第六十七条第一款',
  }),
  notice(135, 'competence-statement', '行政执法主体资格和职权依据说明', '', {
    fields: ['统一社会信用代码', '主体性质', '执法主体资格', '管辖区域', '作出行政行为的依据'],
    blocks: ['seal'],
    template: 'letter',
    basis: '行政复议法第四十八条；行政诉讼法第三十四条第一款',
  }),
  notice(135, 'appearance-letter', '授权委托书（行政诉讼）', '', {
    fields: ['人民法院', '案号', '出庭人员', '负责人不能出庭的原因', '代理权限'],
    blocks: ['seal'],
    basis: '行政诉讼法第三条第三款、第三十一条',
  }),
])
