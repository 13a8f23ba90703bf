import type { RawFacts } from '#domain/case/command.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { VIOLATION } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { act, at, CHILD, ID, RANGED, type Rows, type Run, SECOND_ACT, weakAt } from './scenario.ts'

export const NOTICE: Rows = {
  'penalty-ordinary/issue-notice/penalty-proposed': {
    says: '不能作出处罚决定',
    run: (office) => {
      steps.fileCase(office)
      steps.investigate(office, { proposal: PROPOSALS.minor })
      return office.take('lin', 'issue-notice', steps.NOTICE)
    },
  },
  'penalty-ordinary/issue-notice/handlers-qualified': {
    says: '钱过期',
    run: weakAt('notice', 'issue-notice', steps.NOTICE),
  },
  'penalty-ordinary/issue-notice/nobody-under-fourteen': {
    says: '童小某在行为时不满十四周岁',
    run: (office) => {
      steps.fileCase(office, { parties: [CHILD] })
      return at('notice', 'issue-notice', steps.NOTICE)(office)
    },
  },
  'penalty-ordinary/issue-notice/sanction-named': {
    says: '还没有写明拟给予的处罚',
    run: at('notice', 'issue-notice', { ...steps.NOTICE, ...act({ fine: '0' }) }),
  },
  'penalty-ordinary/issue-notice/goods-valued': {
    says: '拟没收的财物的价值',
    run: at('notice', 'issue-notice', { ...steps.NOTICE, ...act({ fine: '5000', goods: '调味品 6 瓶' }) }),
  },
  'penalty-ordinary/issue-notice/late-acts-spared': {
    says: '未建立进货查验记录”已经超过追责时效',
    run: (office) => {
      steps.fileCase(office, { violations: [VIOLATION, SECOND_ACT] }, { 'violation-2': '2024-01-01' })
      const violation = { [ID]: { fine: '5000' }, 'violation-2': { fine: '1000' } }
      return at('notice', 'issue-notice', { ...steps.NOTICE, violation })(office)
    },
  },
  'penalty-ordinary/issue-notice/within-range': {
    says: '超过法定上限',
    run: (office) => {
      steps.fileCase(office, { violations: [RANGED] })
      return at('notice', 'issue-notice', { ...steps.NOTICE, ...act({ fine: '50000.01' }) })(office)
    },
  },
  'penalty-ordinary/go-without-notice/no-penalty-in-mind': {
    says: '须先告知当事人',
    run: at('notice', 'go-without-notice'),
  },
}

function undelivered(action: string, facts: RawFacts): Run {
  return (office) => {
    steps.reach(office, 'notice')
    steps.issueNotice(office, steps.HEAVY_NOTICE)
    return office.take('lin', action, facts)
  }
}
const REQUEST: RawFacts = {
  party: { 'party-1': { 'hearing-asked-on': '2026-06-01', 'hearing-request': '当事人书面要求听证' } },
}
const refusal = (ground: string): RawFacts => ({
  party: {
    'party-1': {
      'refused-hearing-asked-on': '2026-06-01',
      'hearing-refusal-ground': ground,
      'hearing-refusal-reason': '期限已经届满',
    },
  },
})
const HEARD: RawFacts = { party: { 'party-1': { heard: '没有采纳：与事实不符。' } } }
export const ONLY_STATEMENT = { 'waives-statement': true, 'waiver-medium': '书面' }
export const ONLY_HEARING = { 'waives-hearing': true, 'waiver-medium': '书面' }

export const STATEMENT: Rows = {
  'penalty-ordinary/hear-party/notice-delivered': {
    says: '告知书还没有送达',
    run: undelivered('hear-party', { party: { 'party-1': steps.WAIVER } }),
  },
  'penalty-ordinary/hear-party/waiver-recorded': {
    says: '放弃须明确',
    run: at('statement', 'hear-party', { party: { 'party-1': { 'waives-statement': true } } }),
  },
  'penalty-ordinary/hold-hearing/notice-delivered': {
    says: '告知书还没有送达',
    run: undelivered('hold-hearing', REQUEST),
  },
  'penalty-ordinary/hold-hearing/hearing-right': {
    says: '没有达到听证标准',
    run: at('statement', 'hold-hearing', REQUEST),
  },
  'penalty-ordinary/hold-hearing/hearing-requested': {
    says: '请写明哪一个当事人何时要求听证',
    run: at('statement', 'hold-hearing', {}, steps.HEAVY_NOTICE),
  },
  'penalty-ordinary/refuse-hearing/hearing-refusal-grounded': {
    says: '不能以逾期为由不予听证',
    run: at('statement', 'refuse-hearing', refusal('超过五个工作日才要求听证'), steps.HEAVY_NOTICE),
  },
  'penalty-ordinary/reconsider/notice-heard': {
    says: '陈述申辩期还没有届满',
    run: (office) => {
      steps.reach(office, 'statement')
      steps.waive(office, ONLY_HEARING)
      return office.take('lin', 'reconsider', HEARD)
    },
  },
  'penalty-ordinary/reconsider/hearing-settled': {
    says: '可以要求听证的期限还没有届满',
    run: (office) => {
      steps.reach(office, 'statement', steps.HEAVY_NOTICE)
      steps.waive(office, ONLY_STATEMENT)
      return office.take('lin', 'reconsider', HEARD)
    },
  },
}
