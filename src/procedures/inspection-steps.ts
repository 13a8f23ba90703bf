import { inspectorsApproved, noticeHandedOver } from '#domain/case/gates/inspection.ts'
import { certificateShown, timesInOrder } from '#domain/case/gates/investigation.ts'
import { twoQualified } from '#domain/case/gates/people.ts'
import type { Fact } from '#domain/procedure/definition.ts'
import { PENALTY_FACTS } from './penalty-facts.ts'

/** What is asked, measured, taken as a sample or kept in an inspection; each is written down for itself. */
export const INSPECTION_STEP_FACTS = {
  'inquiry-place': PENALTY_FACTS['inquiry-place'],
  'inquired-person': PENALTY_FACTS['inquired-person'],
  'inquired-people': PENALTY_FACTS['inquired-people'],
  recorder: PENALTY_FACTS.recorder,
  'inquiry-text': PENALTY_FACTS['inquiry-text'],
  'survey-place': { title: '勘验地点', kind: 'text', per: 'case', disclosure: 'handlers' },
  'survey-weather': { title: '天气', kind: 'text', per: 'case', disclosure: 'handlers', optional: true },
  'survey-invited': {
    title: '被邀请人',
    kind: 'text',
    per: 'case',
    disclosure: 'handlers',
    help: '到场的当事人、见证人或者专业人员，写姓名和单位；没有的写“无”',
  },
  'survey-text': { title: '勘验情况', kind: 'long-text', per: 'case', disclosure: 'handlers', maxLength: 20_000 },
  'survey-plan': {
    title: '图示',
    kind: 'text',
    per: 'case',
    disclosure: 'handlers',
    help: '现场图的编号和张数，图作为证据添加；没有的写“无”',
  },
} as const satisfies Record<string, Fact>

const WRITTEN_DOWN = {
  by: 'handler',
  gates: [noticeHandedOver, twoQualified('officers'), inspectorsApproved, certificateShown, timesInOrder],
} as const
const WHO_AND_WHEN = ['officers', 'certificate-shown', 'began-at', 'ended-at'] as const

export const INSPECTION_STEPS = {
  inquire: {
    ...WRITTEN_DOWN,
    title: '制作询问笔录',
    asks: [...WHO_AND_WHEN, 'inquiry-place', 'inquired-person', 'inquired-people', 'recorder', 'inquiry-text'],
    records: [{ scene: 'inquiry', duty: 'as-needed' }],
    issues: ['inquiry-record'],
    basis: '《行政处罚法》第五十五条',
  },
  survey: {
    ...WRITTEN_DOWN,
    title: '制作勘验笔录',
    asks: [
      ...WHO_AND_WHEN,
      'survey-place',
      'survey-weather',
      'survey-invited',
      'survey-text',
      'survey-plan',
      'recorder',
    ],
    records: [{ scene: 'on-site-inspection', duty: 'as-needed' }],
    issues: ['survey-record'],
    basis: '《行政处罚法》第五十五条',
  },
  'open-sampling': {
    title: '抽样取证',
    by: 'handler',
    gates: [noticeHandedOver],
    opens: 'sampling',
    basis: '《行政处罚法》第五十六条',
  },
  'open-preservation': {
    title: '先行登记保存证据',
    by: 'handler',
    gates: [noticeHandedOver],
    opens: 'preservation',
    basis: '《行政处罚法》第五十六条',
  },
} as const
