import { plainDate } from '#domain/calendar/plain-date.ts'
import { deliveredInTime, hearingDayCome, hearingNoticeDelivered, noticeInTime } from '#domain/case/gates/hearing.ts'
import { hostNotHandler } from '#domain/case/gates/people.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

/** 听证. */
export const hearing = procedureOf({
  code: 'hearing',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '听证',
  basis: '《行政处罚法》第六十三条、第六十四条',
  start: 'prepare',
  facts: {
    host: { title: '听证主持人', kind: 'people', per: 'case', disclosure: 'officials', help: '不能是本案调查人员' },
    'hearing-on': { title: '听证日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'hearing-at': {
      title: '听证时间',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      help: '例如“上午九时三十分”',
    },
    'hearing-place': { title: '听证地点', kind: 'text', per: 'case', disclosure: 'officials' },
    'is-open': {
      title: '公开举行',
      kind: 'yes-no',
      per: 'case',
      disclosure: 'officials',
      help: '涉及国家秘密、商业秘密或者个人隐私的不公开',
    },
    'hearing-text': { title: '听证笔录', kind: 'long-text', per: 'case', disclosure: 'handlers', maxLength: 30_000 },
    'host-opinion': { title: '主持人意见', kind: 'long-text', per: 'case', disclosure: 'officials' },
    'given-up': { title: '终止的原因', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {},
  stages: {
    prepare: {
      title: '准备',
      actions: {
        call: {
          title: '发出听证通知书',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['host', 'hearing-on', 'hearing-at', 'hearing-place', 'is-open'],
          gates: [hostNotHandler, noticeInTime],
          issues: ['hearing-notice'],
          opens: 'delivery',
          to: 'called',
          basis: '《行政处罚法》第六十四条第二项、第四项',
        },
        'give-up': {
          title: '当事人撤回，终止听证',
          by: 'handler',
          asks: ['given-up'],
          to: 'given-up',
          basis: '《行政处罚法》第六十四条第六项',
        },
      },
    },
    called: {
      title: '待举行',
      actions: {
        hold: {
          title: '记录听证',
          by: 'host',
          asks: ['hearing-text', 'host-opinion'],
          gates: [hearingNoticeDelivered, deliveredInTime, hearingDayCome],
          records: [{ scene: 'hearing', duty: 'as-needed' }],
          issues: ['hearing-record'],
          to: 'held',
          basis: '《行政处罚法》第六十四条、第六十五条',
        },
        'give-up': {
          title: '无故不到、中途退场或者撤回，终止听证',
          by: 'host',
          asks: ['given-up'],
          gates: [hearingNoticeDelivered, deliveredInTime],
          to: 'given-up',
          basis: '《行政处罚法》第六十四条第六项',
        },
        'call-again': {
          title: '改期',
          by: 'handler',
          to: 'prepare',
          basis: '《行政处罚法》第六十四条第二项',
        },
      },
    },
    held: { title: '已举行', ends: 'held', actions: {} },
    'given-up': { title: '终止', ends: 'given-up', actions: {} },
  },
})
