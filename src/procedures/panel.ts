import { plainDate } from '#domain/calendar/plain-date.ts'
import { panelQuorum } from '#domain/case/gates/panel.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const ASKS = [
  'discussed-on',
  'panel-place',
  'panel-host',
  'attendees',
  'observers',
  'reporter',
  'recorder',
  'opinions',
  'conclusion',
] as const

/** 机关负责人集体讨论: the heads decide, they do not only listen. */
export const panel = procedureOf({
  code: 'panel',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '集体讨论',
  basis: '《行政处罚法》第五十七条第二款',
  start: 'open',
  facts: {
    'discussed-on': { title: '讨论日期', kind: 'date', per: 'case', disclosure: 'officials' },
    'panel-place': { title: '地点', kind: 'text', per: 'case', disclosure: 'officials' },
    'panel-host': { title: '主持人', kind: 'people', per: 'case', disclosure: 'officials' },
    attendees: { title: '出席的负责人', kind: 'people', per: 'case', disclosure: 'officials' },
    reporter: { title: '汇报人', kind: 'people', per: 'case', disclosure: 'officials' },
    observers: {
      title: '列席人员',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      optional: true,
      help: '几个人用顿号隔开',
    },
    recorder: { title: '记录人', kind: 'people', per: 'case', disclosure: 'officials', optional: true },
    opinions: {
      title: '每人意见',
      kind: 'long-text',
      per: 'case',
      disclosure: 'officials',
      help: '一人一行：姓名，意见，理由',
    },
    conclusion: { title: '结论', kind: 'long-text', per: 'case', disclosure: 'officials' },
  },
  clocks: {},
  stages: {
    open: {
      title: '讨论',
      actions: {
        agree: {
          title: '记录讨论：同意拟作的决定',
          by: 'agency-head',
          asks: ASKS,
          gates: [panelQuorum],
          issues: ['panel-record'],
          to: 'agreed',
          basis: '《行政处罚法》第五十七条第二款',
        },
        differ: {
          title: '记录讨论：不同意拟作的决定',
          by: 'agency-head',
          asks: ASKS,
          gates: [panelQuorum],
          issues: ['panel-record'],
          to: 'differed',
          basis: '《行政处罚法》第五十七条第二款',
        },
      },
    },
    agreed: { title: '同意', ends: 'agreed', actions: {} },
    differed: { title: '不同意', ends: 'differed', actions: {} },
  },
})
