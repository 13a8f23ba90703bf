import {
  AGGRAVATED,
  ASKED_ASIDE,
  ASKED_FOR_HEARING,
  CONFISCATED,
  EXTENDED,
  GAINS,
  HEAVY,
  LIGHTER,
  MITIGATED,
  PLANNED,
  REFUSED_BY_POLICE,
  SAID_ALOUD,
  SAID_IN_WRITING,
  SAID_NOTHING,
  SPLIT,
  SUSPENDED,
  TESTED,
  TRANSFERRED,
} from './penalty-words.ts'
import type { Beat, Story } from './story.ts'

const CODE = 'penalty-ordinary'
const inCase = (act: string, more: Pick<Beat, 'after' | 'once'> = {}): Beat => ({ in: CODE, act, ...more })
/** While the party has its days nobody goes back to the notice. */
const WAITS = ['notify-again', 'investigate-further', 'revise-proposal', 'propose-transfer'].map(
  (act) => `${CODE}/${act}`,
)
const HOLDS = ['dispose', 'move-along', 'sell-early', 'drop'].map((act) => `seizure/${act}`)
const DOES_NOT_PAY = [`${CODE}/record-performance`, `${CODE}/open-execution`]
const SIGNED: Beat = { in: 'transfer', act: 'sign-receipt', after: 1 }
const POLICE_FILE: Beat = { in: 'transfer', act: 'police-file', after: 5 }
const PAYS_EACH_MONTH: Beat = inCase('record-performance', { after: 25 })

/** How the party answers the notice, and nothing else happens. */
const ANSWERS: readonly Story[] = [
  { name: 'waived', weight: 14 },
  { name: 'silent', weight: 6, bars: [...WAITS, `${CODE}/hear-party`], says: SAID_NOTHING },
  { name: 'stated', weight: 6, bars: WAITS, says: SAID_IN_WRITING },
  { name: 'stated-aloud', weight: 4, bars: WAITS, says: { ...SAID_ALOUD, ...LIGHTER } },
]

const WEIGHED: readonly Story[] = [
  {
    name: 'hearing',
    weight: 2,
    beats: [inCase('hear-party'), inCase('hold-hearing')],
    ends: { hearing: 'held' },
    bars: WAITS,
    says: { ...SAID_ALOUD, ...HEAVY, ...ASKED_FOR_HEARING, ...LIGHTER },
  },
  {
    name: 'hearing-given-up',
    weight: 1,
    beats: [inCase('hear-party'), inCase('hold-hearing')],
    ends: { hearing: 'given-up' },
    bars: WAITS,
    says: { ...SAID_IN_WRITING, ...HEAVY, ...ASKED_FOR_HEARING },
  },
  { name: 'mitigated', weight: 2, says: MITIGATED },
  { name: 'aggravated', weight: 2, says: AGGRAVATED },
  { name: 'gains', weight: 2, causes: /执照|明码标价|保质期|烧烤|执业/, says: GAINS },
]

const MEASURES: readonly Story[] = [
  {
    name: 'confiscation',
    weight: 2,
    isBrisk: true,
    causes: /食品|烧烤|执业/,
    beats: [inCase('open-seizure'), { in: 'seizure', act: 'extend', after: 8 }],
    bars: [...HOLDS, 'seizure/lift', 'custody/sell'],
    says: CONFISCATED,
  },
  {
    name: 'seizure-lifted',
    weight: 2,
    isBrisk: true,
    causes: /食品|烧烤|执业|垃圾/,
    beats: [
      inCase('open-seizure'),
      inCase('report', { once: { in: 'seizure', act: 'lift' } }),
      { in: 'seizure', act: 'extend', after: 12 },
      { in: 'seizure', act: 'lift', after: 8 },
    ],
    bars: HOLDS,
    says: { 'lift-ground': () => '其他不再需要采取查封、扣押措施的情形' },
  },
  {
    name: 'preserved',
    weight: 1,
    isBrisk: true,
    beats: [inCase('open-preservation')],
    ends: { preservation: 'disposed' },
  },
  { name: 'sampled', weight: 1, causes: /食品/, beats: [inCase('open-sampling')], ends: { sampling: 'disposed' } },
  {
    name: 'tested',
    weight: 1,
    beats: [inCase('open-expert-test'), { in: 'expert-test', act: 'report', after: 9 }],
    ends: { 'expert-test': 'told' },
    says: TESTED,
  },
]

