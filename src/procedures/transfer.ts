import { plainDate } from '#domain/calendar/plain-date.ts'
import { receivedByToday } from '#domain/case/gates/dispute.ts'
import { principalHead, twoQualified } from '#domain/case/gates/people.ts'
import { anotherPolice, materialsListed, sentByToday, signedAfterSending } from '#domain/case/gates/transfer.ts'
import { toldDay } from '#domain/case/told-day.ts'
import { procedureOf, type Subject } from '#domain/procedure/definition.ts'

const RULE = '《行政执法机关移送涉嫌犯罪案件的规定》'

/** What the police have answered counts from the day on which their letter came. */
const ANSWERED = receivedByToday('reply-on', `${RULE}第八条、第九条`, 'sent-on')
const answered = toldDay('reply-on')
/** The police count from when they took the case over; until they have signed for it, from the day on which it was sent. */
const takenOver = (subject: Subject) => toldDay('receipt-on')(subject) ?? toldDay('sent-on')(subject)

const policeFile = {
  title: '公安机关立案',
  by: 'handler',
  asks: ['police-reply', 'reply-on'],
  gates: [ANSWERED],
  starts: ['hand-over'],
  to: 'filed',
  basis: `${RULE}第八条`,
} as const

/** Nobody insists any longer, so the administrative case goes on. */
const acceptDecline = {
  title: '接受不予立案，恢复行政处理',
  by: 'handler',
  approval: ['agency-head'],
  asks: ['acceptance-reason'],
  closes: ['objection', 'supervision'],
  to: 'not-filed',
  basis: `${RULE}第十条`,
} as const

const suggestSupervision = {
  title: '建议人民检察院立案监督',
  by: 'handler',
  approval: ['agency-head'],
  asks: ['procuratorate', 'supervision-reason'],
  issues: ['filing-supervision'],
  to: 'supervised',
  basis: `${RULE}第九条`,
} as const

