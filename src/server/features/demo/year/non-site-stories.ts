import type { Known } from './known-facts.ts'
import type { Beat, Story } from './story.ts'

const CODE = 'non-site'
const TOLD = { in: 'delivery', act: 'deliver' }
const act = (name: string, after: number): Beat => ({ in: CODE, act: name, after, once: TOLD })
const words =
  (text: string): Known =>
  () =>
    text

const RECORD: Readonly<Record<string, Known>> = {
  image: ({ env }) => `JK-虚构-01-${env.today}.jpg`,
  act: ({ plot }) => `监控照片显示：${plot.found}。`,
  query: words('本机关网站“非现场执法查询”，或者本局一楼窗口'),
  'statement-way': words('收到之日起五日内，书面、口头、网上均可'),
  'drop-reason': words('监控照片夜间反光，看不清是谁、在做什么，经审核不符合清晰的要求，不得作为证据。'),
}

/** What a device has recorded: the party is told and has its days, then it goes on as a penalty; or the picture shows too little. */
export const NON_SITE_STORIES: readonly Story[] = [
  { name: 'recorded', weight: 2, isBrisk: true, beats: [act('punish', 6)], bars: [`${CODE}/hear`], says: RECORD },
  {
    name: 'recorded-stated',
    weight: 1,
    isBrisk: true,
    beats: [act('hear', 3), act('punish', 2)],
    says: {
      ...RECORD,
      statement: words('当事人书面陈述：当天赶工，没有注意，请求从轻处理。'),
      heard: words('赶工不是免责的理由；处罚时一并考虑当事人改正的情况。'),
    },
  },
  { name: 'unclear', weight: 1, isBrisk: true, goal: 'dropped', says: RECORD },
]

/** The penalty case that a record goes on to. */
export const SEEN: Story = { name: 'seen', weight: 1, says: { source: words('监测发现') } }
