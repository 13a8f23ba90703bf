import { LICENCE_REFUSALS } from '#domain/case/gates/hearing-refusal.ts'
import { MANNERS } from '#domain/case/gates/licence-term.ts'
import type { Fact } from '#domain/procedure/definition.ts'

const officials = { per: 'case', disclosure: 'officials' } as const

/** What stops the time of a licence (行政许可法第四十五条); a hearing does so of itself. */
export const SPECIAL_TIMES = ['招标', '拍卖', '检验', '检测', '检疫', '鉴定', '专家评审'] as const

/** What is asked between the window and the decision; the same for a new licence, a change and a renewal where they ask it. */
export const APPLICATION_FACTS = {
  application: { title: '申请内容', kind: 'long-text', per: 'case', disclosure: 'redacted' },
  materials: { title: '收到的材料', kind: 'long-text', ...officials, help: '一行一份；登记后即生成收件凭证，交申请人' },
  corrected: { title: '当场更正的内容', kind: 'long-text', ...officials, help: '由申请人更正并签名' },
  missing: {
    title: '需要补正的全部内容',
    kind: 'long-text',
    ...officials,
    help: '一次写全，一行一项；冒号后写补正要求',
  },
  supplied: { title: '补正的材料', kind: 'long-text', ...officials },
  'rejection-reason': { title: '不予受理的理由', kind: 'long-text', ...officials },
  'withdrawal-note': { title: '撤回申请的情况', kind: 'long-text', ...officials, help: '申请人书面撤回的日期和材料' },
} as const satisfies Record<string, Fact>

/** 核查 by two, where the papers alone are not enough. */
export const VERIFICATION_FACTS = {
  checkers: { title: '核查人员', kind: 'people', ...officials, help: '两名以上' },
  'checked-at': { title: '核查时间', kind: 'instant', ...officials },
  'checked-place': { title: '核查场所', kind: 'text', ...officials },
  'checked-facts': { title: '核查情况', kind: 'long-text', ...officials },
  'applicant-word': { title: '申请人意见', kind: 'long-text', ...officials, optional: true },
  'needs-verification': { title: '需要核实申请材料的实质内容', kind: 'yes-no', ...officials },
} as const satisfies Record<string, Fact>

export const LICENCE_FACTS = {
  item: { title: '许可事项', kind: 'text', per: 'case', disclosure: 'public' },
  'licence-basis': { title: '许可依据', kind: 'basis', per: 'case', disclosure: 'public' },
  ...APPLICATION_FACTS,
  'promised-days': {
    title: '承诺办结的工作日',
    kind: 'count',
    ...officials,
    optional: true,
    help: '服务指南对外承诺的；没有承诺的不填',
  },
  manner: {
    title: '办理方式',
    kind: 'choice',
    ...officials,
    optional: true,
    choices: [MANNERS.alone, MANNERS.joint, MANNERS.first],
    help: '不选的，由本机关自己决定，二十个工作日',
  },
  'right-agency': { title: '应当向哪个机关申请', kind: 'text', ...officials },
  falsehood: { title: '隐瞒的情况或者虚假的材料', kind: 'long-text', ...officials },
  'is-safety-item': {
    title: '直接关系公共安全、人身健康、生命财产安全的事项',
    kind: 'yes-no',
    ...officials,
    help: '是的，申请人一年内不得再次申请本事项',
  },
  ...VERIFICATION_FACTS,
  'affects-others': { title: '直接关系他人重大利益', kind: 'yes-no', ...officials },
  'needs-review': {
    title: '列入本机关重大执法决定法制审核目录',
    kind: 'yes-no',
    ...officials,
    help: '举行过听证的，目录参数里写明的，选“否”也要审核',
  },
  finding: { title: '审查情况', kind: 'long-text', ...officials },
  'hearing-answer': {
    title: '听证笔录中的意见和采纳情况',
    kind: 'long-text',
    ...officials,
    optional: true,
    help: '举行过听证的必填：根据听证笔录作出决定',
  },
  'interested-parties': {
    title: '利害关系人',
    kind: 'long-text',
    per: 'case',
    disclosure: 'handlers',
    help: '一行一人：姓名或者名称、住址、联系方式',
  },
  interest: { title: '重大利益关系', kind: 'long-text', ...officials },
  'interested-told-on': { title: '利害关系人收到告知的日期', kind: 'date', ...officials },
  'hearing-waived': {
    title: '申请人、利害关系人都已书面表示不要求听证',
    kind: 'yes-no',
    ...officials,
    optional: true,
  },
  statements: { title: '陈述申辩内容', kind: 'long-text', per: 'case', disclosure: 'handlers' },
  'statement-answer': { title: '是否采纳和理由', kind: 'long-text', ...officials },
  'hearing-applicant': { title: '要求听证的人', kind: 'text', per: 'case', disclosure: 'handlers' },
  'hearing-request': { title: '申请事由', kind: 'long-text', ...officials },
  'hearing-asked-on': {
    title: '要求听证的日期',
    kind: 'date',
    ...officials,
    help: '提出的那一天，不是登记的那一天；是否逾期按这一天算',
  },
  'hearing-refusal-ground': {
    title: '不予听证的情形',
    kind: 'choice',
    ...officials,
    choices: Object.values(LICENCE_REFUSALS),
  },
  'hearing-refusal-reason': { title: '不予听证的理由', kind: 'long-text', ...officials },
  'hearing-matter': { title: '听证事项', kind: 'long-text', per: 'case', disclosure: 'public' },
  'hearing-call': { title: '报名办法', kind: 'long-text', per: 'case', disclosure: 'public' },
  'suspension-ground': { title: '特别程序', kind: 'choice', ...officials, choices: SPECIAL_TIMES },
  'special-matter': { title: '需要查明的事项', kind: 'long-text', ...officials },
  'special-days': { title: '所需时间', kind: 'text', ...officials, help: '例如“十五个工作日”' },
  'special-result': { title: '特别程序的结果', kind: 'long-text', ...officials },
  'extension-reason': { title: '延期理由', kind: 'long-text', ...officials },
  'government-approval': {
    title: '本级人民政府负责人批准的日期和文号',
    kind: 'text',
    ...officials,
    optional: true,
    help: '统一、联合、集中办理的必填',
  },
  conditions: { title: '许可内容和条件', kind: 'long-text', per: 'case', disclosure: 'public' },
  'valid-until': { title: '有效期至', kind: 'date', per: 'case', disclosure: 'public', optional: true },
  'refusal-reason': { title: '不予许可的理由', kind: 'long-text', per: 'case', disclosure: 'redacted' },
  superior: { title: '决定机关', kind: 'text', ...officials },
  'first-opinion': { title: '初步审查意见', kind: 'long-text', ...officials },
  'licence-number': { title: '许可证件编号', kind: 'text', per: 'case', disclosure: 'public' },
  supervisor: { title: '监管机关', kind: 'text', ...officials },
  'acknowledged-on': { title: '监管机关签收日期', kind: 'date', ...officials },
  'acknowledged-by': { title: '监管机关签收人', kind: 'text', ...officials },
} as const satisfies Record<string, Fact>
