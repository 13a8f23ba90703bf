import { SIGNATURES } from '#domain/case/gates/measure.ts'
import type { Fact } from '#domain/procedure/definition.ts'

/** The only time that does not count (强制法第二十五条第三款). */
export const TESTING = '检测、检验、检疫或者技术鉴定'

type Kind = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'help' | 'choices' | 'optional' | 'under'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

const COMING = '到场和告知'
const LIMITS = '范围'
const RECORD = '现场笔录和清单'

/** The ten steps of 强制法第十八条 in their order, then what 第二十三条 and 第二十四条 add: one screen. */
const ON_THE_SPOT_FACTS = {
  officers: fact('实施人员', { kind: 'people', under: COMING, help: '两名以上有执法资格的人员' }),
  'identity-shown': fact('已出示执法身份证件', { kind: 'yes-no', under: COMING }),
  'party-called': fact('已通知当事人到场', { kind: 'yes-no', under: COMING }),
  'party-present': fact('当事人到场', { kind: 'yes-no', under: COMING }),
  witness: fact('见证人', {
    kind: 'text',
    under: COMING,
    optional: true,
    help: '当事人不到场的，邀请见证人到场并写明姓名、身份',
  }),
  'rights-told': fact('已当场告知理由、依据和权利、救济途径', { kind: 'yes-no', under: COMING }),
  'statement-heard': fact('已听取当事人的陈述和申辩', {
    kind: 'yes-no',
    under: COMING,
    help: '当事人不到场的选“否”',
  }),
  statement: fact('当事人的陈述和申辩', {
    kind: 'long-text',
    under: COMING,
    help: '没有的，写“当事人没有陈述、申辩”；不到场的，写明情况',
  }),
  'other-steps': fact('法律、法规规定的其他程序已经履行', {
    kind: 'yes-no',
    under: COMING,
    help: '本领域没有另外规定的，选“是”',
  }),
  'is-related': fact('只限涉案的场所、设施或者财物', { kind: 'yes-no', under: LIMITS }),
  'no-necessities': fact('没有公民个人及其所扶养家属的生活必需品', { kind: 'yes-no', under: LIMITS }),
  'not-sealed-before': fact('没有被其他国家机关依法查封', { kind: 'yes-no', under: LIMITS }),
  'began-at': fact('开始时间', { kind: 'instant', under: RECORD }),
  'ended-at': fact('结束时间', { kind: 'instant', under: RECORD }),
  place: fact('实施地点', { kind: 'text', under: RECORD }),
  scene: fact('现场情况', { kind: 'long-text', under: RECORD }),
  listed: fact('清单', { kind: 'things', under: RECORD }),
  signed: fact('现场笔录和清单的签名', { kind: 'choice', under: RECORD, choices: Object.values(SIGNATURES) }),
  'copies-handed': fact('决定书和清单已当场交付，清单一式二份', {
    kind: 'yes-no',
    under: RECORD,
    help: '当事人不到场的选“否”，另行送达',
  }),
} as const

export const ASKED_ON_THE_SPOT = Object.keys(ON_THE_SPOT_FACTS) as (keyof typeof ON_THE_SPOT_FACTS)[]

/** Everything that is known of a seizure; to officials only, since a measure is no decision that the public reads. */
export const SEIZURE_FACTS = {
  measure: fact('强制措施', { kind: 'choice', choices: ['查封', '扣押', '查封、扣押'] }),
  reason: fact('事实和理由', { kind: 'long-text' }),
  'measure-basis': fact('法律依据', {
    kind: 'basis',
    help: '法律、法规的具体条款，如《食品安全法》第一百一十条第四项',
  }),
  urgency: fact('情况紧急的说明', { kind: 'long-text' }),
  ...ON_THE_SPOT_FACTS,
  'drop-reason': fact('不采取措施的原因', { kind: 'text' }),
  'extension-reason': fact('情况复杂、需要延长的理由', { kind: 'long-text' }),
  'suspension-ground': fact('不计入期限的期间', { kind: 'choice', choices: [TESTING] }),
  'test-words': fact('检测、鉴定的物品和机构', { kind: 'long-text' }),
  'test-until': fact('检测、鉴定预计结束日期', {
    kind: 'date',
    help: '期间应当明确，写进告知书；到期没有恢复计算的，系统提醒',
  }),
  disposal: fact('处理决定', { kind: 'portions', choices: ['没收', '销毁', '移送'] }),
  'disposal-reason': fact('理由和依据', { kind: 'long-text' }),
  'lift-ground': fact('解除的情形', {
    kind: 'choice',
    choices: [
      '当事人没有违法行为',
      '查封、扣押的场所、设施或者财物与违法行为无关',
      '对违法行为已经作出处理决定，不再需要查封、扣押',
      '查封、扣押期限已经届满',
      '其他不再需要采取查封、扣押措施的情形',
    ],
  }),
  lifted: fact('解除的物品', { kind: 'portions' }),
  'sold-early': fact('先行处理的物品', { kind: 'portions' }),
  'owner-unreached': fact('权利人不明或者通知不到，同时公告', {
    kind: 'yes-no',
    optional: true,
    help: '选“是”的，另出先行处理物品公告',
  }),
  'transfer-to': fact('接受移送的机关和案件', { kind: 'text', help: '如“青石区公安局，涉嫌生产、销售伪劣产品罪”' }),
  'moved-along': fact('随案移送的财物', { kind: 'portions', choices: ['移送'] }),
} as const satisfies Readonly<Record<string, Fact>>
