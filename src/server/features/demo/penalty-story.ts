import { BEGAN, DAY, type DemoStep, type DemoStory, ENDED, HANDLERS } from './demo-story.ts'

export type Office = {
  readonly handlers: readonly [string, string]
  readonly unitHead: string
  readonly reviewer: string
  readonly head: string
}

export type PenaltyPlot = {
  readonly party: string
  readonly cause: string
  readonly place: string
  readonly found: string
  readonly fineYuan: string
  readonly tier: string
  readonly correction: string
  readonly needsReview: boolean
  readonly daysAgo: number
  /** How many of the steps have been taken so far; all when left out. */
  readonly steps?: number
}

/** An ordinary penalty in the order of the law, ending wherever the plot stops. */
export function penaltyStory(office: Office, plot: PenaltyPlot): DemoStory {
  const steps = [
    ...filing(office, plot),
    ...notice(office, plot),
    ...decision(office, plot),
    ...performance(office, plot),
  ]
  return {
    procedure: 'penalty-ordinary',
    name: `${plot.party}${plot.cause}案`,
    opener: office.handlers[0],
    handlers: office.handlers,
    party: plot.party,
    cause: plot.cause,
    daysAgo: plot.daysAgo,
    facts: { source: '行政检查', 'found-on': DAY, clue: plot.found, place: plot.place },
    steps: steps.slice(0, plot.steps ?? steps.length),
  }
}

function filing({ handlers: [handler], unitHead, head }: Office, plot: PenaltyPlot): readonly DemoStep[] {
  const on = (days: number, action: string) => ({ daysAgo: plot.daysAgo - days, by: handler, action })
  const inquiry = {
    officers: HANDLERS,
    'certificate-shown': true,
    'began-at': BEGAN,
    'ended-at': ENDED,
    'inquiry-place': '本局询问室',
    'inquired-person': '当事人的负责人',
    'inquiry-text': `问：${plot.found}，是否属实？\n答：属实。\n问：还有什么需要说明的？\n答：愿意改正。`,
  }
  const flags = ['is-complicated', 'is-major', 'is-complex', 'other-review-ground']
  const report = {
    ...Object.fromEntries(flags.map((flag) => [flag, false])),
    'public-interest': plot.needsReview,
    'facts-found': `${plot.found}，有询问笔录和现场照片在卷（证据 1）。`,
    proposal: '给予行政处罚',
    'proposal-reason': '事实清楚，证据充分，应当依法处罚。',
  }
  return [
    {
      ...on(1, 'file'),
      case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违法，应当依法查处。' },
      violation: { 'act-ended-on': DAY },
      agree: [unitHead, head],
    },
    { ...on(3, 'inquire'), case: inquiry },
    { ...on(3, 'add-evidence'), evidence: [{ kind: '书证', title: '现场照片说明', source: '现场检查时拍摄' }] },
    { ...on(6, 'report'), case: report, agree: [unitHead] },
  ]
}

function notice({ handlers: [handler], unitHead, head }: Office, plot: PenaltyPlot): readonly DemoStep[] {
  const on = (days: number, action: string) => ({ daysAgo: plot.daysAgo - days, by: handler, action })
  const waiver = { 'waives-statement': true, 'waives-hearing': true, 'waiver-medium': '书面' }
  return [
    {
      ...on(8, 'issue-notice'),
      violation: { fine: plot.fineYuan, tier: plot.tier },
      agree: [unitHead, head],
    },
    deliver(handler, plot.daysAgo - 9),
    { ...on(10, 'hear-party'), party: waiver },
    { ...on(11, 'reconsider'), party: { heard: '当事人书面放弃陈述、申辩。' }, agree: [unitHead] },
  ]
}

function decision({ handlers: [handler], reviewer, head }: Office, plot: PenaltyPlot): readonly DemoStep[] {
  const on = (days: number, action: string) => ({ daysAgo: plot.daysAgo - days, by: handler, action })
  const points = ['subject', 'procedure', 'facts', 'law', 'power', 'documents', 'crime']
  const opinion = Object.fromEntries(
    points.flatMap((point) => [
      [`${point}-verdict`, '没有问题'],
      [`${point}-reason`, '经核对卷宗，符合规定。'],
    ]),
  )
  const review: readonly DemoStep[] = [
    on(13, 'submit-review'),
    { ...on(14, 'pass'), by: reviewer, case: { ...opinion, overall: '同意拟作的决定。' } },
  ]
  return [
    {
      ...on(12, 'draft'),
      case: { 'decision-reasons': `${plot.tier}。`, correction: plot.correction },
    },
    ...(plot.needsReview ? review : []),
    on(15, 'go-to-decision'),
    { ...on(15, 'decide'), agree: [head] },
    deliver(handler, plot.daysAgo - 16),
  ]
}

function performance({ handlers: [handler], unitHead, head }: Office, plot: PenaltyPlot): readonly DemoStep[] {
  const on = (days: number, action: string) => ({ daysAgo: plot.daysAgo - days, by: handler, action })
  const paid = { paid: plot.fineYuan, 'paid-on': DAY, 'receipt-number': 'DEMO-0001', 'is-performed': true }
  return [
    on(17, 'begin-performance'),
    { ...on(20, 'record-performance'), party: paid },
    { ...on(21, 'close'), case: { 'closure-note': '处罚决定已经履行完毕。' }, agree: [unitHead, head] },
    { ...on(22, 'make-dossier'), case: { retention: '30年' } },
  ]
}

export function deliver(by: string, daysAgo: number): DemoStep {
  const facts = {
    method: '直接送达',
    'received-on': DAY,
    'received-by': '当事人的负责人',
    'delivery-place': '当事人住所',
    'delivered-by': HANDLERS,
  }
  return { daysAgo, by, action: 'deliver', case: facts }
}