/** 涉嫌犯罪案件移送: a waiting state of the case, with the police, the procuratorate and the supervisory body to see it. */
export const transfer = procedureOf({
  code: 'transfer',
  version: '2020-08-07',
  validFrom: plainDate('2020-08-07'),
  title: '移送公安机关',
  basis: `${RULE}第三条`,
  start: 'proposed',
  // Only while the case lies with others: what the office needs to make up its mind is its own time.
  deducted: { as: 'transfer', at: ['sent', 'reconsidered', 'supervised', 'filed', 'criminal'] },
  facts: {
    team: {
      title: '专案组人员',
      kind: 'people',
      per: 'case',
      disclosure: 'officials',
      help: '两名以上有执法资格的人员，专门负责核实情况、提出移送的书面报告',
    },
    'team-task': { title: '核实的要求', kind: 'long-text', per: 'case', disclosure: 'officials' },
    charge: { title: '涉嫌的罪名', kind: 'text', per: 'case', disclosure: 'officials' },
    'case-report': {
      title: '案情简介',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '核实的事实、数额、情节、后果，是否达到刑事追诉标准',
    },
    'transfer-reason': { title: '移送理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'head-opinion': { title: '正职负责人意见', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'decline-reason': { title: '不予移送的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    police: { title: '受移送的公安机关', kind: 'text', per: 'case', disclosure: 'officials' },
    'sent-on': { title: '移送日期', kind: 'date', per: 'case', disclosure: 'officials' },
    materials: {
      title: '移送的材料',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '一行一份：案件情况的调查报告、涉案物品清单、有关检验报告或者鉴定结论、其他有关材料；移送书由系统列为第一份',
    },
    'receipt-signed-by': { title: '回执签收人', kind: 'text', per: 'case', disclosure: 'officials' },
    'receipt-on': { title: '回执日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'forwarded-to': { title: '转送的公安机关', kind: 'text', per: 'case', disclosure: 'officials' },
    'police-reply': { title: '公安机关的书面答复', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'reply-on': { title: '收到书面答复的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'objection-reason': { title: '提请复议的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    procuratorate: { title: '人民检察院', kind: 'text', per: 'case', disclosure: 'officials' },
    'supervision-reason': { title: '建议立案监督的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'acceptance-reason': { title: '不再提出异议的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'handed-over': { title: '移交的物品和材料', kind: 'long-text', per: 'case', disclosure: 'officials' },
    result: { title: '刑事处理结果', kind: 'long-text', per: 'case', disclosure: 'officials' },
    offset: {
      title: '罚款折抵罚金的情况',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '判处罚金的，已经缴纳的罚款应当折抵；还没有给予罚款的，不再给予（处罚法第三十五条第二款）',
    },
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
      term: { length: 24, unit: 'hour' },
      rolls: false,
      metOn: 'sent-on',
      missed: 'warning',
      basis: `${RULE}第五条`,
    },
    reply: {
      title: '公安机关决定是否立案',
      binds: 'police',
      term: { parameter: 'transfer.police-term' },
      from: takenOver,
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第八条`,
    },
    objection: {
      title: '对不予立案提请复议或者建议立案监督',
      term: { parameter: 'transfer.objection-term' },
      from: answered,
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第九条第一款`,
    },
    'police-review': {
      title: '公安机关作出复议决定',
      binds: 'police',
      term: { parameter: 'transfer.police-term' },
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第九条第一款`,
    },
    supervision: {
      title: '对复议决定建议立案监督',
      term: { parameter: 'transfer.objection-term' },
      from: answered,
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第九条第二款`,
    },
    'hand-over': {
      title: '移交物品和材料',
      term: { parameter: 'transfer.goods-term' },
      from: answered,
      rolls: false,
      missed: 'warning',
      basis: `${RULE}第十二条`,
    },
  },
  stages: {
    proposed: {
      title: '组成专案组',
      actions: {
        'form-team': {
          title: '指定专案组',
          by: ['unit-head', 'agency-head'],
          asks: ['team', 'team-task'],
          gates: [twoQualified('team')],
          to: 'verifying',
          basis: `${RULE}第五条第一款`,
        },
      },
    },
    verifying: {
      title: '核实情况',
      actions: {
        report: {
          title: '提出移送的书面报告',
          by: 'handler',
          asks: ['charge', 'case-report', 'transfer-reason'],
          starts: ['approval'],
          to: 'reported',
          basis: `${RULE}第五条第一款`,
        },
      },
    },
    reported: {
      title: '待负责人决定',
      actions: {
        approve: {
          title: '批准移送',
          by: 'agency-head',
          asks: ['head-opinion'],
          gates: [principalHead],
          issues: ['referral-approval'],
          meets: ['approval'],
          starts: ['sending'],
          to: 'approved',
          basis: `${RULE}第五条第二款`,
        },
        decline: {
          title: '不批准移送',
          by: 'agency-head',
          asks: ['decline-reason', 'head-opinion'],
          gates: [principalHead],
          issues: ['referral-approval', 'no-transfer-reason'],
          meets: ['approval'],
          to: 'not-approved',
          basis: `${RULE}第五条第二款`,
        },
      },
    },
    approved: {
      title: '待移送',
      actions: {
        send: {
          title: '移送公安机关',
          by: 'handler',
          asks: ['police', 'sent-on', 'materials'],
          gates: [sentByToday, materialsListed],
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
        'sign-receipt': {
          title: '公安机关在回执上签字',
          by: 'handler',
          asks: ['receipt-signed-by', 'receipt-on'],
          gates: [signedAfterSending],
          starts: ['reply'],
          basis: `${RULE}第七条`,
        },
        forward: {
          title: '公安机关转送有管辖权的公安机关',
          by: 'handler',
          asks: ['forwarded-to'],
          gates: [anotherPolice],
          basis: `${RULE}第七条`,
        },
        'police-file': { ...policeFile, meets: ['reply'] },
        'police-decline': {
          title: '公安机关不予立案，退回案卷',
          by: 'handler',
          asks: ['police-reply', 'reply-on'],
          gates: [ANSWERED],
          meets: ['reply'],
          starts: ['objection'],
          to: 'declined',
          basis: `${RULE}第八条`,
        },
      },
    },
    declined: {
      title: '公安机关不予立案',
      actions: {
        'ask-reconsideration': {
          title: '提请公安机关复议',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['objection-reason'],
          issues: ['filing-objection'],
          meets: ['objection'],
          starts: ['police-review'],
          to: 'reconsidered',
          basis: `${RULE}第九条第一款`,
        },
        'suggest-supervision': { ...suggestSupervision, meets: ['objection'] },
        'accept-decline': acceptDecline,
      },
    },
    reconsidered: {
      title: '公安机关复议中',
      actions: {
        'police-file': { ...policeFile, meets: ['police-review'] },
        uphold: {
          title: '公安机关复议维持不予立案',
          by: 'handler',
          asks: ['police-reply', 'reply-on'],
          gates: [ANSWERED],
          meets: ['police-review'],
          starts: ['supervision'],
          to: 'upheld',
          basis: `${RULE}第九条第一款`,
        },
      },
    },
    upheld: {
      title: '复议维持不予立案',
      actions: {
        'suggest-supervision': { ...suggestSupervision, meets: ['supervision'] },
        'accept-decline': acceptDecline,
      },
    },
    supervised: {
      title: '人民检察院立案监督中',
      actions: {
        'police-file': policeFile,
        'accept-decline': acceptDecline,
      },
    },
    filed: {
      title: '公安机关已立案，待移交',
      actions: {
        'hand-over': {
          title: '移交物品和材料，办理交接',
          by: 'handler',
          asks: ['handed-over'],
          meets: ['hand-over'],
          to: 'criminal',
          basis: `${RULE}第十二条`,
        },
      },
    },
    criminal: {
      title: '刑事程序中',
      actions: {
        'come-back': {
          title: '不追究刑事责任，退回行政处理',
          by: 'handler',
          asks: ['result'],
          to: 'returned',
          basis: `${RULE}第十三条`,
        },
        convict: {
          title: '已依法追究刑事责任',
          by: 'handler',
          asks: ['result', 'offset'],
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
