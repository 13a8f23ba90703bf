import { plainDate } from '#domain/calendar/plain-date.ts'
import { everythingDecided, samplesSealed } from '#domain/case/gates/custody.ts'
import { certificateShown } from '#domain/case/gates/investigation.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const BASIS = '《行政处罚法》第五十六条'

/** 抽样取证: samples are sealed and listed, sent for a test, and given back or used up in it. */
export const sampling = procedureOf({
  code: 'sampling',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '抽样取证',
  basis: BASIS,
  start: 'sampling',
  facts: {
    officers: { title: '执法人员', kind: 'people', per: 'case', disclosure: 'officials', help: '两名以上' },
    'certificate-shown': { title: '已出示执法证件', kind: 'yes-no', per: 'case', disclosure: 'officials' },
    'sampling-place': { title: '抽样地点', kind: 'text', per: 'case', disclosure: 'officials' },
    method: { title: '抽样方法和基数', kind: 'long-text', per: 'case', disclosure: 'officials' },
    listed: {
      title: '样品清单',
      kind: 'things',
      per: 'case',
      disclosure: 'officials',
      help: '每份样品写明封条编号；备用样品另列一行',
    },
    'drop-reason': { title: '没有抽样的原因', kind: 'text', per: 'case', disclosure: 'officials' },
    'received-by': { title: '接收样品的机构和人员', kind: 'text', per: 'case', disclosure: 'officials' },
    'test-items': { title: '检验、检测、鉴定的要求', kind: 'long-text', per: 'case', disclosure: 'officials' },
    sent: { title: '送出的样品', kind: 'portions', per: 'case', disclosure: 'officials' },
    result: { title: '结果', kind: 'long-text', per: 'case', disclosure: 'officials' },
    disposal: {
      title: '样品的处理',
      kind: 'portions',
      per: 'case',
      disclosure: 'officials',
      choices: ['检验中消耗', '解除、返还', '没收', '销毁'],
    },
  },
  clocks: {},
  stages: {
    sampling: {
      title: '抽样',
      actions: {
        sample: {
          title: '抽取样品',
          by: 'handler',
          asks: ['officers', 'certificate-shown', 'sampling-place', 'method', 'listed'],
          gates: [twoQualified('officers'), certificateShown, samplesSealed],
          adds: 'evidence',
          things: { fact: 'listed', does: 'list' },
          records: [{ scene: 'sampling', duty: 'as-needed' }],
          issues: ['sampling-record'],
          opens: ['delivery', 'custody'],
          to: 'sampled',
          basis: BASIS,
        },
        drop: { title: '没有抽样', by: 'handler', asks: ['drop-reason'], to: 'dropped', basis: BASIS },
      },
    },
    sampled: {
      title: '待送检',
      actions: {
        send: {
          title: '样品送检',
          by: 'handler',
          asks: ['sent', 'received-by', 'test-items'],
          things: { fact: 'sent', does: 'hand-out' },
          issues: ['test-commission'],
          to: 'testing',
          basis: BASIS,
        },
      },
    },
    testing: {
      title: '检验、检测中',
      actions: {
        'receive-result': {
          title: '收到结果',
          by: 'handler',
          asks: ['result'],
          adds: 'evidence',
          to: 'tested',
          basis: BASIS,
        },
      },
    },
    tested: {
      title: '待处理样品',
      actions: {
        dispose: {
          title: '处理样品',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['disposal'],
          gates: [everythingDecided('disposal')],
          things: { fact: 'disposal', does: 'decide' },
          issues: ['sample-disposal-notice'],
          opens: 'delivery',
          to: 'disposed',
          basis: BASIS,
        },
      },
    },
    disposed: { title: '样品已经处理', ends: 'disposed', actions: {} },
    dropped: { title: '没有抽样', ends: 'dropped', actions: {} },
  },
})
