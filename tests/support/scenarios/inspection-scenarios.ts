import { MAIN_RUN } from '#domain/case/state.ts'
import * as custody from '../custody-steps.ts'
import * as inspection from '../inspection-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import { EVIDENCE } from '../penalty-steps.ts'
import { undecidedRecusal } from './halting-scenarios.ts'
import type { RecordingScenario } from './recording-scenarios.ts'
import type { Rows, Scenario } from './scenario.ts'

type Slip = readonly [gate: string, says: string, facts: Record<string, unknown>]

const ASKED: readonly Slip[] = [
  ['two-qualified-officers', '还差一名', { 'approved-officers': ['lin'] }],
  ['item-published', '没有公布', { 'item-published': false }],
  ['planned-ahead', '不能早于今天', { 'planned-on': '2026-05-31' }],
]
const ON_SITE: readonly Slip[] = [
  ['two-qualified-officers', '还差一名', { officers: ['lin'] }],
  ['inspectors-approved', '不在批准的检查人员中', { officers: ['lin', 'duo'] }],
  ['certificate-shown', '主动出示执法证件', { 'certificate-shown': false }],
  ['rights-explained', '权利和义务', { 'rights-explained': false }],
  ['discipline-told', '五个严禁', { 'discipline-told': false }],
  ['helpers-led', '只能协助', { 'helpers-led': false }],
  ['times-in-order', '晚于开始时间', { 'ended-at': '2026-06-01T00:30:00.000Z' }],
]

/** What is written down of an inquiry or a survey. */
const WRITTEN: readonly Slip[] = [
  ['two-qualified-officers', '还差一名', { officers: ['lin'] }],
  ['inspectors-approved', '不在批准的检查人员中', { officers: ['lin', 'duo'] }],
  ['certificate-shown', '主动出示执法证件', { 'certificate-shown': false }],
  ['times-in-order', '晚于开始时间', { 'ended-at': '2026-06-01T00:30:00.000Z' }],
]
const STEPS = ['inquire', 'survey'] as const
const OPENED = ['open-sampling', 'open-preservation'] as const

/** The inspection itself, and not what was begun inside it. */
function giveUp(office: LawOffice) {
  const facts = { case: { 'drop-reason': '检查对象停业' } }
  return office.do('lin', { type: 'take', run: MAIN_RUN, action: 'drop', facts, evidence: [] })
}

/** What was registered is to be given back, and lies with the officers still. */
function keptAndReleased(office: LawOffice): LawOffice {
  custody.preserved(office)
  const disposal = [
    custody.portion(office, '酱油', '6', '解除、返还'),
    custody.portion(office, '面粉', '12.5', '解除、返还'),
  ]
  done(office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '没有发现违法' } }))
  office.agreeAll('wu')
  return office
}

/** The notice has gone out and has not arrived. */
function untold(office: LawOffice): LawOffice {
  done(inspection.approved(office).take('lin', 'notify'))
  return office
}

function asking(says: string, prepare: (office: LawOffice) => void, facts: Record<string, unknown> = {}): Scenario {
  return {
    says,
    run: (office) => {
      prepare(office)
      return office.take('lin', 'ask', inspection.planned(office, facts))
    },
  }
}

const REVIEWS = ['confirm-correction', 'find-uncorrected'] as const
const reviewed = (action: (typeof REVIEWS)[number], more: Record<string, unknown> = {}) => ({
  case: {
    ...inspection.REVIEW,
    ...(action === 'find-uncorrected' ? { 'follow-up': '立案查处' } : {}),
    ...more,
  },
})

function delivered(office: LawOffice): LawOffice {
  inspection.corrected(office)
  inspection.deliver(office)
  return office
}

