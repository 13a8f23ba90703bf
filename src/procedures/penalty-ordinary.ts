import { plainDate } from '#domain/calendar/plain-date.ts'
import { thingsAccountedFor } from '#domain/case/gates/custody.ts'
import {
  confiscationFounded,
  DISPOSAL,
  disposalFits,
  takenInTerm,
  thingsDecided,
} from '#domain/case/gates/custody-decision.ts'
import {
  correctionOrdered,
  draftWritten,
  everyPartyUnderFourteen,
  finalSanctionNamed,
  nobodyUnderFourteen,
  nothingBeyondNotice,
  panelDecided,
  withinRange,
} from '#domain/case/gates/decision.ts'
import { addressForConsent } from '#domain/case/gates/delivery.ts'
import {
  agencyQualified,
  datesInOrder,
  foundByToday,
  hasJurisdiction,
  pastLimitation,
  withinLimitation,
} from '#domain/case/gates/filing.ts'
import { firstOffence } from '#domain/case/gates/first-offence.ts'
import {
  noDecisionDue,
  recusalSettled,
  suspensionAllowed,
  terminationAllowed,
  testsSettled,
} from '#domain/case/gates/halting.ts'
import { hearingRefusalGrounded, hearingRefused } from '#domain/case/gates/hearing-refusal.ts'
import {
  certificateShown,
  evidenceCollected,
  evidenceGiven,
  recordMade,
  timesInOrder,
} from '#domain/case/gates/investigation.ts'
import { jurisdictionSettled, noDisputeOpen, receiverCompetent } from '#domain/case/gates/jurisdiction.ts'
import { nothingFrozen } from '#domain/case/gates/measure-case.ts'
import {
  awaitsStatement,
  goodsValued,
  hearingIsRight,
  hearingRequested,
  hearingSettled,
  lateActsSpared,
  mayAskForHearing,
  noticeDelivered,
  noticeHeard,
  sanctionNamed,
  waiverRecorded,
} from '#domain/case/gates/notice.ts'
import { noPanelOpen, panelQuorum } from '#domain/case/gates/panel.ts'
import { handlersQualified, twoQualified } from '#domain/case/gates/people.ts'
import { documentDelivered, performed } from '#domain/case/gates/performance.ts'
import {
  decisionsDelivered,
  nobodyPenalised,
  noPenaltyInMind,
  noPenaltyProposed,
  nothingDecided,
  onlyMoreLenient,
  penalised,
  penaltyProposed,
  somethingDecided,
  undecided,
} from '#domain/case/gates/results.ts'
import { noReviewOpen, reviewPassed } from '#domain/case/gates/review.ts'
import { transferConvicted, transferOver, transferReturned } from '#domain/case/gates/transfer.ts'
import { payableFen } from '#domain/case/surcharge.ts'
import {
  type Basis,
  type Concern,
  type Condition,
  type Gate,
  procedureOf,
  type Role,
} from '#domain/procedure/definition.ts'
import { transferDecided } from './crime-afterwards.ts'
import { PENALTY_HANDLING } from './handlers.ts'
import { FILED_REPLY_CLOCK, INFORMANT_FACTS, REPLY_FACTS, replyInformant } from './informant.ts'
import { MERGING_FACTS, mergeInto, SPLITTING_FACTS, splitOff } from './merging.ts'
import { REVERSAL_FACTS, REVERSAL_ON_PAPER } from './payment-reversal.ts'
import { PENALTY_FACTS, PROPOSALS } from './penalty-facts.ts'
import {
  closeAfterPerformance,
  dossierStages,
  PERFORMANCE_ACTIONS,
  PERFORMANCE_FACTS,
  performanceClocks,
} from './performance.ts'

const HEADS: readonly Role[] = ['unit-head', 'agency-head']
const PROPOSING = ['proposal', 'proposal-reason', 'own-proposal', 'own-proposal-reason'] as const

/** Who has let both terms go by has said what he wanted to say (处罚法第四十五条、第六十四条第一项). */
const GOES_ON = { may: 'reconsider', together: true } as const

/** Somebody was heard by word of mouth, which is written down for them to sign. */
const spokeUp: Condition = ({ state, run }) =>
  state.parties.some(({ id }) => run.facts.party[id]?.['statement-way'] === '口头')

