import { plainDate } from '#domain/calendar/plain-date.ts'
import { destructionWitnessed, measureTaken, nothingInCustody } from '#domain/case/gates/custody.ts'
import { type Fact, procedureOf, type Role } from '#domain/procedure/definition.ts'

const KEEP = '《行政强制法》第二十六条第一款'
const GIVERS: readonly Role[] = ['handler', 'storekeeper']
const CONDITION = ['物品和封条完好', '封条破损，情况见备注', '物品有变化，情况见备注']

type Kind = Pick<Fact, 'kind'> & Partial<Pick<Fact, 'help' | 'choices' | 'optional'>>

function fact(title: string, of: Kind): Fact {
  return { title, per: 'case', disclosure: 'officials', ...of }
}

/** Nothing changes hands on the word of one: who takes it over confirms under their own login. */
const SECOND_HAND = { approval: ['handler'] } as const

/**
 * 涉案物品保管: the life of one list, from the hands of the officers to where each thing goes. A hand-over is proposed by the one who
 * gives and takes effect when the one who takes has agreed; what leaves was decided before, by a paper, and leaves with one.
 */
export const custody = procedureOf({
  code: 'custody',
  version: '2012-01-01',
  validFrom: plainDate('2012-01-01'),
  title: '涉案物品保管',
  basis: KEEP,
  start: 'keeping',
  facts: {
    stored: fact('入库的物品', { kind: 'portions' }),
    'store-place': fact('库房、货位', { kind: 'text' }),
    condition: fact('交接时的状态', { kind: 'choice', choices: CONDITION }),
    note: fact('备注', { kind: 'long-text', optional: true }),
    photos: fact('照片', { kind: 'evidence-list', optional: true }),
    shifted: fact('移动的物品', { kind: 'portions' }),
    out: fact('出库的物品', { kind: 'portions' }),
    purpose: fact('出库用途', {
      kind: 'choice',
      choices: ['送检验、鉴定', '当事人辨认', '移交前清点', '其他调查需要'],
    }),
    'handed-back': fact('送回的物品', { kind: 'portions' }),
    returned: fact('返还的物品', { kind: 'portions' }),
    'received-by': fact('领取人、接收人', { kind: 'text', help: '姓名、身份，写明受谁委托' }),
    'leaving-place': fact('地点', { kind: 'text' }),
    destroyed: fact('销毁的物品', { kind: 'portions' }),
    'destruction-method': fact('销毁方式', { kind: 'text' }),
    witness: fact('见证人', { kind: 'text', optional: true, help: '有见证人或者全程录像' }),
    recording: fact('全程录像', { kind: 'evidence-list', optional: true }),
    sold: fact('变卖、拍卖的物品', { kind: 'portions' }),
    proceeds: fact('价款', { kind: 'money' }),
    'to-dispose': fact('拟处理的没收物品', { kind: 'long-text', help: '名称、数量，没收的决定书文号' }),
    'disposal-way': fact('处理方式', {
      kind: 'choice',
      choices: ['公开拍卖', '按照国家有关规定变卖', '销毁', '上缴或者移交主管机关'],
    }),
    'disposal-witness': fact('监督、见证的人', { kind: 'text' }),
    'disposal-reason': fact('理由和依据', { kind: 'long-text' }),
    'handed-over': fact('移交的物品', { kind: 'portions' }),
    passed: fact('转入的物品', { kind: 'portions' }),
  },
  clocks: {},
  stages: {
    keeping: {
      title: '保管中',
      actions: {
        'hand-in': {
          title: '移交入库',
          by: 'handler',
          approval: ['storekeeper'],
          asks: ['stored', 'store-place', 'condition', 'photos', 'note'],
          things: { fact: 'stored', does: 'store' },
          issues: ['store-in-record'],
          basis: KEEP,
        },
        shift: {
          title: '变更存放地点',
          by: 'storekeeper',
          ...SECOND_HAND,
          asks: ['shifted', 'store-place', 'condition', 'note'],
          things: { fact: 'shifted', does: 'shift' },
          issues: ['store-move-record'],
          basis: KEEP,
        },
        'hand-out': {
          title: '出库',
          by: 'storekeeper',
          ...SECOND_HAND,
          asks: ['out', 'purpose', 'condition', 'photos', 'note'],
          things: { fact: 'out', does: 'hand-out' },
          issues: ['store-out-record'],
          basis: KEEP,
        },
        'hand-back': {
          title: '送回入库',
          by: 'handler',
          approval: ['storekeeper'],
          asks: ['handed-back', 'store-place', 'condition', 'photos', 'note'],
          things: { fact: 'handed-back', does: 'hand-back' },
          issues: ['store-in-record'],
          basis: KEEP,
        },
        return: {
          title: '返还当事人',
          by: GIVERS,
          ...SECOND_HAND,
          asks: ['returned', 'received-by', 'leaving-place', 'condition', 'photos', 'note'],
          things: { fact: 'returned', does: 'return' },
          records: [{ scene: 'seizure-release', duty: 'as-needed' }],
          issues: ['return-list'],
          basis: '《行政强制法》第二十八条第二款',
        },
        'ask-for-disposal': {
          title: '报请处理没收的物品',
          by: GIVERS,
          approval: ['unit-head', 'agency-head'],
          asks: ['to-dispose', 'disposal-way', 'disposal-witness', 'disposal-reason'],
          issues: ['goods-disposal-approval'],
          basis: '《行政处罚法》第七十四条第一款',
        },
        destroy: {
          title: '销毁',
          by: GIVERS,
          ...SECOND_HAND,
          asks: ['destroyed', 'destruction-method', 'leaving-place', 'witness', 'recording', 'note'],
          gates: [destructionWitnessed],
          things: { fact: 'destroyed', does: 'destroy' },
          records: [{ scene: 'disposal', duty: 'as-needed' }],
          issues: ['destruction-record'],
          basis: '《行政处罚法》第七十四条第一款',
        },
        sell: {
          title: '变卖、拍卖',
          by: GIVERS,
          ...SECOND_HAND,
          asks: ['sold', 'received-by', 'proceeds', 'leaving-place', 'note'],
          things: { fact: 'sold', does: 'sell' },
          records: [{ scene: 'disposal', duty: 'as-needed' }],
          issues: ['sale-record'],
          basis: '《行政处罚法》第七十四条第一款',
        },
        'hand-over': {
          title: '移送、上缴',
          by: GIVERS,
          ...SECOND_HAND,
          asks: ['handed-over', 'received-by', 'leaving-place', 'condition', 'photos', 'note'],
          things: { fact: 'handed-over', does: 'hand-over' },
          issues: ['goods-transfer-notice', 'hand-over-record'],
          basis: '《行政强制法》第二十一条',
        },
        pass: {
          title: '转入查封扣押或者抽样的清单',
          by: 'handler',
          ...SECOND_HAND,
          asks: ['passed', 'note'],
          gates: [measureTaken],
          things: { fact: 'passed', does: 'pass' },
          issues: ['store-out-record'],
          basis: '《行政处罚法》第五十六条',
        },
        'close-list': {
          title: '清单已经清空',
          by: GIVERS,
          gates: [nothingInCustody],
          to: 'emptied',
          basis: KEEP,
        },
      },
    },
    emptied: { title: '全部处理完毕', ends: 'emptied', actions: {} },
  },
})
