import { plainDate } from '#domain/calendar/plain-date.ts'
import { withinRange } from '#domain/case/gates/decision.ts'
import { reviewerLeftOut } from '#domain/case/gates/handlers.ts'
import { noReviewOpen, revisionReviewed } from '#domain/case/gates/review.ts'
import {
  changeDrafted,
  clericalOnly,
  revisionDelivered,
  revisionDrafted,
  revocationDrafted,
  sanctionLeft,
  withdrawnByToday,
} from '#domain/case/gates/revision.ts'
import { procedureOf, type Role } from '#domain/procedure/definition.ts'
import { HANDLER_FACTS, handlerChanges } from './handlers.ts'
import { PENALTY_FACTS } from './penalty-facts.ts'
import { dossierStages, PERFORMANCE_FACTS, performanceClocks } from './performance.ts'

const LAW = '《行政处罚法》第七十五条第二款'
const HEADS: readonly Role[] = ['unit-head', 'agency-head']
/** Decisions to spare a party are decisions too, and may be as wrong. */
const DECIDED = [
  'penalty',
  'no-penalty-first',
  'no-penalty-minor',
  'no-penalty-no-fault',
  'no-penalty-mental',
  'no-penalty-under-fourteen',
  'no-penalty-not-established',
]

const text = (title: string, help?: string) =>
  ({ title, kind: 'long-text', per: 'case', disclosure: 'officials', ...(help === undefined ? {} : { help }) }) as const

/** What the public reads of a changed decision: as it is written, without the people in it. */
const told = (title: string, help?: string) => ({ ...text(title, help), disclosure: 'redacted' }) as const

const { 'value-base': valueBase, tier, mitigation, 'mitigation-reason': mitigationReason } = PENALTY_FACTS
const { warning, criticism, fine, gains, goods, 'other-sanction': otherSanction } = PENALTY_FACTS

/** The decision as it is from now on, for each act; amounts that stay the same are written again. */
const SANCTIONS = ['warning', 'criticism', 'fine', 'gains', 'goods', 'other-sanction'] as const
const DISCRETION = ['value-base', 'tier', 'mitigation', 'mitigation-reason'] as const

const HANDLING = handlerChanges({
  basis: '《行政处罚法》第四十二条',
  gates: [reviewerLeftOut('《行政处罚法》第五十八条')],
  paper: 'matter-approval',
})

/**
 * 处罚决定的补正、变更、撤销: a case of its own that comes from the decided one, so that a closed or sealed case stays as it is.
 * What was published is withdrawn by the act itself, with the reasons in public; elsewhere within three working days (处罚法第四十八条第二款).
 * The changed decision is published in its place as any decision is; what was revoked has nothing in its place.
 */