/** What is in custody is decided upon with the case, by the paper of the decision. */
const DISPOSING: readonly Gate[] = [thingsDecided, confiscationFounded, takenInTerm]

const inquire = {
  title: '制作询问笔录',
  by: 'handler',
  asks: [
    'officers',
    'certificate-shown',
    'began-at',
    'ended-at',
    'inquiry-place',
    'inquired-person',
    'inquired-people',
    'recorder',
    'inquiry-text',
  ],
  gates: [twoQualified('officers'), certificateShown, timesInOrder],
  records: [{ scene: 'inquiry', duty: 'as-needed' }],
  issues: ['inquiry-record'],
  basis: '《行政处罚法》第五十五条',
} as const

const inspectScene = {
  title: '制作现场笔录',
  by: 'handler',
  asks: [
    'officers',
    'certificate-shown',
    'began-at',
    'ended-at',
    'scene-place',
    'scene-weather',
    'scene-lead',
    'scene-lead-post',
    'scene-lead-phone',
    'scene-text',
    'scene-witness',
    'recorder',
  ],
  gates: [twoQualified('officers'), certificateShown, timesInOrder],
  records: [{ scene: 'on-site-inspection', duty: 'as-needed' }],
  issues: ['scene-record'],
  basis: '《行政处罚法》第五十五条第二款',
} as const

const addEvidence = {
  title: '添加证据',
  by: 'handler',
  adds: 'evidence',
  gates: [evidenceGiven],
  records: [{ scene: 'evidence-taking', duty: 'as-needed' }],
  basis: '《行政处罚法》第四十六条',
} as const

/** The ninety days are stopped, go on and are lengthened wherever they run: a public notice is served after the investigation, too. */
const CLOCK = {
  'stop-clock': {
    title: '扣除办案期限',
    by: 'handler',
    approval: ['agency-head'],
    asks: ['suspension-ground', 'suspension-reason'],
    issues: ['matter-approval'],
    suspends: ['decision'],
    basis: '《行政处罚法》第六十条',
  },
  'resume-clock': {
    title: '恢复办案期限',
    by: 'handler',
    resumes: ['decision'],
    basis: '《行政处罚法》第六十条',
  },
  'extend-clock': {
    title: '延长办案期限',
    by: 'handler',
    approval: HEADS,
    asks: ['extension-reason'],
    issues: ['extension-approval'],
    extends: ['decision'],
    basis: '《行政处罚法》第六十条',
  },
  'extend-again': {
    title: '集体讨论决定继续延长',
    by: 'handler',
    approval: ['agency-head'],
    asks: ['extension-reason', 'extension-days', 'discussed-on', 'attendees', 'extension-opinions'],
    gates: [panelQuorum],
    issues: ['extension-approval'],
    extendsAgain: ['decision'],
    basis: '《行政处罚法》第五十七条第二款、第六十条',
  },
} as const

/** A case that was opened without a clue is looked into for as long as a clue may be. */
const extendFiling = {
  title: '报请延长立案核查期限',
  by: 'handler',
  approval: ['agency-head'],
  asks: ['extension-reason'],
  issues: ['extension-approval'],
  extends: ['filing'],
  basis: '《行政处罚法》第五十四条第二款',
} as const

const confirmDelivery = {
  title: '记录送达地址和电子送达确认书',
  by: ['handler', 'clerk'],
  asks: ['delivery-address', 'delivery-recipient', 'delivery-phone', 'consents-electronic', 'electronic-address'],
  gates: [addressForConsent],
  issues: ['delivery-address'],
  basis: '《行政处罚法》第六十一条第二款',
} as const

const openRecusal = {
  title: '回避申请',
  by: ['handler', 'clerk', 'unit-head', 'reviewer', 'host', 'agency-head'],
  opens: 'recusal',
  basis: '《行政处罚法》第四十三条',
} as const

const openDispute = {
  title: '管辖有争议',
  by: 'handler',
  gates: [nothingDecided, noDisputeOpen],
  opens: 'jurisdiction',
  basis: '《行政处罚法》第二十五条第二款',
} as const

