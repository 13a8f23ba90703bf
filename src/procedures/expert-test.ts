import { plainDate } from '#domain/calendar/plain-date.ts'
import { reportInOrder, testEndAhead } from '#domain/case/gates/halting.ts'
import { documentDelivered } from '#domain/case/gates/performance.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const EVIDENCE = '《行政处罚法》第四十六条第二款'

/** 检测、检验、检疫、鉴定: commissioned, reported, told to the party; its time is left out where the rules of the field say so. */
export const expertTest = procedureOf({
  code: 'expert-test',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '检测、检验、检疫、鉴定',
  basis: EVIDENCE,
  start: 'ask',
  deducted: { as: { fact: 'test-kind' }, at: ['testing'] },
  facts: {
    'test-kind': {
      title: '检测类别',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['检测', '检验', '检疫', '鉴定'],
    },
    tester: { title: '受托机构', kind: 'text', per: 'case', disclosure: 'officials' },
    'test-matter': { title: '委托的事项和要求', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'test-until': {
      title: '预计结束日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      help: '书面告诉当事人；到实际结束之日恢复计算期限',
    },
    'reported-on': { title: '报告日期', kind: 'date', per: 'case', disclosure: 'officials' },
    conclusion: { title: '结论', kind: 'long-text', per: 'case', disclosure: 'officials', maxLength: 5000 },
    retest: {
      title: '复检权利和期限',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      help: '按本领域的规定写；没有复检的，写明“没有规定复检”',
    },
    'retest-reason': { title: '复检的申请和理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'call-off-reason': { title: '撤回委托的理由', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {},
  stages: {
    ask: {
      title: '待委托',
      actions: {
        commission: {
          title: '委托检测、鉴定',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['test-kind', 'tester', 'test-matter', 'test-until'],
          gates: [testEndAhead],
          issues: ['test-commission', 'test-period-notice'],
          opens: 'delivery',
          to: 'testing',
          basis: EVIDENCE,
        },
        drop: { title: '不委托了', by: 'handler', to: 'dropped', basis: EVIDENCE },
      },
    },
    testing: {
      title: '检测、鉴定中',
      actions: {
        report: {
          title: '收到报告，告知结果',
          by: 'handler',
          asks: ['reported-on', 'conclusion', 'retest'],
          gates: [reportInOrder],
          issues: ['test-result-notice'],
          opens: 'delivery',
          to: 'reported',
          basis: EVIDENCE,
        },
        'call-off': {
          title: '撤回委托',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['call-off-reason'],
          to: 'dropped',
          basis: EVIDENCE,
        },
      },
    },
    reported: {
      title: '已告知结果',
      actions: {
        finish: {
          title: '结果已送达，检测、鉴定结束',
          by: 'handler',
          gates: [documentDelivered('test-result-notice', '结果告知书')],
          to: 'told',
          basis: EVIDENCE,
        },
        'test-again': {
          title: '复检',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['retest-reason'],
          to: 'ask',
          basis: EVIDENCE,
        },
      },
    },
    told: { title: '结束', ends: 'told', actions: {} },
    dropped: { title: '没有进行', ends: 'dropped', actions: {} },
  },
})
