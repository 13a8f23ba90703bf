import { plainDate } from '#domain/calendar/plain-date.ts'
import { clueInTime, foundByToday, hasJurisdiction } from '#domain/case/gates/filing.ts'
import { newHandlersQualified } from '#domain/case/gates/handlers.ts'
import { procedureOf } from '#domain/procedure/definition.ts'
import { INFORMANT_FACTS, REPLY_CLOCK, REPLY_FACTS, replyInformant } from './informant.ts'
import { MERGING_FACTS, mergeClue } from './merging.ts'
import { PENALTY_FACTS } from './penalty-facts.ts'

const FILED = '《行政处罚法》第五十四条第二款'
const DISPUTED = '《行政处罚法》第二十五条第二款'
const HEADS = ['unit-head', 'agency-head'] as const

const assign = {
  title: '交办或者改派核查人员',
  by: ['unit-head', 'clerk', 'agency-head'],
  asks: ['handlers', 'handlers-reason'],
  gates: [newHandlersQualified],
  adds: 'handlers',
  basis: '《行政处罚法》第四十二条',
} as const

const refer = {
  title: '报请移送其他机关',
  by: 'handler',
  approval: HEADS,
  asks: ['check-result', 'receiver', 'refer-reason'],
  issues: ['clue-register', 'referral-approval', 'referral-letter'],
  meets: ['check'],
  to: 'referred',
  basis: '《行政处罚法》第二十二条',
} as const

/** 线索: whatever may become a case, from whoever tells of it to the decision whether a case is made of it. */
export const clue = procedureOf({
  code: 'clue',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '线索核查',
  basis: '《行政处罚法》第五十四条',
  start: 'check',
  numberedBy: 'clue-register',
  opening: {
    kind: '线索',
    purpose: '检查、投诉举报、交办、移送、媒体或者监测发现的，先登记，核查后决定是否立案',
    by: ['handler', 'clerk'],
    partyTitle: '线索所指的当事人',
    needsNoParty: true,
    violations: false,
    asks: ['source', 'found-on', 'clue', 'place', 'suspected', 'informant', 'contact', 'wants-reply'],
    gates: [foundByToday],
    starts: ['check'],
  },
  facts: {
    source: PENALTY_FACTS.source,
    'found-on': PENALTY_FACTS['found-on'],
    clue: PENALTY_FACTS.clue,
    place: PENALTY_FACTS.place,
    suspected: { title: '涉嫌的违法行为', kind: 'text', per: 'case', disclosure: 'officials', optional: true },
    ...INFORMANT_FACTS,
    ...REPLY_FACTS,
    handlers: { title: '核查人员', kind: 'people', per: 'case', disclosure: 'officials' },
    'handlers-reason': { title: '交办或者改派的说明', kind: 'text', per: 'case', disclosure: 'officials' },
    'check-result': { title: '核查情况', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'in-jurisdiction': PENALTY_FACTS['in-jurisdiction'],
    'endangers-life-or-finance': PENALTY_FACTS['endangers-life-or-finance'],
    'ended-on': {
      title: '行为终了日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '还不清楚的不填；填了的，核对追责时效',
    },
    opinion: { title: '处理意见', kind: 'long-text', per: 'case', disclosure: 'officials' },
    receiver: PENALTY_FACTS.receiver,
    'refer-reason': PENALTY_FACTS['refer-reason'],
    'extension-reason': { title: '延长核查期限的理由', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'other-agency': { title: '争议机关', kind: 'text', per: 'case', disclosure: 'officials' },
    dispute: {
      title: '争议的情况',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '两个以上机关都有管辖权的，由最先立案的管辖；写明各自何时立案',
    },
    ...MERGING_FACTS,
    superior: { title: '指定管辖的机关', kind: 'text', per: 'case', disclosure: 'officials', help: '共同的上一级' },
    'designation-number': { title: '指定管辖的文号', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {
    reply: REPLY_CLOCK,
    check: {
      title: '核查并决定是否立案',
      term: { parameter: 'filing.term' },
      rolls: true,
      extension: { by: { parameter: 'filing.extension' } },
      missed: 'warning',
      basis: FILED,
    },
  },
  stages: {
    check: {
      title: '核查',
      actions: {
        'make-case': {
          title: '报请转为案件',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['check-result', 'in-jurisdiction', 'ended-on', 'endangers-life-or-finance', 'opinion'],
          gates: [hasJurisdiction, clueInTime],
          issues: ['clue-register'],
          meets: ['check'],
          to: 'filed',
          basis: FILED,
        },
        'make-no-case': {
          title: '报请不予立案',
          by: 'handler',
          approval: HEADS,
          asks: ['check-result', 'opinion'],
          issues: ['clue-register'],
          meets: ['check'],
          to: 'not-filed',
          basis: FILED,
        },
        'make-no-case-and-reply': {
          title: '报请不立案，随后答复举报人',
          by: 'handler',
          approval: HEADS,
          asks: ['check-result', 'opinion'],
          issues: ['clue-register'],
          meets: ['check'],
          starts: ['reply'],
          to: 'replying',
          basis: FILED,
        },
        refer,
        'report-dispute': {
          title: '管辖有争议，报请指定管辖',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['other-agency', 'dispute'],
          issues: ['matter-approval'],
          to: 'disputed',
          basis: DISPUTED,
        },
        'extend-check': {
          title: '报请延长核查期限',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['extension-reason'],
          extends: ['check'],
          basis: FILED,
        },
        'merge-into': mergeClue,
        assign,
      },
    },
    disputed: {
      title: '等待指定管辖',
      actions: {
        'designated-here': {
          title: '指定由本机关管辖',
          by: 'handler',
          asks: ['superior', 'designation-number'],
          to: 'check',
          basis: DISPUTED,
        },
        'designated-elsewhere': {
          ...refer,
          title: '指定由其他机关管辖，报请移送',
          asks: [...refer.asks, 'superior', 'designation-number'],
        },
        assign,
      },
    },
    replying: { title: '答复举报人', actions: { 'reply-informant': { ...replyInformant, to: 'not-filed' }, assign } },
    merged: { title: '并入其他线索', ends: 'merged', actions: {} },
    filed: { title: '转为案件', ends: 'filed', actions: {} },
    'not-filed': { title: '不予立案', ends: 'not-filed', actions: {} },
    referred: { title: '移送其他机关', ends: 'referred', actions: {} },
  },
})