/** What was filed here and belongs to another agency goes there with everything; the case ends. */
const refer = {
  title: '报请移送其他机关',
  by: 'handler',
  approval: HEADS,
  asks: ['receiver', 'refer-reason'],
  gates: [nothingDecided, noDisputeOpen, receiverCompetent, thingsAccountedFor, nothingFrozen],
  issues: ['referral-approval', 'referral-letter'],
  closes: ['decision'],
  to: 'referred',
  basis: '《行政处罚法》第二十二条、第二十三条、第二十五条',
} as const

const suspendCase = {
  title: '报请中止调查',
  by: 'handler',
  approval: HEADS,
  asks: ['halt-ground', 'halt-reason'],
  gates: [suspensionAllowed],
  issues: ['suspension-decision'],
  opens: ['suspension', 'delivery'],
  basis: '《行政处罚法》第六十条',
} as const

const terminate = {
  title: '报请终止调查',
  by: 'handler',
  approval: HEADS,
  asks: ['termination-ground', 'termination-reason'],
  gates: [nothingDecided, terminationAllowed, noDecisionDue, thingsAccountedFor, nothingFrozen],
  issues: ['termination-decision'],
  opens: 'delivery',
  meets: ['decision'],
  outcome: 'terminated',
  to: 'delivery-termination',
  basis: '《行政处罚法》第六十条',
} as const

const proposeTransfer = {
  title: '涉嫌犯罪，报请移送公安机关',
  by: 'handler',
  asks: ['crime-reason'],
  gates: [nothingDecided],
  opens: 'transfer',
  to: 'transferred',
  basis: '《行政处罚法》第二十七条',
} as const

const transferAfterwards = transferDecided(somethingDecided)

const measures = {
  'open-preservation': {
    title: '先行登记保存证据',
    by: 'handler',
    opens: 'preservation',
    basis: '《行政处罚法》第五十六条',
  },
  'open-sampling': { title: '抽样取证', by: 'handler', opens: 'sampling', basis: '《行政处罚法》第五十六条' },
  'open-expert-test': {
    title: '检测、检验、检疫、鉴定',
    by: 'handler',
    opens: 'expert-test',
    basis: '《行政处罚法》第四十六条第二款',
  },
  'open-seizure': { title: '查封、扣押', by: 'handler', opens: 'seizure', basis: '《行政强制法》第二十二条' },
  'open-freeze': { title: '冻结存款、汇款', by: 'handler', opens: 'freeze', basis: '《行政强制法》第二十九条第一款' },
} as const

const DOSSIER = dossierStages(PENALTY_HANDLING)
/** A measure that had only been approved when the case was closed may have been taken since. */
const makeDossier = { ...DOSSIER.archive.actions['make-dossier'], gates: [thingsAccountedFor] } as const

const beginPerformance = {
  title: '送达完毕，转入执行',
  by: 'handler',
  concerns: penalised,
  gates: [decisionsDelivered],
  to: 'performance',
  basis: '《行政处罚法》第六十一条、第六十六条',
} as const

/** What was decided is performed by those who were penalised, and by nobody else. */
function concerning<A extends object>(concerns: Concern, actions: A) {
  const entries = Object.entries(actions).map(([name, action]) => [name, { ...action, concerns }])
  return Object.fromEntries(entries) as { readonly [K in keyof A]: A[K] & { readonly concerns: Concern } }
}

/** Each way of no penalty is a decision of its own, on its own ground, and another end. */
function withoutPenalty<const O extends string>(
  proposal: string,
  outcome: O,
  title: string,
  basis: Basis,
  gates: readonly Gate[] = [],
  asks: readonly 'leniency-basis'[] = [],
) {
  return {
    title,
    by: 'handler',
    approval: HEADS,
    concerns: noPenaltyProposed(proposal),
    asks: ['education', ...asks],
    gates: [draftWritten, reviewPassed, panelDecided, recusalSettled, ...DISPOSING, ...gates],
    things: { fact: DISPOSAL, does: 'decide', paper: 'no-penalty-decision' },
    issues: ['no-penalty-decision'],
    opens: 'delivery',
    meets: ['decision'],
    starts: ['delivery-no-penalty'],
    outcome,
    to: 'delivery-no-penalty',
    basis,
  } as const
}

