import { plainDate } from '#domain/calendar/plain-date.ts'
import { agreedByToday, designatedByToday, disputedByToday } from '#domain/case/gates/jurisdiction.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const LAW = '《行政处罚法》第二十五条第二款'
const DESIGNATION = ['superior', 'designation-number', 'designated-on'] as const

const designatedHere = {
  title: '指定由本机关管辖',
  by: 'handler',
  asks: DESIGNATION,
  gates: [designatedByToday],
  to: 'here',
  basis: LAW,
} as const

const designatedElsewhere = {
  title: '指定由其他机关管辖',
  by: 'handler',
  asks: [...DESIGNATION, 'competent-agency'],
  gates: [designatedByToday],
  to: 'elsewhere',
  basis: LAW,
} as const

/** 管辖争议: the agencies consult; where they do not agree, and also at once, the superior that both have designates one. The inquiry goes on. */
export const jurisdiction = procedureOf({
  code: 'jurisdiction',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '管辖争议',
  basis: LAW,
  start: 'raised',
  facts: {
    'other-agency': { title: '争议机关', kind: 'text', per: 'case', disclosure: 'officials' },
    'other-filed-on': {
      title: '对方立案日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '两个以上机关都有管辖权的，由最先立案的管辖；对方没有立案的不填',
    },
    'disputed-on': { title: '提出争议的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    dispute: { title: '争议的情况', kind: 'long-text', per: 'case', disclosure: 'officials' },
    consultation: {
      title: '协商的情况',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '时间、方式、双方的意见和理由；不经协商直接报请的，写明原因',
    },
    'agreed-on': { title: '协商一致的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'competent-agency': { title: '有管辖权的机关', kind: 'text', per: 'case', disclosure: 'officials' },
    superior: { title: '指定管辖的机关', kind: 'text', per: 'case', disclosure: 'officials', help: '共同的上一级' },
    'designation-number': { title: '指定管辖的文号', kind: 'text', per: 'case', disclosure: 'officials' },
    'designated-on': { title: '指定管辖的日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'drop-reason': { title: '没有争议的情况', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {},
  stages: {
    raised: {
      title: '提出',
      actions: {
        raise: {
          title: '登记管辖争议，开始协商',
          by: 'handler',
          asks: ['other-agency', 'other-filed-on', 'disputed-on', 'dispute'],
          gates: [disputedByToday],
          to: 'consulting',
          basis: LAW,
        },
        drop: { title: '没有争议', by: 'handler', asks: ['drop-reason'], to: 'dropped', basis: LAW },
      },
    },
    consulting: {
      title: '协商',
      actions: {
        'agree-here': {
          title: '协商由本机关管辖',
          by: 'handler',
          asks: ['consultation', 'agreed-on'],
          gates: [agreedByToday],
          to: 'here',
          basis: LAW,
        },
        'agree-elsewhere': {
          title: '协商由其他机关管辖',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['consultation', 'agreed-on', 'competent-agency'],
          gates: [agreedByToday],
          issues: ['matter-approval'],
          to: 'elsewhere',
          basis: LAW,
        },
        'report-up': {
          title: '协商不成，报请指定管辖',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['consultation', 'superior'],
          issues: ['matter-approval'],
          to: 'reported',
          basis: LAW,
        },
        'designated-here': designatedHere,
        'designated-elsewhere': designatedElsewhere,
      },
    },
    reported: {
      title: '等待指定管辖',
      actions: { 'designated-here': designatedHere, 'designated-elsewhere': designatedElsewhere },
    },
    here: { title: '由本机关管辖', ends: 'here', actions: {} },
    elsewhere: { title: '由其他机关管辖', ends: 'elsewhere', actions: {} },
    dropped: { title: '没有争议', ends: 'dropped', actions: {} },
  },
})
