import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { hearingScenarios } from './hearing-scenarios.ts'
import type { Rows, Run, Scenario } from './scenario.ts'

export function asked(office: LawOffice): LawOffice {
  steps.reach(office, 'statement', steps.HEAVY_NOTICE)
  done(steps.requestHearing(office))
  return office
}

export const HEARING: Rows = hearingScenarios({ code: 'hearing', asked, hosted: '非本案调查人员主持' })

function reviewed(who: 'shen' | 'xin', action: string, more: Record<string, unknown> = {}): Run {
  return (office) => {
    steps.reach(office, 'drafting')
    steps.draft(office)
    done(office.take('lin', 'submit-review'))
    return office.take(who, action, { case: { ...steps.SEVEN_POINTS, ...more } })
  }
}
function sat(action: string): Scenario {
  return {
    says: '至少有两名机关负责人',
    run: (office) => {
      steps.reach(office, 'decision')
      done(office.take('lin', 'hold-panel'))
      return office.take('wu', action, { case: { ...steps.panelFacts(office), attendees: ['wu'] } })
    },
  }
}

export const CHILDREN: Rows = {
  'legal-review/pass/reviewer-licensed': { says: '法律职业资格', run: reviewed('xin', 'pass') },
  'legal-review/pass/seven-points': { says: '还有执法权限', run: reviewed('shen', 'pass', { 'power-reason': '好' }) },
  'legal-review/pass/points-agree': { says: '不能同意', run: reviewed('shen', 'pass', { 'law-verdict': '有问题' }) },
  'legal-review/object/reviewer-licensed': { says: '法律职业资格', run: reviewed('xin', 'object') },
  'legal-review/object/seven-points': {
    says: '还有执法文书',
    run: reviewed('shen', 'object', { 'documents-reason': '好' }),
  },
  'panel/agree/panel-quorum': sat('agree'),
  'panel/differ/panel-quorum': sat('differ'),
}

function delivered(says: string, facts: Record<string, unknown>): Scenario {
  return {
    says,
    run: (office) => {
      steps.reach(office, 'notice')
      steps.issueNotice(office)
      const words = { 'received-on': office.today, 'delivery-place': '当事人住所', 'delivered-by': ['lin', 'zhou'] }
      return office.take('lin', 'deliver', { case: { ...words, ...facts } })
    },
  }
}

export const DELIVERY: Rows = {
  'delivery/deliver/received-in-order': delivered('不能晚于今天', {
    ...steps.DELIVERED.case,
    'received-on': '2026-06-02',
  }),
  'delivery/deliver/signed-for': delivered('应当写明签收人', { method: '直接送达' }),
  'delivery/deliver/left-with-proof': delivered('应当有见证人', { method: '留置送达' }),
  'delivery/deliver/direct-first': {
    says: '应当直接送达',
    run: (office) => {
      steps.reach(office, 'performance').on('2026-06-20')
      done(office.take('lin', 'urge-fine', { case: { 'urging-until': '2026-07-20' } }))
      done(office.agree('zheng'))
      const words = { ...steps.DELIVERED.case, 'received-on': office.today, method: '邮寄送达' }
      return office.take('lin', 'deliver', { case: words })
    },
  },
  'delivery/deliver/electronic-consent': delivered('没有签订电子送达确认书', { method: '电子送达' }),
  'delivery/deliver/announcement-explained': delivered('记明原因和经过', { method: '公告送达' }),
}
