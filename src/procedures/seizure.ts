import { plainDate } from '#domain/calendar/plain-date.ts'
import { decidedInTerm, measureTimesInOrder, nothingHeld, termStillRuns } from '#domain/case/gates/custody.ts'
import {
  identityShown,
  relatedOnly,
  rightsTold,
  twoOfficersSeize,
  witnessedIfAbsent,
} from '#domain/case/gates/measure.ts'
import { procedureOf, type Role } from '#domain/procedure/definition.ts'
import { SEIZURE_FACTS, TESTING } from './seizure-facts.ts'

const LAW = '《行政强制法》'
const HEADS: readonly Role[] = ['unit-head', 'agency-head']

/** The ten steps of 强制法第十八条 and what 第二十三条、第二十四条 add, told on the spot. */
const ON_THE_SPOT = {
  by: 'handler',
  gates: [twoOfficersSeize, identityShown, rightsTold, relatedOnly, witnessedIfAbsent, measureTimesInOrder],
  adds: 'evidence',
  records: [{ scene: 'seizure', duty: 'must' }],
  things: { fact: 'listed', does: 'list' },
  issues: ['seizure-decision', 'coercion-record', 'seizure-list'],
  opens: ['delivery', 'custody'],
} as const

const ASKED_ON_THE_SPOT = [
  'officers',
  'identity-shown',
  'party-present',
  'witness',
  'rights-told',
  'is-related',
  'statement',
  'began-at',
  'ended-at',
  'place',
  'scene',
  'signed',
  'listed',
] as const

/** 查封、扣押: approved before, done by two, listed in two copies, thirty days and once thirty more, and then decided or lifted. */
export const seizure = procedureOf({
  code: 'seizure',
  version: '2012-01-01',
  validFrom: plainDate('2012-01-01'),
  title: '查封、扣押',
  basis: `${LAW}第二十二条`,
  start: 'asked',
  facts: SEIZURE_FACTS,
  clocks: {
    'late-approval': {
      title: '补办批准手续（24 小时）',
      term: { length: 24, unit: 'hour' },
      fromInstant: 'began-at',
      rolls: false,
      missed: 'warning',
      basis: `${LAW}第十九条`,
    },
    term: {
      title: '查封、扣押期限',
      term: { parameter: 'seizure.term' },
      rolls: false,
      deductible: [TESTING],
      extension: { by: { parameter: 'seizure.extension-length' } },
      missed: 'warning',
      basis: `${LAW}第二十五条第一款`,
    },
  },
  stages: {
    asked: {
      title: '待批准',
      actions: {
        ask: {
          title: '报请查封、扣押',
          by: 'handler',
          approval: HEADS,
          asks: ['measure', 'reason', 'measure-basis'],
          issues: ['coercion-approval'],
          to: 'approved',
          basis: `${LAW}第十八条第一项`,
        },
        'seize-at-once': {
          title: '情况紧急，当场查封、扣押',
          ...ON_THE_SPOT,
          asks: ['measure', 'reason', 'measure-basis', 'urgency', ...ASKED_ON_THE_SPOT],
          starts: ['term', 'late-approval'],
          to: 'unapproved',
          basis: `${LAW}第十九条`,
        },
        drop: {
          title: '不采取措施',
          by: 'handler',
          asks: ['drop-reason'],
          to: 'dropped',
          basis: `${LAW}第十六条第二款`,
        },
      },
    },
    approved: {
      title: '已批准，待实施',
      actions: {
        seize: {
          title: '当场查封、扣押',
          ...ON_THE_SPOT,
          asks: ASKED_ON_THE_SPOT,
          starts: ['term'],
          to: 'held',
          basis: `${LAW}第十八条、第二十四条`,
        },
        drop: {
          title: '不采取措施',
          by: 'handler',
          asks: ['drop-reason'],
          to: 'dropped',
          basis: `${LAW}第十六条第二款`,
        },
      },
    },
    unapproved: {
      title: '待补办批准',
      actions: {
        'ask-late': {
          title: '报告并补办批准',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['urgency'],
          issues: ['coercion-approval'],
          meets: ['late-approval'],
          to: 'held',
          basis: `${LAW}第十九条`,
        },
        'lift-at-once': {
          title: '不应当采取，立即解除',
          by: ['handler', 'agency-head'],
          asks: ['disposal-reason'],
          things: { does: 'lapse' },
          issues: ['seizure-lift'],
          opens: 'delivery',
          closes: ['late-approval', 'term'],
          to: 'lifted',
          basis: `${LAW}第十九条`,
        },
      },
    },
    held: {
      title: '查封、扣押中',
      actions: {
        finish: {
          title: '处理完毕，结束查封、扣押',
          by: 'handler',
          gates: [nothingHeld],
          meets: ['term'],
          to: 'settled',
          basis: `${LAW}第二十七条`,
        },
        lift: {
          title: '解除查封、扣押',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['lift-ground', 'lifted'],
          things: { fact: 'lifted', does: 'release' },
          issues: ['seizure-lift'],
          opens: 'delivery',
          basis: `${LAW}第二十八条`,
        },
        dispose: {
          title: '作出处理决定',
          by: 'handler',
          approval: HEADS,
          asks: ['disposal', 'disposal-reason'],
          gates: [decidedInTerm],
          things: { fact: 'disposal', does: 'decide' },
          issues: ['seizure-disposal'],
          opens: 'delivery',
          basis: `${LAW}第二十七条`,
        },
        extend: {
          title: '延长查封、扣押期限',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['extension-reason'],
          gates: [termStillRuns],
          issues: ['seizure-extension'],
          opens: 'delivery',
          extends: ['term'],
          basis: `${LAW}第二十五条第二款`,
        },
        'stop-for-test': {
          title: '检测、鉴定期间不计',
          by: 'handler',
          approval: ['agency-head'],
          asks: ['suspension-ground', 'test-words'],
          issues: ['test-period-notice'],
          opens: 'delivery',
          suspends: ['term'],
          basis: `${LAW}第二十五条第三款`,
        },
        'resume-after-test': {
          title: '检测、鉴定结束，恢复计算',
          by: 'handler',
          resumes: ['term'],
          basis: `${LAW}第二十五条第三款`,
        },
        'sell-early': {
          title: '先行处理鲜活易腐等物品',
          by: 'handler',
          approval: HEADS,
          asks: ['sold-early', 'disposal-reason'],
          things: { fact: 'sold-early', does: 'early-sale' },
          issues: ['early-disposal-notice'],
          opens: 'delivery',
          basis: `${LAW}第二十八条第二款`,
        },
      },
    },
    settled: { title: '处理完毕', ends: 'settled', actions: {} },
    lifted: { title: '没有批准，已经解除', ends: 'lifted', actions: {} },
    dropped: { title: '没有采取措施', ends: 'dropped', actions: {} },
  },
})