export const penaltyRevision = procedureOf({
  code: 'penalty-revision',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '处罚决定的补正、变更、撤销',
  basis: LAW,
  start: 'weighing',
  opening: {
    kind: '行政处罚',
    purpose: '已经作出的处罚决定有错误的，更正、变更或者撤销',
    from: [
      { procedure: 'penalty-ordinary', outcomes: DECIDED },
      { procedure: 'penalty-summary', outcomes: ['penalty'] },
      { procedure: 'admin-review', outcomes: ['altered', 'self-corrected'] },
      { procedure: 'litigation', outcomes: ['overturned'] },
    ],
    needsOrigin: true,
    by: 'handler',
    partyTitle: '当事人',
    violations: true,
    asks: ['original-number', 'revision-cause', 'error'],
    starts: [],
  },
  alters: ({ run }) => {
    const act = run.taken.findLast(({ action }) => action === 'change' || action === 'revoke')
    return act && { how: act.action === 'change' ? 'changed' : 'revoked', on: act.on }
  },
  draft: ['change-reason', 'change-words', ...SANCTIONS, ...DISCRETION, 'heard-words', 'revocation-reason', 'refund'],
  disclosure: { documents: ['decision-change'], clock: 'publication' },
  facts: {
    ...HANDLER_FACTS,
    'original-number': { title: '原文号', kind: 'text', per: 'case', disclosure: 'public', help: '原决定书的文号' },
    'revision-cause': {
      title: '起因',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: ['本机关自行发现', '当事人申诉或者检举', '行政复议决定', '人民法院裁判', '上级机关或者监督机关纠正'],
    },
    error: text('发现的错误', '写明错在哪里；来自复议、诉讼的，写明文书和文号'),
    'is-clerical': {
      title: '只是文字、计算的笔误，不改变当事人、事实、依据和处罚内容',
      kind: 'yes-no',
      per: 'case',
      disclosure: 'officials',
    },
    'correction-reason': text('补正理由'),
    'correction-words': text('补正内容', '原文怎样，补正为怎样'),
    'change-reason': told('变更理由'),
    'change-words': told('变更内容', '原来怎样，变更为怎样；这一段和变更理由会公示，不写无关的个人信息'),
    warning: { ...warning, title: '变更后：警告' },
    criticism: { ...criticism, title: '变更后：通报批评' },
    fine: { ...fine, title: '变更后：罚款', help: '写变更以后的全部内容，没有变的也写' },
    gains: { ...gains, title: '变更后：没收违法所得' },
    goods: { ...goods, title: '变更后：没收的财物' },
    'other-sanction': { ...otherSanction, title: '变更后：其他处罚内容' },
    'value-base': valueBase,
    tier,
    mitigation,
    'mitigation-reason': mitigationReason,
    'heard-words': text('听取当事人意见的情况', '复议、裁判已经确定内容的，写明不再另行听取'),
    'revocation-reason': text('撤销理由'),
    refund: text('款物的退还和处罚的恢复', '已缴的罚款、没收的财物怎样退还；没有的写“没有”'),
    'public-reason': text('公开说明的理由', '撤下公示时给公众看的话，不写个人信息'),
    'withdrawn-on': {
      title: '其他地方的公示撤下的日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      help: '本系统的门户在变更、撤销生效时已经撤下；信用网站、其他网站公示过的，撤下以后填日期，没有的填今天',
    },
    'drop-reason': text('不需要改正的理由'),
    'closure-note': PERFORMANCE_FACTS['closure-note'],
    retention: PERFORMANCE_FACTS.retention,
  },
  clocks: {
    withdrawal: {
      title: '撤下公示并说明理由',
      term: { parameter: 'disclosure.withdrawal-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第四十八条第二款',
    },
    publication: {
      title: '公示变更后的决定',
      per: 'party',
      term: { parameter: 'disclosure.penalty-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第四十八条第一款',
    },
    delivery: {
      title: '送达变更后的决定书',
      per: 'party',
      term: { parameter: 'delivery.term' },
      rolls: true,
      metByDelivery: 'decision-change',
      missed: 'warning',
      basis: '《行政处罚法》第六十一条',
    },
    archive: performanceClocks('decision-change').archive,
  },
  stages: {
    weighing: {
      title: '审查',
      actions: {
        correct: {
          title: '报请补正笔误',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['is-clerical', 'correction-reason', 'correction-words'],
          gates: [clericalOnly],
          issues: ['decision-correction'],
          opens: 'delivery',
          outcome: 'corrected',
          to: 'delivery',
          basis: LAW,
        },
        'draft-change': {
          title: '拟写变更的内容',
          by: 'handler',
          asks: ['change-reason', 'change-words', ...SANCTIONS, ...DISCRETION, 'heard-words'],
          gates: [noReviewOpen, sanctionLeft, withinRange('fine')],
          basis: LAW,
        },
        'draft-revocation': {
          title: '拟写撤销的理由',
          by: 'handler',
          asks: ['revocation-reason', 'refund'],
          gates: [noReviewOpen],
          basis: LAW,
        },
        'submit-review': {
          title: '提交法制审核',
          by: 'handler',
          gates: [revisionDrafted, noReviewOpen],
          issues: ['review-submission'],
          opens: 'legal-review',
          basis: '《行政处罚法》第五十八条',
        },
        change: {
          title: '报请变更决定',
          by: 'handler',
          approval: HEADS,
          asks: ['public-reason'],
          gates: [changeDrafted, revisionReviewed],
          issues: ['decision-change'],
          withdraws: { ground: 'changed', reason: 'public-reason' },
          opens: 'delivery',
          starts: ['withdrawal', 'publication', 'delivery'],
          outcome: 'changed',
          to: 'withdrawing',
          basis: LAW,
        },
        revoke: {
          title: '报请撤销决定',
          by: 'handler',
          approval: HEADS,
          asks: ['public-reason'],
          gates: [revocationDrafted, revisionReviewed],
          issues: ['decision-revocation'],
          withdraws: { ground: 'revoked', reason: 'public-reason' },
          opens: 'delivery',
          starts: ['withdrawal'],
          outcome: 'revoked',
          to: 'withdrawing',
          basis: LAW,
        },
        drop: {
          title: '不需要改正',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['drop-reason'],
          to: 'dropped',
          basis: LAW,
        },
        ...HANDLING,
      },
    },
    withdrawing: {
      title: '撤下其他地方的公示',
      actions: {
        'record-withdrawal': {
          title: '登记其他地方的公示已经撤下',
          by: 'handler',
          asks: ['withdrawn-on'],
          gates: [withdrawnByToday],
          meets: ['withdrawal'],
          to: 'delivery',
          basis: '《行政处罚法》第四十八条第二款',
        },
        ...HANDLING,
      },
    },
    delivery: {
      title: '送达',
      actions: {
        finish: {
          title: '已经送达，报请结案',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['closure-note'],
          gates: [revisionDelivered],
          starts: ['archive'],
          to: 'archive',
          basis: '《行政处罚法》第四十七条',
        },
        ...HANDLING,
      },
    },
    dropped: { title: '没有改正', ends: 'dropped', actions: {} },
    ...dossierStages(HANDLING),
  },
})
