import type { RawFacts } from '#domain/case/command.ts'
import { PROPOSALS } from '#procedures/penalty-facts.ts'
import { done } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { ONLY_HEARING, ONLY_STATEMENT } from './notice-scenarios.ts'
import { act, at, CHILD, moved, RANGED, type Rows, type Run, type Scenario, weakAt } from './scenario.ts'

/** In the drafting stage, with a review that has been handed in and not answered. */
const whileReviewed = (action: string, facts: RawFacts = {}): Scenario => ({
  says: '法制审核正在进行',
  run: (office) => {
    steps.reach(office, 'drafting')
    steps.draft(office)
    done(office.take('lin', 'submit-review'))
    return office.take('lin', action, facts)
  },
})
const unwritten = (action: string, stage: string): Scenario => ({
  says: '还没有拟出决定稿',
  run: (office) => {
    steps.reach(office, 'drafting')
    if (stage === 'decision') done(office.take('lin', 'go-to-decision'))
    return office.take('lin', action)
  },
})
/** The draft is written, a review is required by law, and none has been passed. */
const unreviewed = (action: string, stage: string): Scenario => ({
  says: '还没有提交法制审核（涉及重大公共利益）',
  run: (office) => {
    steps.fileCase(office)
    steps.investigate(office, { 'public-interest': true })
    steps.reach(office, 'drafting')
    steps.draft(office)
    if (stage === 'decision') done(office.take('lin', 'go-to-decision'))
    return office.take('lin', action)
  },
})
const drafted = (more: RawFacts): RawFacts => ({ ...more, case: steps.DRAFT })

export const DRAFTING: Rows = {
  'penalty-ordinary/draft/no-review-open': whileReviewed('draft', drafted({})),
  'penalty-ordinary/draft/nothing-beyond-notice': {
    says: '高于告知的数额',
    run: at('drafting', 'draft', drafted(act({ 'final-fine': '5000.01' }))),
  },
  'penalty-ordinary/draft/within-range': {
    says: '低于法定下限',
    run: (office) => {
      steps.fileCase(office, { violations: [RANGED] })
      return at('drafting', 'draft', drafted(act({ 'final-fine': '4999.99' })))(office)
    },
  },
  'penalty-ordinary/submit-review/draft-written': unwritten('submit-review', 'drafting'),
  'penalty-ordinary/submit-review/no-review-open': whileReviewed('submit-review'),
  'penalty-ordinary/go-to-decision/draft-written': unwritten('go-to-decision', 'drafting'),
  'penalty-ordinary/go-to-decision/review-passed': unreviewed('go-to-decision', 'drafting'),
  'penalty-ordinary/revise-proposal/no-review-open': whileReviewed('revise-proposal', {
    case: { proposal: PROPOSALS.minor, 'proposal-reason': '复核后认为轻微' },
  }),
  'penalty-ordinary/notify-again/no-review-open': whileReviewed('notify-again'),
  'penalty-ordinary/propose-transfer/no-review-open': whileReviewed('propose-transfer', {
    case: { 'crime-reason': '涉嫌犯罪' },
  }),
}

function amountChanged(fine: string): Run {
  return (office) => {
    steps.fileCase(office, { violations: [RANGED] })
    steps.reach(office, 'drafting')
    steps.draft(office, act({ 'final-fine': fine }))
    return moved(office).take('lin', 'decide')
  }
}

export const DECISION: Rows = {
  'penalty-ordinary/hold-panel/draft-written': unwritten('hold-panel', 'decision'),
  'penalty-ordinary/hold-panel/review-passed': unreviewed('hold-panel', 'decision'),
  'penalty-ordinary/hold-panel/no-panel-open': {
    says: '集体讨论正在进行',
    run: (office) => {
      steps.reach(office, 'decision')
      done(office.take('lin', 'hold-panel'))
      return office.take('lin', 'hold-panel')
    },
  },
  'penalty-ordinary/decide/agency-qualified': {
    says: '没有执法主体资格',
    run: (office) => {
      steps.reach(office, 'decision')
      office.isQualified = false
      return office.take('lin', 'decide')
    },
  },
  'penalty-ordinary/decide/handlers-qualified': { says: '钱过期', run: weakAt('decision', 'decide') },
  'penalty-ordinary/decide/penalty-proposed': {
    says: '不能作出处罚决定',
    run: (office) => {
      steps.reach(office, 'drafting')
      const facts = { case: { proposal: PROPOSALS.minor, 'proposal-reason': '复核后认为轻微' } }
      done(office.take('lin', 'revise-proposal', facts))
      done(office.agree('zheng'))
      done(office.take('lin', 'go-without-notice'))
      steps.draft(office)
      return moved(office).take('lin', 'decide')
    },
  },
  'penalty-ordinary/decide/nobody-under-fourteen': {
    says: '不满十四周岁',
    run: (office) => {
      steps.fileCase(office, { parties: [CHILD] })
      return at('decision', 'decide')(office)
    },
  },
  'penalty-ordinary/decide/draft-written': { ...unwritten('decide', 'decision'), beside: ['correction-ordered'] },
  'penalty-ordinary/decide/notice-heard': {
    says: '陈述申辩期还没有届满',
    run: (office) => {
      steps.reach(office, 'statement')
      steps.waive(office, ONLY_HEARING)
      steps.reconsider(office)
      return at('decision', 'decide')(office)
    },
  },
  'penalty-ordinary/decide/hearing-settled': {
    says: '可以要求听证的期限还没有届满',
    run: (office) => {
      steps.reach(office, 'statement', steps.HEAVY_NOTICE)
      steps.waive(office, ONLY_STATEMENT)
      steps.reconsider(office)
      return at('decision', 'decide')(office)
    },
  },
  'penalty-ordinary/decide/review-passed': unreviewed('decide', 'decision'),
  'penalty-ordinary/decide/panel-decided': {
    says: '由机关负责人集体讨论决定',
    run: (office) => {
      steps.fileCase(office)
      steps.investigate(office, { 'is-major': true })
      return at('decision', 'decide')(office)
    },
  },
  'penalty-ordinary/decide/final-sanction-named': {
    says: '应当改变处理意见',
    run: (office) => {
      steps.reach(office, 'drafting', { ...steps.NOTICE, ...act({ fine: '5000' }) })
      steps.draft(office, act({ 'final-fine': '0' }))
      return moved(office).take('lin', 'decide')
    },
  },
  'penalty-ordinary/decide/nothing-beyond-notice': { says: '高于告知的数额', run: amountChanged('6000') },
  'penalty-ordinary/decide/within-range': { says: '低于法定下限', run: amountChanged('4999') },
  'penalty-ordinary/decide/correction-ordered': {
    says: '应当责令改正',
    run: (office) => {
      steps.reach(office, 'drafting')
      done(office.take('lin', 'draft', { case: { 'decision-reasons': '违法事实清楚，裁量适当。' } }))
      return moved(office).take('lin', 'decide')
    },
  },
}
