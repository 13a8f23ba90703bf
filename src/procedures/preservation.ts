import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDecided, preservationOver } from '#domain/case/gates/custody.ts'
import { certificateShown } from '#domain/case/gates/investigation.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const BASIS = '《行政处罚法》第五十六条'

/** 先行登记保存: evidence that may be lost or hard to get later is listed and kept, and within seven working days decided upon. */
export const preservation = procedureOf({
  code: 'preservation',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '先行登记保存',
  basis: BASIS,
  start: 'asked',
  facts: {
    reason: {
      title: '登记保存的理由',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '为什么证据可能灭失，或者以后难以取得',
    },
    scope: { title: '拟登记保存的证据', kind: 'long-text', per: 'case', disclosure: 'officials' },
    officers: { title: '执法人员', kind: 'people', per: 'case', disclosure: 'officials', help: '两名以上' },
    'certificate-shown': { title: '已出示执法证件', kind: 'yes-no', per: 'case', disclosure: 'officials' },
    listed: { title: '物品清单', kind: 'things', per: 'case', disclosure: 'officials' },
    keeping: { title: '保存方式和地点', kind: 'text', per: 'case', disclosure: 'officials' },
    disposal: {
      title: '处理决定',
      kind: 'portions',
      per: 'case',
      disclosure: 'officials',
      choices: ['解除、返还', '转入其他措施', '没收', '移送'],
      help: '转入其他措施：查封、扣押，抽样，送检验、鉴定',
    },
    'disposal-reason': { title: '处理的理由和依据', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'drop-reason': { title: '不再登记保存的原因', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {
    handling: {
      title: '对登记保存的证据作出处理决定',
      term: { parameter: 'preservation.term' },
      rolls: false,
      missed: 'ends',
      basis: BASIS,
    },
  },
  stages: {
    asked: {
      title: '待批准',
      actions: {
        ask: {
          title: '报请先行登记保存',
          by: 'handler',
          approval: ['unit-head', 'agency-head'],
          asks: ['reason', 'scope'],
          issues: ['preservation-approval'],
          to: 'approved',
          basis: BASIS,
        },
        drop: { title: '不再登记保存', by: 'handler', asks: ['drop-reason'], to: 'dropped', basis: BASIS },
      },
    },
    approved: {
      title: '已批准，待登记',
      actions: {
        preserve: {
          title: '当场登记保存',
          by: 'handler',
          asks: ['officers', 'certificate-shown', 'listed', 'keeping'],
          gates: [twoQualified('officers'), certificateShown],
          adds: 'evidence',
          things: { fact: 'listed', does: 'list' },
          records: [{ scene: 'preservation', duty: 'as-needed' }],
          issues: ['preservation-notice', 'preservation-list'],
          opens: ['delivery', 'custody'],
          starts: ['handling'],
          to: 'preserved',
          basis: BASIS,
        },
        drop: { title: '不再登记保存', by: 'handler', asks: ['drop-reason'], to: 'dropped', basis: BASIS },
      },
    },
    preserved: {
      title: '登记保存中',
      actions: {
        dispose: {
          title: '作出处理决定',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['disposal', 'disposal-reason'],
          gates: [everythingDecided('disposal')],
          things: { fact: 'disposal', does: 'decide' },
          issues: ['preservation-disposal-approval', 'preservation-decision'],
          opens: 'delivery',
          meets: ['handling'],
          to: 'disposed',
          basis: BASIS,
        },
        lapse: {
          title: '期满未处理，解除并返还',
          by: 'handler',
          gates: [preservationOver],
          things: { does: 'lapse' },
          issues: ['preservation-lift'],
          opens: 'delivery',
          closes: ['handling'],
          to: 'lapsed',
          basis: BASIS,
        },
      },
    },
    disposed: { title: '已作处理决定', ends: 'disposed', actions: {} },
    lapsed: { title: '期满解除', ends: 'lapsed', actions: {} },
    dropped: { title: '没有登记保存', ends: 'dropped', actions: {} },
  },
})
