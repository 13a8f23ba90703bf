import { INSPECTION_KINDS, INSPECTION_SOURCES } from '#domain/case/gates/inspection.ts'
import type { Fact } from '#domain/procedure/definition.ts'

type Kind = Pick<Fact, 'kind'> &
  Partial<Pick<Fact, 'help' | 'choices' | 'optional' | 'under' | 'maxLength' | 'disclosure'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

const TOLD = '告知'
const SEEN = '检查情况'

/** What is told on the spot before anything is looked at, then what is seen: one screen. */
const ON_SITE_FACTS = {
  officers: fact('到场检查人员', { kind: 'people', under: TOLD, help: '两名以上，在批准的检查人员中' }),
  'certificate-shown': fact('已经主动出示执法证件', { kind: 'yes-no', under: TOLD, help: '不能用其他证件代替' }),
  'rights-explained': fact('已经告知权利和义务', {
    kind: 'yes-no',
    under: TOLD,
    help: '申请回避，陈述申辩，拒绝没有通知书、没有证件的检查；配合检查，如实提供材料',
  }),
  'discipline-told': fact('已经告知“五个严禁”和监督电话', {
    kind: 'yes-no',
    under: TOLD,
    help: '严禁逐利检查、干扰正常生产经营、任性处罚、下达检查指标、变相检查',
  }),
  helpers: fact('协助人员', { kind: 'text', under: TOLD, optional: true, help: '单位、姓名、人数；应当事先确定' }),
  'helpers-led': fact('检查由执法人员实施，协助人员没有单独检查', {
    kind: 'yes-no',
    under: TOLD,
    help: '没有协助人员的，选“是”',
  }),
  'began-at': fact('开始时间', { kind: 'instant', under: SEEN }),
  'ended-at': fact('结束时间', { kind: 'instant', under: SEEN }),
  place: fact('检查场所', { kind: 'text', under: SEEN }),
  checklist: fact('检查事项逐项结果', {
    kind: 'long-text',
    under: SEEN,
    help: '一行一项，写“符合”“不符合”或者“不适用”，不符合的写明情况',
    maxLength: 20_000,
  }),
  scene: fact('检查情况', { kind: 'long-text', under: SEEN, maxLength: 20_000 }),
  'inspectee-words': fact('被检查人意见', { kind: 'long-text', under: SEEN, help: '没有意见的，写“没有意见”' }),
  witness: fact('见证人', { kind: 'text', under: SEEN, optional: true }),
  signed: fact('笔录的签名', {
    kind: 'choice',
    under: SEEN,
    choices: ['被检查人和检查人员已签名', '被检查人拒绝签名，已注明', '被检查人不在场，见证人和检查人员已签名'],
  }),
} as const

export const ASKED_ON_SITE = Object.keys(ON_SITE_FACTS) as (keyof typeof ON_SITE_FACTS)[]

/** Everything that is known of an inspection; what was inspected and found is public, where it is published. */
export const INSPECTION_FACTS = {
  'inspection-kind': fact('检查类型', { kind: 'choice', disclosure: 'public', choices: [...INSPECTION_KINDS] }),
  source: fact('任务来源', { kind: 'choice', choices: Object.values(INSPECTION_SOURCES) }),
  'task-basis': fact('计划、方案或者线索', { kind: 'long-text', help: '文件名称和文号，或者线索编号和内容' }),
  item: fact('检查事项', { kind: 'text', disclosure: 'public' }),
  'item-basis': fact('检查依据', { kind: 'basis', disclosure: 'public' }),
  mode: fact('检查方式', {
    kind: 'choice',
    choices: ['现场检查', '书面核查', '非现场检查'],
    help: '能书面核查、信息共享、在线监管的，不入企',
  }),
  joint: fact('是否联合检查', { kind: 'yes-no' }),
  'planned-on': fact('检查时间', { kind: 'date' }),
  'approved-officers': fact('检查人员', { kind: 'people', help: '两名以上，当日有执法资格' }),
  'plan-content': fact('检查内容', { kind: 'long-text' }),
  'item-published': fact('检查事项已经公布', { kind: 'yes-no' }),
  'campaign-approval': fact('专项检查的批准机关和文号', { kind: 'text', optional: true }),
  'fruitless-reason': fact('连续没有发现问题而再次检查的原因', { kind: 'long-text', optional: true }),
  'drop-reason': fact('不再检查的原因', { kind: 'text' }),
  ...ON_SITE_FACTS,
  'refusal-words': fact('事实经过', { kind: 'long-text' }),
  'refusal-recordings': fact('音像编号', { kind: 'text', optional: true }),
  hazards: fact('发现的隐患', { kind: 'long-text', help: '在哪里，有什么隐患，可能造成什么后果' }),
  'on-spot-basis': fact('依据', {
    kind: 'basis',
    help: '授予现场处理权的条款，如《安全生产法》第六十五条第一款第三项',
  }),
  'on-spot-order': fact('决定', {
    kind: 'long-text',
    help: '责令立即排除、撤出人员、暂时停止的范围和期限，什么情况下可以恢复',
  }),
  'result-words': fact('检查结果', { kind: 'long-text', disclosure: 'redacted' }),
  problems: fact('发现的问题', { kind: 'long-text', disclosure: 'redacted' }),
  requirement: fact('整改要求', { kind: 'long-text', disclosure: 'redacted' }),
  'correct-by': fact('整改期限', { kind: 'date', disclosure: 'public' }),
  'review-on': fact('复查时间', { kind: 'date' }),
  consequence: fact('逾期后果', { kind: 'text', help: '如“逾期不改正的，依法立案查处”' }),
  'review-officers': fact('复查人员', { kind: 'people', help: '两名以上' }),
  'review-result': fact('复查结果', { kind: 'long-text', disclosure: 'redacted' }),
  'follow-up': fact('后续处理意见', { kind: 'long-text' }),
} as const satisfies Readonly<Record<string, Fact>>
