import { BEGAN, type DemoStep, type DemoStory, ENDED, HANDLERS } from './demo-story.ts'
import { deliver, type Office, penaltyStory } from './penalty-story.ts'

/** So much of a thing that was listed, by its name; its id is known only when the step is taken. */
const portion = (thing: string, quantity: string) => ({ thing: `@thing:${thing}`, quantity })

const KEPT = { 'store-place': '青石局物证室一号架（虚构）', condition: '物品和封条完好' }

const LISTED = [
  {
    name: '过期辣椒酱',
    spec: '300克/瓶',
    quantity: '48',
    unit: '瓶',
    value: '960',
    seal: 'DEMO-F-001',
    kept: '带回保管',
  },
  {
    name: '过期花椒粉',
    spec: '编织袋装',
    quantity: '12.5',
    unit: '千克',
    value: '500',
    seal: 'DEMO-F-002',
    kept: '带回保管',
  },
  { name: '手写进货账本', spec: '一册', quantity: '1', unit: '册', kept: '带回保管' },
  { name: '封口机', spec: '台式', quantity: '1', unit: '台', value: '1200', seal: 'DEMO-F-003', kept: '就地保存' },
]

/** A seizure whose things are in the store, on loan, with the officers, at the party's, released and given back; all of it invented. */
export function seizureStory(office: Office): DemoStory {
  const daysAgo = 12
  const plot = {
    party: '南屏市青石区喆堃食品经营部',
    cause: '经营超过保质期的食品',
    place: '青石区石桥街道',
    found: '当事人货架上有超过保质期的辣椒酱和花椒粉待售',
    fineYuan: '5000',
    tier: '货值不足一万元',
    correction: '停止经营，下架有关食品',
    needsReview: true,
    daysAgo,
    steps: 3,
  }
  const story = penaltyStory(office, plot)
  return { ...story, steps: [...story.steps, ...measure(office, daysAgo), ...keeping(office, daysAgo)] }
}

function measure({ handlers: [handler], unitHead, head }: Office, daysAgo: number): readonly DemoStep[] {
  const on = (days: number, action: string) => ({ daysAgo: daysAgo - days, by: handler, action })
  const yes = ['identity-shown', 'party-called', 'party-present', 'rights-told', 'statement-heard', 'other-steps']
  const limits = ['is-related', 'no-necessities', 'not-sealed-before', 'copies-handed']
  const onTheSpot = {
    ...Object.fromEntries([...yes, ...limits].map((step) => [step, true])),
    officers: HANDLERS,
    statement: '当事人没有陈述、申辩',
    'began-at': BEGAN,
    'ended-at': ENDED,
    place: '青石区石桥街道门店',
    scene: '货架上有超过保质期的辣椒酱 48 瓶、花椒粉 12.5 千克，当场清点、加封。',
    signed: '当事人和执法人员已签名',
    listed: LISTED,
  }
  const grounds = {
    measure: '扣押',
    reason: '涉嫌经营超过保质期的食品，防止转移',
    'measure-basis': '《中华人民共和国食品安全法》第一百一十条第四项',
  }
  return [
    on(3, 'open-seizure'),
    { ...on(3, 'ask'), case: grounds, agree: [unitHead, head] },
    { ...on(3, 'seize'), case: onTheSpot },
    deliver(handler, daysAgo - 3),
  ]
}

function keeping({ handlers: [handler, second], head }: Office, daysAgo: number): readonly DemoStep[] {
  const on = (days: number, action: string, by = handler) => ({ daysAgo: daysAgo - days, by, action })
  const unrelated = '查封、扣押的场所、设施或者财物与违法行为无关'
  const lifted = [portion('手写进货账本', '1'), portion('过期花椒粉', '2.5')]
  const given = { 'received-by': '当事人的负责人', 'leaving-place': '本局', condition: '物品和封条完好' }
  return [
    {
      ...on(4, 'hand-in'),
      case: { stored: [portion('过期辣椒酱', '48'), portion('过期花椒粉', '12.5')], ...KEPT },
      agree: ['ku'],
    },
    {
      ...on(5, 'hand-out', 'ku'),
      case: { out: [portion('过期辣椒酱', '2')], purpose: '送检验、鉴定', condition: '物品和封条完好' },
      agree: [handler],
    },
    { ...on(6, 'lift'), case: { 'lift-ground': unrelated, lifted }, agree: [head] },
    { ...on(7, 'return'), case: { returned: [portion('手写进货账本', '1')], ...given }, agree: [second] },
  ]
}
