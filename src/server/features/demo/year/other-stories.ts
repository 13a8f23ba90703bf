import { NON_SITE_STORIES } from './non-site-stories.ts'
import { PENALTY_STORIES } from './penalty-stories.ts'
import type { Beat, Story } from './story.ts'

const inLicence = (act: string, after?: number): Beat => ({
  in: 'licence',
  act,
  ...(after === undefined ? {} : { after }),
})

/** Not simple enough for the window. */
const EXAMINED = ['licence/grant-at-once']

const LICENCE_STORIES: readonly Story[] = [
  { name: 'examined', weight: 14, bars: EXAMINED },
  { name: 'at-once', weight: 6 },
  {
    name: 'supplemented',
    weight: 3,
    bars: EXAMINED,
    beats: [inLicence('ask-supplement'), inLicence('supply', 4)],
    says: {
      missing: () => '场所平面图：标明面积和出入口\n主体资格证明：提交原件核对',
      supplied: () => '场所平面图一份\n主体资格证明原件一份',
    },
  },
  {
    name: 'heard',
    weight: 1,
    bars: EXAMINED,
    beats: [inLicence('tell-others'), inLicence('record-told'), inLicence('request-hearing')],
    ends: { 'licence-hearing': 'held' },
    says: {
      'affects-others': () => true,
      'interested-parties': () => '邻居（虚构），南屏市青石区石桥街道临河路 1 号，0000-2000009',
      interest: () => '经营场所与住宅相邻，油烟、噪声影响相邻人。',
      'interested-told-on': ({ env }) => env.today,
      'hearing-waived': () => undefined,
      'hearing-applicant': () => '邻居（虚构）',
      'hearing-asked-on': ({ env }) => env.today,
      'hearing-answer': () => '相邻人担心油烟；申请人承诺安装净化设施，根据听证笔录准予许可并写明条件。',
    },
  },
]

/** What cannot wait for a case: something is seized or frozen at once, and let go again. */
const MEASURE_STORIES: readonly Story[] = [
  {
    name: 'seized',
    weight: 2,
    beats: [
      { in: 'measure-case', act: 'open-seizure' },
      { in: 'seizure', act: 'lift', after: 9 },
    ],
    bars: ['seizure/dispose', 'seizure/move-along', 'seizure/sell-early', 'seizure/drop'],
  },
  {
    name: 'frozen',
    weight: 1,
    beats: [
      { in: 'measure-case', act: 'open-freeze' },
      { in: 'freeze', act: 'release', after: 12 },
    ],
    ends: { freeze: 'released' },
  },
]

/** What was decided is done late after all, or by the office where a rule gives it the power. */
const EXECUTION_STORIES: readonly Story[] = [
  { name: 'performed', weight: 2 },
  {
    name: 'executed',
    weight: 2,
    isLong: true,
    beats: [{ in: 'execution-case', act: 'open-execution' }],
    ends: { 'coercive-execution': 'executed' },
    bars: [
      'execution-case/record-performance',
      'execution-case/open-court-execution',
      'coercive-execution/hear',
      'coercive-execution/announce',
      'coercive-execution/end-performed',
    ],
    says: {
      duty: () => '自行清除占道物品，恢复原状',
      'urging-way': () => '自行清除并恢复原状',
      way: () => '排除妨碍、恢复原状',
      'way-basis': () => '《行政强制法》第十二条第五项',
      'hides-property': () => undefined,
    },
  },
]

/** Stories of procedures in which more can happen than their ends tell. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  'penalty-ordinary': PENALTY_STORIES,
  licence: LICENCE_STORIES,
  'measure-case': MEASURE_STORIES,
  'execution-case': EXECUTION_STORIES,
  'non-site': NON_SITE_STORIES,
}
