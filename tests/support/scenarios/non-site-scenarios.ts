import { done } from '../law-office.ts'
import { openNonSite, reviewed, TELL, told, toldAndDelivered } from '../non-site-steps.ts'
import { EVIDENCE } from '../penalty-steps.ts'
import { undecidedRecusal } from './halting-scenarios.ts'
import type { RecordingScenario } from './recording-scenarios.ts'
import type { Rows } from './scenario.ts'

export const NON_SITE: Rows = {
  'non-site/tell/record-in-evidence': {
    says: '未经审核的记录不得作为证据',
    run: (office) => openNonSite(office).take('lin', 'tell', TELL),
  },
  'non-site/add-record/record-reviewed': {
    says: '不是设备 JK-0001 审核通过的监控记录',
    run: (office) => openNonSite(office).take('lin', 'add-record', {}, [EVIDENCE]),
  },
  'non-site/add-record/evidence-given': {
    says: '至少一份证据',
    run: (office) => openNonSite(office).take('lin', 'add-record'),
  },
  'non-site/punish/facts-told': {
    says: '还没有告知全部当事人',
    run: (office) => told(office).take('lin', 'punish'),
  },
  'non-site/punish/recusal-settled': {
    says: '回避申请还没有决定',
    run: (office) => undecidedRecusal(toldAndDelivered(office)).take('lin', 'punish'),
  },
  'non-site/punish/statement-reviewed': {
    says: '请写明复核意见',
    run: (office) => {
      toldAndDelivered(office)
      done(office.take('lin', 'hear', { party: { 'party-1': { statement: '不是我的车' } } }))
      return office.take('lin', 'punish')
    },
  },
}

export const NON_SITE_RECORDINGS: Readonly<Record<string, RecordingScenario>> = {
  'non-site/add-record/evidence-taking': {
    act: (office) => {
      done(openNonSite(office).take('lin', 'add-record', {}, [reviewed(office)]))
      return 'main'
    },
    next: (office) => office.take('lin', 'tell', TELL),
  },
}
