import { OBJECTS } from '#domain/case/gates/court.ts'
import { WAYS } from '#domain/case/gates/execution.ts'
import type { Fact } from '#domain/procedure/definition.ts'
import { PERFORMANCE_FACTS } from './performance.ts'

type Kind = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'help' | 'choices' | 'optional' | 'columns' | 'per' | 'disclosure'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}
const told = (title: string) => fact(title, { kind: 'yes-no' })

const { paid, 'paid-on': paidOn, 'receipt-number': receiptNumber, 'waived-surcharge': waived } = PERFORMANCE_FACTS

/** What a 催告书 says and what the party answers (强制法第三十五条、第三十六条). */
export const URGING_FACTS = {
  duty: fact('催告履行的义务', { kind: 'long-text', help: '写明决定书的哪一项；金钱给付的金额由系统按今天计算并列出' }),
  'urging-until': fact('履行义务的期限', { kind: 'date', help: '催告书载明的最后一日' }),
  'urging-way': fact('履行义务的方式', { kind: 'text', help: '如“到指定银行缴纳”“自行拆除并清理”' }),
  'urging-statement': fact('对催告的陈述、申辩', { kind: 'long-text', per: 'party', optional: true }),
  'urging-heard': fact('复核意见', {
    kind: 'long-text',
    per: 'party',
    optional: true,
    help: '逐条写明采纳或者不采纳的理由',
  }),
} as const

export const DOCUMENTED = [
  'officers',
  'began-at',
  'ended-at',
  'place',
  'scene',
  'party-present',
  'witness',
  'signed',
  'urgency',
] as const