/** 行政处罚普通程序, from the clue to the dossier. */
export const penaltyOrdinary = procedureOf({
  code: 'penalty-ordinary',
  version: '2021-07-15',
  validFrom: plainDate('2021-07-15'),
  title: '行政处罚（普通程序）',
  basis: '《行政处罚法》第五十四条',
  start: 'clue',
  numberedBy: 'filing-approval',
  opening: {
    // Another act that shows itself is filed apart; what is not simple enough for the scene goes on here.
    from: [
      'clue',
      { procedure: 'penalty-ordinary' },
      { procedure: 'penalty-summary', outcomes: ['turned-to-ordinary'] },
      { procedure: 'inspection', outcomes: ['case', 'not-corrected'] },
      { procedure: 'measure-case' },
      { procedure: 'non-site', outcomes: ['to-penalty'], takes: { clue: 'act' } },
    ],
    continues: { filing: 'check' },
    kind: '行政处罚',
    purpose: '立案调查，经告知、审核后决定；多数处罚案件用这个程序',
    by: 'handler',
    partyTitle: '当事人',
    violations: true,
    asks: ['source', 'found-on', 'clue', 'place', 'informant', 'contact', 'wants-reply'],
    gates: [foundByToday],
    starts: ['filing'],
  },
  draft: [
    'facts-found',
    'proposal',
    'own-proposal',
    'decision-reasons',
    'correction',
    'correction-done',
    'value-base',
    'tier',
    'mitigation',
    'mitigation-reason',
    'warning',
    'criticism',
    'fine',
    'gains',
    'goods',
    'goods-value',
    'is-heavy',
    'other-sanction',
    'final-fine',
    'final-gains',
    DISPOSAL,
  ],
  results: {
    'criminal-liability': '已追究刑事责任',
    penalty: '给予行政处罚',
    'no-penalty-first': '不予处罚（初次违法）',
    'no-penalty-minor': '不予处罚（轻微并及时改正）',
    'no-penalty-no-fault': '不予处罚（没有主观过错）',
    'no-penalty-mental': '不予处罚（不能辨认或者控制自己行为）',
    'no-penalty-under-fourteen': '不予处罚（不满十四周岁）',
    'no-penalty-not-established': '不予处罚（违法事实不能成立）',
  },
  disclosure: { documents: ['penalty-decision'], clock: 'publication' },
  facts: {
    ...PENALTY_FACTS,
    ...INFORMANT_FACTS,
    ...REPLY_FACTS,
    ...PERFORMANCE_FACTS,
    ...REVERSAL_FACTS,
    ...MERGING_FACTS,
    ...SPLITTING_FACTS,
  },
  clocks: {
    filing: {
      title: '立案',
      term: { parameter: 'filing.term' },
      rolls: true,
      extension: { by: { parameter: 'filing.extension' } },
      missed: 'warning',
      basis: '《行政处罚法》第五十四条第二款',
    },
    decision: {
      title: '作出决定',
      term: { parameter: 'decision.term' },
      rolls: true,
      deductible: {
        parameter: 'decision.deductible-grounds',
        besides: [{ ground: 'transfer', parameter: 'decision.transfer-not-counted', at: 'transferred' }],
      },
      extension: {
        allowed: 'decision.extension-allowed',
        by: { parameter: 'decision.extension-length' },
        again: { allowed: 'decision.second-extension-allowed', by: { fact: 'extension-days', unit: 'day' } },
      },
      missed: 'warning',
      basis: '《行政处罚法》第六十条',
    },
    reply: FILED_REPLY_CLOCK,
    statement: {
      title: '陈述、申辩',
      binds: 'party',
      afterwards: { ...GOES_ON, onlyIf: awaitsStatement },
      term: { parameter: 'penalty.statement-term' },
      rolls: true,
      fromDelivery: 'penalty-notice',
      missed: 'warning',
      basis: '《行政处罚法》第四十四条、第四十五条',
    },
    'hearing-request': {
      title: '要求听证',
      binds: 'party',
      afterwards: { ...GOES_ON, onlyIf: mayAskForHearing },
      term: { parameter: 'hearing.request-term' },
      rolls: true,
      fromDelivery: 'penalty-notice',
      metOn: 'hearing-asked-on',
      missed: 'refuses',
      basis: '《行政处罚法》第六十四条第一项',
    },
    delivery: {
      title: '送达决定书',
      per: 'party',
      term: { parameter: 'delivery.term' },
      rolls: true,
      metByDelivery: 'penalty-decision',
      missed: 'warning',
      basis: '《行政处罚法》第六十一条',
    },
    'delivery-no-penalty': {
      title: '送达不予处罚决定书',
      per: 'party',
      term: { parameter: 'delivery.term' },
      rolls: true,
      metByDelivery: 'no-penalty-decision',
      missed: 'warning',
      basis: '《行政处罚法》第六十一条',
    },
    ...performanceClocks('penalty-decision'),
    publication: {
      title: '公示决定',
      per: 'party',
      term: { parameter: 'disclosure.penalty-term' },
      rolls: true,
      missed: 'warning',
      basis: '《行政处罚法》第四十八条第一款',
    },
  },
  stages: {
    clue: {
      title: '线索',
      actions: {
        file: {
          title: '报请立案',
          by: 'handler',
          approval: HEADS,
          asks: ['in-jurisdiction', 'act-ended-on', 'endangers-life-or-finance', 'filing-reason'],
          gates: [agencyQualified, handlersQualified, hasJurisdiction, datesInOrder, withinLimitation],
          issues: ['filing-approval'],
          meets: ['filing'],
          starts: ['decision', 'reply'],
          to: 'investigation',
          basis: '《行政处罚法》第五十四条',
        },
        'refuse-filing': {
          title: '报请不予立案',
          by: 'handler',
          approval: HEADS,
          asks: ['no-filing-reason'],
          issues: ['filing-refusal'],
          meets: ['filing'],
          to: 'not-filed',
          basis: '《行政处罚法》第五十四条第二款',
        },
        'extend-filing': extendFiling,
        'end-out-of-time': {
          title: '超过追责时效，不再处罚',
          by: 'handler',
          approval: HEADS,
          asks: ['act-ended-on', 'endangers-life-or-finance', 'no-filing-reason'],
          gates: [pastLimitation],
          issues: ['filing-refusal'],
          meets: ['filing'],
          to: 'out-of-time',
          basis: '《行政处罚法》第三十六条',
        },
        'confirm-delivery': confirmDelivery,
        'open-recusal': openRecusal,
        'suspend-case': suspendCase,
        ...PENALTY_HANDLING,
      },
    },
    investigation: {
      title: '调查取证',
      actions: {
        inquire,
        'inspect-scene': inspectScene,
        'add-evidence': addEvidence,
        ...measures,
        report: {
          title: '报送调查终结报告',
          by: 'handler',
          approval: ['unit-head'],
          concerns: undecided,
          asks: [
            'facts-found',
            'is-complicated',
            'is-major',
            'public-interest',
            'is-complex',
            'other-review-ground',
            'proposal',
            'proposal-reason',
            'own-proposal',
            'own-proposal-reason',
          ],
          gates: [handlersQualified, recordMade, evidenceCollected, testsSettled, jurisdictionSettled],
          issues: ['investigation-report', 'evidence-list'],
          to: 'notice',
          basis: '《行政处罚法》第五十七条第一款',
        },
        'propose-transfer': proposeTransfer,
        'merge-into': mergeInto,
        'split-off': splitOff,
        'open-dispute': openDispute,
        refer,
        'withdraw-filing': {
          title: '报请撤销立案',
          by: 'handler',
          approval: HEADS,
          asks: ['withdrawal-reason'],
          gates: [nothingDecided, thingsAccountedFor, nothingFrozen],
          issues: ['filing-withdrawal'],
          to: 'filing-withdrawn',
          basis: '《行政处罚法》第五十四条第二款',
        },
        ...CLOCK,
        'confirm-delivery': confirmDelivery,
        'open-recusal': openRecusal,
        'suspend-case': suspendCase,
        terminate,
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    notice: {
      title: '告知',
      actions: {
        'issue-notice': {
          title: '发出告知书',
          by: 'handler',
          approval: HEADS,
          concerns: penaltyProposed,
          asks: [
            'facts-found',
            'value-base',
            'tier',
            'mitigation',
            'mitigation-reason',
            'warning',
            'criticism',
            'fine',
            'gains',
            'goods',
            'goods-value',
            'is-heavy',
            'other-sanction',
          ],
          gates: [
            handlersQualified,
            jurisdictionSettled,
            nobodyUnderFourteen,
            sanctionNamed,
            goodsValued,
            lateActsSpared,
            withinRange('fine'),
          ],
          issues: ['penalty-notice'],
          opens: 'delivery',
          clears: [
            'statement',
            'statement-way',
            'statement-at',
            'statement-place',
            'waives-statement',
            'waives-hearing',
            'waiver-medium',
            'hearing-request',
            'hearing-asked-on',
            'refused-hearing-asked-on',
            'hearing-refusal-ground',
            'hearing-refusal-reason',
            'heard',
            'final-fine',
            'final-gains',
            DISPOSAL,
          ],
          to: 'statement',
          basis: '《行政处罚法》第四十四条',
        },
        'go-without-notice': {
          title: '拟不予处罚，转拟稿',
          by: 'handler',
          gates: [noPenaltyInMind, jurisdictionSettled],
          to: 'drafting',
          basis: '《行政处罚法》第五十七条第一款',
        },
        'add-evidence': addEvidence,
        'investigate-further': {
          title: '补充调查',
          by: 'handler',
          to: 'investigation',
          basis: '《行政处罚法》第五十四条第一款',
        },
        'open-dispute': openDispute,
        refer,
        'propose-transfer': proposeTransfer,
        'confirm-delivery': confirmDelivery,
        'open-recusal': openRecusal,
        'suspend-case': suspendCase,
        'reply-informant': replyInformant,
        ...CLOCK,
        ...PENALTY_HANDLING,
      },
    },
    statement: {
      title: '陈述申辩、听证',
      actions: {
        'hear-party': {
          title: '记录陈述、申辩或者放弃',
          by: 'handler',
          concerns: penaltyProposed,
          asks: [
            'statement',
            'statement-way',
            'statement-at',
            'statement-place',
            'recorder',
            'waives-statement',
            'waives-hearing',
            'waiver-medium',
          ],
          gates: [noticeDelivered, waiverRecorded],
          issues: ['statement-record'],
          issuesIf: { 'statement-record': spokeUp },
          records: [{ scene: 'rights-waiver', duty: 'must', onlyIf: [{ fact: 'waiver-medium', is: '录音录像' }] }],
          basis: '《行政处罚法》第四十五条、第六十二条',
        },
        'hold-hearing': {
          title: '受理听证申请，组织听证',
          by: 'handler',
          concerns: penaltyProposed,
          asks: ['hearing-asked-on', 'hearing-request'],
          gates: [noticeDelivered, hearingIsRight, hearingRequested],
          meets: ['hearing-request'],
          opens: 'hearing',
          basis: '《行政处罚法》第六十三条、第六十四条',
        },
        'refuse-hearing': {
          title: '不予听证',
          by: 'handler',
          approval: ['agency-head'],
          concerns: penaltyProposed,
          asks: ['refused-hearing-asked-on', 'hearing-refusal-ground', 'hearing-refusal-reason'],
          gates: [hearingRefusalGrounded],
          issues: ['hearing-refusal'],
          issuesIf: { 'hearing-refusal': hearingRefused },
          opens: 'delivery',
          basis: '《行政处罚法》第六十三条第一款、第六十四条第一项',
        },
        reconsider: {
          title: '复核陈述、申辩和听证意见',
          by: 'handler',
          approval: ['unit-head'],
          concerns: penaltyProposed,
          asks: ['heard'],
          gates: [noticeHeard, hearingSettled],
          issues: ['reconsideration-opinion'],
          closes: ['statement', 'hearing-request'],
          to: 'drafting',
          basis: '《行政处罚法》第四十五条',
        },
        'notify-again': {
          title: '重新告知',
          by: 'handler',
          to: 'notice',
          basis: '《行政处罚法》第四十四条',
        },
        'investigate-further': {
          title: '补充调查',
          by: 'handler',
          to: 'investigation',
          basis: '《行政处罚法》第五十四条第一款',
        },
        // What the party brings is checked as well, and counts where it holds (第四十五条第一款).
        'add-evidence': addEvidence,
        'propose-transfer': proposeTransfer,
        'confirm-delivery': confirmDelivery,
        // Also of the host of the hearing (第六十四条第四项).
        'open-recusal': openRecusal,
        'suspend-case': suspendCase,
        'reply-informant': replyInformant,
        ...CLOCK,
        ...PENALTY_HANDLING,
      },
    },
    drafting: {
      title: '拟稿、法制审核',
      actions: {
        draft: {
          title: '拟决定稿',
          by: 'handler',
          concerns: undecided,
          asks: ['decision-reasons', 'correction', 'correction-done', DISPOSAL, 'final-fine', 'final-gains'],
          gates: [noReviewOpen, nothingBeyondNotice, withinRange('final-fine'), disposalFits, confiscationFounded],
          basis: '《行政处罚法》第五十九条',
        },
        'submit-review': {
          title: '提交法制审核',
          by: 'handler',
          gates: [draftWritten, noReviewOpen, thingsDecided],
          issues: ['review-submission'],
          opens: 'legal-review',
          basis: '《行政处罚法》第五十八条',
        },
        'go-to-decision': {
          title: '转入决定',
          by: 'handler',
          gates: [draftWritten, reviewPassed],
          to: 'decision',
          basis: '《行政处罚法》第五十七条',
        },
        'revise-proposal': {
          title: '改变处理意见',
          by: 'handler',
          approval: ['unit-head'],
          concerns: undecided,
          asks: PROPOSING,
          gates: [noReviewOpen],
          to: 'notice',
          basis: '《行政处罚法》第五十七条第一款',
        },
        'lighten-proposal': {
          title: '改为不予处罚',
          by: 'handler',
          approval: ['unit-head'],
          concerns: undecided,
          asks: PROPOSING,
          gates: [noReviewOpen, onlyMoreLenient],
          basis: '《行政处罚法》第四十五条、第五十七条第一款',
        },
        'notify-again': {
          title: '重新告知',
          by: 'handler',
          gates: [noReviewOpen],
          to: 'notice',
          basis: '《行政处罚法》第四十四条',
        },
        'propose-transfer': { ...proposeTransfer, gates: [nothingDecided, noReviewOpen] },
        ...CLOCK,
        'confirm-delivery': confirmDelivery,
        'open-recusal': openRecusal,
        'suspend-case': suspendCase,
        terminate,
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    decision: {
      title: '决定',
      actions: {
        'hold-panel': {
          title: '提请机关负责人集体讨论',
          by: 'handler',
          gates: [draftWritten, reviewPassed, noPanelOpen],
          opens: 'panel',
          basis: '《行政处罚法》第五十七条第二款',
        },
        decide: {
          title: '作出处罚决定',
          by: 'handler',
          approval: ['agency-head'],
          concerns: penaltyProposed,
          gates: [
            agencyQualified,
            handlersQualified,
            nobodyUnderFourteen,
            draftWritten,
            noticeHeard,
            hearingSettled,
            reviewPassed,
            panelDecided,
            recusalSettled,
            finalSanctionNamed,
            nothingBeyondNotice,
            withinRange('final-fine'),
            correctionOrdered,
            ...DISPOSING,
          ],
          things: { fact: DISPOSAL, does: 'decide', paper: 'penalty-decision' },
          issues: ['penalty-decision', 'decision-approval', 'payment-notice'],
          issuesIf: { 'payment-notice': (subject, party) => payableFen(subject, party) > 0 },
          opens: 'delivery',
          meets: ['decision'],
          starts: ['delivery', 'publication'],
          outcome: 'penalty',
          to: 'delivery',
          basis: '《行政处罚法》第五十七条第一款第一项、第五十九条',
        },
        'spare-under-fourteen': withoutPenalty(
          PROPOSALS.underFourteen,
          'no-penalty-under-fourteen',
          '不予处罚：不满十四周岁',
          '《行政处罚法》第三十条',
          [everyPartyUnderFourteen],
        ),
        'spare-mental': withoutPenalty(
          PROPOSALS.mental,
          'no-penalty-mental',
          '不予处罚：不能辨认或者控制自己行为',
          '《行政处罚法》第三十一条',
        ),
        'spare-minor': withoutPenalty(
          PROPOSALS.minor,
          'no-penalty-minor',
          '不予处罚：轻微并及时改正',
          '《行政处罚法》第三十三条第一款前段',
          [],
          ['leniency-basis'],
        ),
        'spare-first': withoutPenalty(
          PROPOSALS.first,
          'no-penalty-first',
          '可以不予处罚：初次违法',
          '《行政处罚法》第三十三条第一款后段',
          [firstOffence],
          ['leniency-basis'],
        ),
        'spare-no-fault': withoutPenalty(
          PROPOSALS.noFault,
          'no-penalty-no-fault',
          '不予处罚：没有主观过错',
          '《行政处罚法》第三十三条第二款',
        ),
        'spare-not-established': withoutPenalty(
          PROPOSALS.notEstablished,
          'no-penalty-not-established',
          '不予处罚：违法事实不能成立',
          '《行政处罚法》第五十七条第一款第三项',
        ),
        'back-to-draft': { title: '退回拟稿', by: 'handler', to: 'drafting', basis: '《行政处罚法》第五十七条' },
        'transfer-decided': transferAfterwards,
        'confirm-delivery': confirmDelivery,
        'open-recusal': openRecusal,
        ...CLOCK,
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    delivery: {
      title: '送达',
      actions: {
        'begin-performance': beginPerformance,
        'transfer-decided': transferAfterwards,
        'confirm-delivery': confirmDelivery,
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    performance: {
      title: '执行',
      actions: {
        ...concerning(penalised, PERFORMANCE_ACTIONS),
        ...REVERSAL_ON_PAPER,
        close: {
          ...closeAfterPerformance(HEADS, [performed, thingsAccountedFor, nothingFrozen, transferOver]),
          concerns: penalised,
        },
        'transfer-decided': transferAfterwards,
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    'delivery-no-penalty': {
      title: '送达不予处罚决定',
      actions: {
        'close-no-penalty': {
          title: '报请结案',
          by: 'handler',
          approval: HEADS,
          asks: ['closure-note'],
          gates: [nobodyPenalised, decisionsDelivered, thingsAccountedFor, nothingFrozen, transferOver],
          issues: ['closure-approval'],
          starts: ['archive'],
          to: 'archive',
          basis: '《行政处罚法》第四十七条',
        },
        // The last decision may have spared one party while another was penalised before.
        'begin-performance': beginPerformance,
        'transfer-decided': transferAfterwards,
        'confirm-delivery': confirmDelivery,
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    'delivery-termination': {
      title: '送达终止调查决定',
      actions: {
        'close-terminated': {
          title: '报请结案',
          by: 'handler',
          approval: HEADS,
          asks: ['closure-note'],
          gates: [documentDelivered('termination-decision', '终止调查决定书'), thingsAccountedFor],
          issues: ['closure-approval'],
          starts: ['archive'],
          to: 'archive',
          basis: '《行政处罚法》第四十七条',
        },
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    ...DOSSIER,
    archive: { ...DOSSIER.archive, actions: { ...DOSSIER.archive.actions, 'make-dossier': makeDossier } },
    transferred: {
      title: '已报请移送（等待）',
      actions: {
        'resume-after-transfer': {
          title: '恢复行政处理',
          by: 'handler',
          gates: [transferReturned],
          to: 'investigation',
          basis: '《行政执法机关移送涉嫌犯罪案件的规定》第十条、第十三条',
        },
        'close-after-conviction': {
          title: '已追究刑事责任，报请结案',
          by: 'handler',
          approval: HEADS,
          concerns: undecided,
          asks: ['closure-note'],
          gates: [transferConvicted, thingsAccountedFor, nothingFrozen],
          issues: ['closure-approval'],
          closes: ['decision'],
          starts: ['archive'],
          outcome: 'criminal-liability',
          to: 'archive',
          basis: '《行政处罚法》第二十七条、第三十五条',
        },
        'reply-informant': replyInformant,
        ...PENALTY_HANDLING,
      },
    },
    'not-filed': { title: '不予立案', ends: 'not-filed', actions: {} },
    merged: { title: '并入另一案件', ends: 'merged', actions: {} },
    'filing-withdrawn': { title: '撤销立案', ends: 'filing-withdrawn', actions: {} },
    referred: { title: '移送其他机关', ends: 'referred', actions: {} },
    'out-of-time': { title: '超过时效', ends: 'out-of-time', actions: {} },
  },
})
