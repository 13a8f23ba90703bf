import type { DemoStory } from './demo-story.ts'
import { deliver, type Office, penaltyStory } from './penalty-story.ts'
import { seizureStory } from './seizure-story.ts'

const MARKET: Office = { handlers: ['lin', 'zhou'], unitHead: 'zheng', reviewer: 'wu', head: 'shen' }
const CITY: Office = { handlers: ['zhu', 'qin'], unitHead: 'xu', reviewer: 'he', head: 'shi' }

/** 食品摊位 to 工地: what an office has on its hands at any time, all of it invented. */
export function demoStories(): readonly DemoStory[] {
  return [
    penaltyStory(CITY, {
      party: '南屏临河建筑工程有限公司',
      cause: '在噪声敏感建筑物集中区域违法夜间施工',
      place: '青石区临河路工地',
      found: '当事人在临河路工地夜间浇筑混凝土，没有夜间作业证明',
      fineYuan: '30000',
      tier: '首次被查处，当场停工，适用较轻档次',
      correction: '立即停止夜间施工',
      needsReview: true,
      daysAgo: 64,
    }),
    penaltyStory(MARKET, {
      party: '南屏石桥大药房有限公司',
      cause: '销售商品不按规定明码标价',
      place: '青石区石桥街道',
      found: '当事人柜台内十二种商品没有标明价格',
      fineYuan: '1000',
      tier: '商品数量少，当场改正，适用较轻档次',
      correction: '对所售商品明码标价',
      needsReview: false,
      daysAgo: 47,
    }),
    penaltyStory(MARKET, {
      party: '南屏青石山水冷链物流有限公司',
      cause: '使用特种设备未按规定办理使用登记',
      place: '青石区冷链园区',
      found: '当事人使用的一台叉车没有办理使用登记',
      fineYuan: '20000',
      tier: '设备一台，投用时间短，适用较轻档次',
      correction: '停止使用，限十五日内办理登记',
      needsReview: true,
      daysAgo: 26,
      steps: 16,
    }),
    penaltyStory(CITY, {
      party: '南屏市青石区㛃味小吃店',
      cause: '擅自占用城市道路',
      place: '青石区临河路人行道',
      found: '当事人在人行道上摆放桌椅经营，占道约八平方米',
      fineYuan: '500',
      tier: '占道面积小，适用较轻档次',
      correction: '清除占道物品',
      needsReview: false,
      daysAgo: 9,
      steps: 5,
    }),
    penaltyStory(MARKET, {
      party: '南屏市青石区喆堃食品经营部',
      cause: '经营标签不符合规定的预包装食品',
      place: '青石区石桥街道',
      found: '当事人经营的八袋预包装食品没有标明生产日期',
      fineYuan: '5000',
      tier: '货值不足一万元，数量少，适用较轻档次',
      correction: '停止经营，下架有关食品',
      needsReview: true,
      daysAgo: 15,
      steps: 10,
    }),
    seizureStory(MARKET),
    clinicLicence(),
  ]
}

function clinicLicence(): DemoStory {
  const daysAgo = 20
  return {
    procedure: 'licence',
    name: '南屏云岭口腔门诊部有限公司公共场所卫生许可申请',
    opener: 'su',
    handlers: ['jin', 'tao'],
    party: '南屏云岭口腔门诊部有限公司',
    daysAgo,
    item: '公共场所卫生许可',
    facts: {
      application: '申请在云岭街道开办口腔门诊候诊场所',
      materials: '申请书\n平面图\n卫生检测报告',
    },
    steps: [
      { daysAgo: daysAgo - 1, by: 'su', action: 'accept' },
      deliver('su', daysAgo - 1),
      {
        daysAgo: daysAgo - 6,
        by: 'jin',
        action: 'examine',
        case: {
          finding: '材料齐全，符合公共场所卫生要求。',
          'needs-verification': false,
          'affects-others': false,
          'needs-review': false,
        },
        agree: ['xie'],
      },
      {
        daysAgo: daysAgo - 8,
        by: 'jin',
        action: 'grant',
        case: { conditions: '候诊室一处，八十平方米' },
        agree: ['bai'],
      },
      deliver('jin', daysAgo - 9),
      { daysAgo: daysAgo - 10, by: 'su', action: 'issue', case: { 'licence-number': 'DEMO-WS-0001' } },
    ],
  }
}