/** Everything that is known of an execution by the agency itself. */
export const EXECUTION_FACTS = {
  ...URGING_FACTS,
  'hides-property': fact('转移、隐匿财物的证据', {
    kind: 'long-text',
    optional: true,
    help: '有证据证明的，催告期间也可以立即决定；没有的空着',
  }),
  way: fact('强制执行的方式', { kind: 'choice', choices: Object.values(WAYS) }),
  'way-basis': fact('授予执行权的法律依据', { kind: 'basis', help: '如《行政强制法》第四十六条第三款' }),
  'execution-reason': fact('强制执行的理由', { kind: 'long-text' }),
  'execution-on': fact('强制执行的时间', { kind: 'text', help: '如“2026年9月1日上午九时起”' }),
  structure: fact('建筑物、构筑物、设施的位置和面积', { kind: 'long-text' }),
  'demolish-by': fact('当事人自行拆除的期限', { kind: 'date' }),
  hazard: fact('不履行的后果', { kind: 'choice', choices: ['危害交通安全', '造成环境污染', '破坏自然资源'] }),
  'substitute-object': fact('代履行的标的', { kind: 'text' }),
  performer: fact('代履行人', { kind: 'text' }),
  'performer-independent': told('代履行人是本机关，或者是没有利害关系的第三人'),
  budget: fact('费用预算', { kind: 'money' }),
  cleared: fact('需要立即清除的', { kind: 'choice', choices: ['遗洒物', '障碍物', '污染物'] }),
  'cleared-place': fact('所在', { kind: 'choice', choices: ['道路', '河道', '航道', '公共场所'] }),
  'cannot-clear': told('当事人不能清除，或者不在场'),
  officers: fact('实施、监督的执法人员', { kind: 'people', help: '两名以上，当日有执法资格' }),
  'began-at': fact('开始时间', { kind: 'instant' }),
  'ended-at': fact('结束时间', { kind: 'instant' }),
  urgency: fact('情况紧急的说明', { kind: 'long-text', optional: true, help: '在夜间或者法定节假日实施的必须写明' }),
  place: fact('地点', { kind: 'text' }),
  scene: fact('经过和结果', { kind: 'long-text' }),
  'party-present': told('当事人到场'),
  witness: fact('见证人', { kind: 'text', optional: true, help: '当事人不到场的，写明见证人' }),
  signed: fact('执行文书的签名', {
    kind: 'choice',
    choices: ['当事人和执法人员已签名', '当事人拒绝签名，已注明', '当事人不在场，见证人和执法人员已签名'],
    help: '代履行的，代履行人也要签名或者盖章（强制法第五十一条第一款第四项）',
  }),
  'homes-spared': told('没有对居民生活停止供水、供电、供热、供燃气'),
  'without-force': told('没有采用暴力、胁迫以及其他非法方式'),
  cost: fact('代履行的实际费用', { kind: 'money', help: '按成本合理确定，由当事人承担' }),
  paid,
  'paid-on': paidOn,
  'receipt-number': receiptNumber,
  'proceeds-note': fact('所得的来源', { kind: 'text', help: '如“拍卖扣押车辆所得”“银行划拨回单”' }),
  stages: fact('分阶段履行的安排', {
    kind: 'table',
    per: 'party',
    optional: true,
    columns: [
      { key: 'dueOn', title: '最后一日', kind: 'date' },
      { key: 'what', title: '要履行的内容', kind: 'text' },
      { key: 'amount', title: '金额（元）', kind: 'money', optional: true },
    ],
  }),
  'made-good': fact('当事人采取的补救措施', {
    kind: 'long-text',
    per: 'party',
    optional: true,
    help: '减免加处罚款的必须写明',
  }),
  'waived-surcharge': waived,
  breach: fact('违约的约定', { kind: 'text', help: '如“有一期不履行，恢复强制执行”' }),
  'stop-ground': fact('中止执行的情形', {
    kind: 'choice',
    choices: [
      '当事人履行行政决定确有困难或者暂无履行能力',
      '第三人对执行标的主张权利，确有理由',
      '执行可能造成难以弥补的损失，且中止执行不损害公共利益',
      '本机关认为需要中止执行的其他情形',
    ],
  }),
  'stop-words': fact('情形的说明和证据', { kind: 'long-text' }),
  'resume-words': fact('恢复执行的理由', { kind: 'long-text' }),
  harmless: told('没有明显社会危害'),
  unable: told('当事人确无能力履行'),
  'end-ground': fact('终结执行的情形', {
    kind: 'choice',
    choices: [
      '公民死亡，无遗产可供执行，又无义务承受人',
      '法人或者其他组织终止，无财产可供执行，又无义务承受人',
      '执行标的灭失',
      '据以执行的行政决定被撤销',
      '本机关认为需要终结执行的其他情形',
    ],
  }),
} as const satisfies Readonly<Record<string, Fact>>

/** What goes to the court, and what comes back (强制法第五十三条至第五十八条). */
export const COURT_FACTS = {
  ...URGING_FACTS,
  court: fact('申请的人民法院', { kind: 'text', help: '本机关所在地有管辖权的人民法院；不动产的，不动产所在地的' }),
  'object-kind': fact('执行标的的种类', { kind: 'choice', choices: Object.values(OBJECTS) }),
  object: fact('执行标的的情况', { kind: 'long-text', help: '金额的构成，财产线索，不动产的位置和权属' }),
  'party-opinion': fact('当事人的意见', { kind: 'long-text', help: '当事人对决定和催告的意见；没有的写明没有' }),
  'other-papers': fact('其他材料', { kind: 'long-text', optional: true }),
  'court-number': fact('法院案号', { kind: 'text' }),
  'accepted-on': fact('受理日期', { kind: 'date' }),
  'ruling-number': fact('裁定书文号', { kind: 'text' }),
  'ruling-on': fact('收到裁定的日期', { kind: 'date' }),
  'ruling-words': fact('裁定的内容和理由', { kind: 'long-text' }),
  'upper-court': fact('上一级人民法院', { kind: 'text' }),
  'review-reasons': fact('申请复议的理由', { kind: 'long-text' }),
  paid,
  'paid-on': paidOn,
  'receipt-number': receiptNumber,
  'court-result': fact('法院执行的结果', { kind: 'long-text' }),
} as const satisfies Readonly<Record<string, Fact>>