/** Paid late, bit by bit, or not at all. */
const UNPAID: readonly Story[] = [
  {
    name: 'instalments',
    weight: 2,
    isLong: true,
    beats: [inCase('grant-instalments'), PAYS_EACH_MONTH, PAYS_EACH_MONTH, PAYS_EACH_MONTH],
    bars: DOES_NOT_PAY.slice(1),
    says: PLANNED,
  },
  {
    name: 'instalments-refused',
    weight: 1,
    beats: [inCase('refuse-instalments'), inCase('record-performance')],
    says: {
      'instalment-request': ({ env }) => `${env.today} 书面申请：要求延期六个月缴纳。`,
      'instalment-refusal': () => '没有提交经济困难的证据，申请的期限过长，不予准许。',
    },
  },
  {
    name: 'urged',
    weight: 2,
    beats: [inCase('urge-fine'), inCase('record-performance', { after: 4 })],
    bars: DOES_NOT_PAY.slice(1),
  },
  {
    name: 'court',
    weight: 3,
    isLong: true,
    isBrisk: true,
    beats: [inCase('urge-fine'), inCase('open-court-execution')],
    ends: { 'court-execution': 'court-executed' },
    bars: [...DOES_NOT_PAY, 'court-execution/urge', 'court-execution/hear'],
  },
]

const COURSES: readonly Story[] = [
  { name: 'extended', weight: 2, beats: [inCase('extend-clock', { after: 12 })], says: EXTENDED },
  {
    name: 'suspended',
    weight: 1,
    beats: [inCase('file'), inCase('suspend-case', { after: 4 }), { in: 'suspension', act: 'resume', after: 30 }],
    ends: { suspension: 'resumed' },
    says: SUSPENDED,
  },
  { name: 'merged', weight: 2, goal: 'merged', isBrisk: true, joins: true },
  { name: 'split', weight: 1, hasSecondAct: true, beats: [inCase('split-off')], says: SPLIT },
  {
    name: 'recusal',
    weight: 1,
    beats: [inCase('file'), inCase('open-recusal')],
    ends: { recusal: 'refused' },
    says: ASKED_ASIDE,
  },
  { name: 'disputed', weight: 1, beats: [inCase('open-dispute')], ends: { jurisdiction: 'here' } },
  {
    name: 'convicted',
    weight: 1,
    goal: 'criminal-liability',
    isLong: true,
    causes: /食品|执业/,
    beats: [SIGNED, POLICE_FILE, { in: 'transfer', act: 'convict', after: 60 }],
    ends: { transfer: 'convicted' },
    says: TRANSFERRED,
  },
  {
    name: 'police-returned',
    weight: 1,
    isLong: true,
    causes: /食品|执业/,
    beats: [inCase('propose-transfer'), SIGNED, POLICE_FILE, { in: 'transfer', act: 'come-back', after: 40 }],
    ends: { transfer: 'returned' },
    says: TRANSFERRED,
  },
  {
    name: 'police-declined',
    weight: 1,
    beats: [inCase('propose-transfer'), SIGNED, { in: 'transfer', act: 'police-decline', after: 3 }],
    ends: { transfer: 'not-filed' },
    says: REFUSED_BY_POLICE,
  },
]

/** What an ordinary penalty goes through; the answers alone are the plain cases. */
export const PENALTY_STORIES: readonly Story[] = [...ANSWERS, ...WEIGHED, ...MEASURES, ...UNPAID, ...COURSES]
