import { plainDate } from '#domain/calendar/plain-date.ts'
import { principalHead } from '#domain/case/gates/people.ts'
import { sentByToday } from '#domain/case/gates/transfer.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const RULE = '《行政执法机关移送涉嫌犯罪案件的规定》'

/** 涉嫌犯罪案件移送: a waiting state of the case, with the police, the procuratorate and the supervisory body to see it. */
export const transfer = procedureOf({
  code: 'transfer',
  version: '2020-08-07',
  validFrom: plainDate('2020-08-07'),
  title: '移送公安机关',
  basis: `${RULE}第三条`,
  start: 'proposed',
  starts: ['approval'],
  facts: {
    'head-opinion': { title: '负责人意见和理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    police: { title: '受移送的公安机关', kind: 'text', per: 'case', disclosure: 'officials' },
    'sent-on': { title: '移送日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'police-reply': { title: '公安机关的书面答复', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'handed-over': { title: '移交的物品和材料', kind: 'long-text', per: 'case', disclosure: 'officials' },
    result: { title: '刑事处理结果', kind: 'long-text', per: 'case', disclosure: 'officials' },
  },
  clocks: {
    approval: {
      title: '决定是否移送',
      term: { parameter: 'transfer.approval-term' },
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第五条`,
    },
    sending: {
      title: '向公安机关移送',
      term: { length: 1, unit: 'day' },
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第五条`,
    },
    reply: {
      title: '公安机关决定是否立案',
      term: { parameter: 'transfer.police-term' },
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第八条`,
    },
    'hand-over': {
      title: '移交物品和材料',
      term: { parameter: 'transfer.goods-term' },
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第十二条`,
    },
  },
  stages: {
    proposed: {
      title: '待负责人决定',
      actions: {
        approve: {
          title: '批准移送',
          by: 'agency-head',
          asks: ['head-opinion'],
          gates: [principalHead],
          meets: ['approval'],
          starts: ['sending'],
          to: 'approved',
          basis: `${RULE}第五条`,
        },
        decline: {
          title: '不批准移送',
          by: 'agency-head',
          asks: ['head-opinion'],
          gates: [principalHead],
          meets: ['approval'],
          to: 'not-approved',
          basis: `${RULE}第五条`,
        },
      },
    },
    approved: {
      title: '待移送',
      actions: {
        send: {
          title: '移送公安机关',
          by: 'handler',
          asks: ['police', 'sent-on'],
          gates: [sentByToday],
          issues: ['transfer-letter'],
          meets: ['sending'],
          starts: ['reply'],
          to: 'sent',
          basis: `${RULE}第五条、第六条`,
        },
      },
    },
    sent: {
      title: '已移送，等公安机关答复',
      actions: {
        'police-file': {
          title: '公安机关立案',
          by: 'handler',
          asks: ['police-reply'],
          meets: ['reply'],
          starts: ['hand-over'],
          to: 'criminal',
          basis: `${RULE}第八条`,
        },
        'police-decline': {
          title: '公安机关不予立案，退回',
          by: 'handler',
          asks: ['police-reply'],
          meets: ['reply'],
          to: 'not-filed',
          basis: `${RULE}第八条、第十条`,
        },
      },
    },
    criminal: {
      title: '刑事程序中',
      actions: {
        'hand-over': {
          title: '移交物品和材料',
          by: 'handler',
          asks: ['handed-over'],
          meets: ['hand-over'],
          basis: `${RULE}第十二条`,
        },
        'come-back': {
          title: '不追究刑事责任，退回行政处理',
          by: 'handler',
          asks: ['result'],
          meets: ['hand-over'],
          to: 'returned',
          basis: `${RULE}第十三条`,
        },
        convict: {
          title: '已依法追究刑事责任',
          by: 'handler',
          asks: ['result'],
          meets: ['hand-over'],
          to: 'convicted',
          basis: `${RULE}第十一条`,
        },
      },
    },
    'not-approved': { title: '不批准移送', ends: 'not-approved', actions: {} },
    'not-filed': { title: '公安机关不予立案', ends: 'not-filed', actions: {} },
    returned: { title: '退回行政处理', ends: 'returned', actions: {} },
    convicted: { title: '已追究刑事责任', ends: 'convicted', actions: {} },
  },
})
