import type { Fact } from '#domain/procedure/definition.ts'

/** The only time that does not count (强制法第二十五条第三款). */
export const TESTING = '检测、检验、检疫或者技术鉴定'

type Kind = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'help' | 'choices' | 'optional'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

/** Everything that is known of a seizure; to officials only, since a measure is no decision that the public reads. */
export const SEIZURE_FACTS = {
  measure: fact('强制措施', { kind: 'choice', choices: ['查封', '扣押', '查封、扣押'] }),
  reason: fact('事实和理由', { kind: 'long-text' }),
  'measure-basis': fact('法律依据', {
    kind: 'basis',
    help: '法律、法规的具体条款，如《食品安全法》第一百一十条第四项',
  }),
  urgency: fact('情况紧急的说明', { kind: 'long-text' }),
  officers: fact('实施人员', { kind: 'people', help: '两名以上有执法资格的人员' }),
  'identity-shown': fact('已出示执法身份证件', { kind: 'yes-no' }),
  'party-present': fact('当事人到场', { kind: 'yes-no' }),
  witness: fact('见证人', { kind: 'text', optional: true, help: '当事人不到场的，必须写明' }),
  'rights-told': fact('已当场告知理由、依据和权利、救济途径', { kind: 'yes-no' }),
  'is-related': fact('都与违法行为有关，没有生活必需品，也没有被其他机关查封', { kind: 'yes-no' }),
  statement: fact('当事人的陈述和申辩', { kind: 'long-text', help: '没有的，写“当事人没有陈述、申辩”' }),
  'began-at': fact('开始时间', { kind: 'instant' }),
  'ended-at': fact('结束时间', { kind: 'instant' }),
  place: fact('实施地点', { kind: 'text' }),
  scene: fact('现场情况', { kind: 'long-text' }),
  signed: fact('现场笔录和清单的签名', {
    kind: 'choice',
    choices: ['当事人和执法人员已签名', '当事人拒绝签名，已注明', '当事人不在场，见证人和执法人员已签名'],
  }),
  listed: fact('清单', { kind: 'things', help: '一式二份，由当事人和本机关分别保存' }),
  'drop-reason': fact('不采取措施的原因', { kind: 'text' }),
  'extension-reason': fact('情况复杂、需要延长的理由', { kind: 'long-text' }),
  'suspension-ground': fact('不计入期限的期间', { kind: 'choice', choices: [TESTING] }),
  'test-words': fact('检测、鉴定的物品、机构和预计起止日期', { kind: 'long-text' }),
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
} as const satisfies Readonly<Record<string, Fact>>