export const INSPECTION: Rows = {
  ...Object.fromEntries(
    ASKED.map(([gate, says, facts]) => [
      `inspection/ask/${gate}`,
      asking(says, (office) => void inspection.openInspection(office), facts),
    ]),
  ),
  'inspection/ask/agency-qualified': asking('没有执法主体资格', (office) => {
    inspection.openInspection(office)
    office.isQualified = false
  }),
  'inspection/ask/campaign-approved': asking('批准机关和文号', (office) => {
    inspection.openInspection(office, { 'inspection-kind': '专项检查' })
  }),
  'inspection/ask/yearly-cap': asking('已经检查 4 次，达到年度频次上限（4 次）', (office) => {
    office.visits = inspection.visits(4, { foundNothing: false })
    inspection.openInspection(office)
  }),
  'inspection/ask/fruitless-visits': asking('连续 3 次检查没有发现问题', (office) => {
    office.visits = inspection.visits(3)
    inspection.openInspection(office)
  }),
  'inspection/inspect/inspection-notice-delivered': {
    says: '还没有送达检查对象',
    run: (office) => {
      done(inspection.approved(office).take('lin', 'notify'))
      return office.take('lin', 'inspect', inspection.onSite(office))
    },
  },
  ...Object.fromEntries(
    ON_SITE.map(([gate, says, facts]): [string, Scenario] => [
      `inspection/inspect/${gate}`,
      { says, run: (office) => inspection.noticed(office).take('lin', 'inspect', inspection.onSite(office, facts)) },
    ]),
  ),
  ...Object.fromEntries(
    STEPS.flatMap((step): [string, Scenario][] => [
      ...WRITTEN.map(([gate, says, facts]): [string, Scenario] => [
        `inspection/${step}/${gate}`,
        { says, run: (office) => inspection.writeDown(inspection.noticed(office), step, facts) },
      ]),
      [
        `inspection/${step}/inspection-notice-delivered`,
        { says: '还没有送达检查对象', run: (office) => inspection.writeDown(untold(office), step) },
      ],
    ]),
  ),
  ...Object.fromEntries(
    OPENED.map((action): [string, Scenario] => [
      `inspection/${action}/inspection-notice-delivered`,
      { says: '还没有送达检查对象', run: (office) => untold(office).take('lin', action) },
    ]),
  ),
  'inspection/drop/kept-and-sampled-settled': {
    says: '“先行登记保存”还没有结束',
    run: (office) => {
      custody.open(inspection.noticed(office), 'open-preservation')
      return giveUp(office)
    },
  },
  'inspection/drop/things-accounted-for': {
    says: '还有涉案物品在保管中',
    run: (office) => giveUp(keptAndReleased(inspection.noticed(office))),
  },
  'inspection/close/kept-and-sampled-settled': {
    says: '“先行登记保存”还没有结束',
    run: (office) => {
      custody.open(inspection.inspected(office), 'open-preservation')
      done(tellClean(office))
      inspection.deliver(office)
      return office.take('lin', 'close')
    },
  },
  'inspection/close/things-accounted-for': {
    says: '还有涉案物品在保管中',
    run: (office) => {
      done(tellClean(keptAndReleased(inspection.inspected(office))))
      inspection.deliver(office)
      return office.take('lin', 'close')
    },
  },
  'inspection/order-correction/correction-dates': {
    says: '复查时间不能早于整改期限',
    run: (office) =>
      inspection
        .inspected(office)
        .take('lin', 'order-correction', inspection.correction({ 'review-on': '2026-06-10' })),
  },
  'inspection/add-evidence/evidence-given': {
    says: '至少一份证据',
    run: (office) => inspection.inspected(office).take('lin', 'add-evidence'),
  },
  ...Object.fromEntries(
    REVIEWS.flatMap((action): [string, Scenario][] => [
      [
        `inspection/${action}/two-qualified-officers`,
        {
          says: '还差一名',
          run: (office) => delivered(office).take('lin', action, reviewed(action, { 'review-officers': ['lin'] })),
        },
      ],
      [
        `inspection/${action}/result-delivered`,
        { says: '还没有告知', run: (office) => inspection.corrected(office).take('lin', action, reviewed(action)) },
      ],
    ]),
  ),
  'inspection/close/recusal-settled': {
    says: '回避申请还没有决定',
    run: (office) => {
      undecidedRecusal(inspection.inspected(office))
      done(tellClean(office))
      inspection.deliver(office)
      return office.take('lin', 'close')
    },
  },
  'inspection/close/inspection-papers-delivered': {
    says: '还没有全部送达',
    run: (office) => {
      done(inspection.inspected(office).take('lin', 'tell-clean', { case: { 'result-words': '没有发现问题' } }))
      return office.take('lin', 'close')
    },
  },
}

const tellClean = (office: LawOffice) => office.take('lin', 'tell-clean', { case: { 'result-words': '没有发现问题' } })

/** Somebody comes to look after the correction; what was bound before the first visit shows that one only. */
function lookedAgain(action: (typeof REVIEWS)[number]): RecordingScenario {
  return {
    act: (office) => {
      inspection.noticed(office)
      done(office.bind('lin', 'main', 'on-site-inspection'))
      done(office.take('lin', 'inspect', inspection.onSite(office)))
      inspection.orderCorrection(office)
      inspection.deliver(office)
      done(office.on('2026-06-18').take('lin', action, reviewed(action)))
      if (action === 'find-uncorrected') office.agreeAll('zheng')
      inspection.deliver(office)
      return 'main'
    },
    next: (office) => office.take('lin', 'close'),
  }
}

export const INSPECTION_RECORDINGS: Readonly<Record<string, RecordingScenario>> = {
  'inspection/inspect/on-site-inspection': {
    act: (office) => {
      inspection.inspected(office)
      return 'main'
    },
    next: tellClean,
  },
  'inspection/inquire/inquiry': {
    act: (office) => {
      done(inspection.writeDown(inspection.inspected(office), 'inquire'))
      return 'main'
    },
    next: tellClean,
  },
  'inspection/survey/on-site-inspection': {
    act: (office) => {
      inspection.noticed(office)
      done(office.bind('lin', 'main', 'on-site-inspection'))
      done(office.take('lin', 'inspect', inspection.onSite(office)))
      done(inspection.writeDown(office.at(`${office.today}T06:00:00.000Z`), 'survey'))
      return 'main'
    },
    next: tellClean,
  },
  'inspection/add-evidence/evidence-taking': {
    act: (office) => {
      done(inspection.inspected(office).take('lin', 'add-evidence', {}, [EVIDENCE]))
      return 'main'
    },
    next: tellClean,
  },
  'inspection/confirm-correction/on-site-inspection': lookedAgain('confirm-correction'),
  'inspection/find-uncorrected/on-site-inspection': lookedAgain('find-uncorrected'),
}
