/** What an agency of a field has to do with in a year; all of it invented. */
export type Subject = {
  /** 案由; of an ordinary penalty it stands in the catalogue of violations. */
  readonly cause: string
  readonly found: string
  /** The sum in 元 that comes to mind first. */
  readonly amount: string
  readonly basis: string
  /** Also what a person does who has no business. */
  readonly ofPeople: boolean
}
export type Subjects = {
  readonly summary: readonly Subject[]
  readonly ordinary: readonly Subject[]
  /** What its monitoring devices show; empty where it has none. */
  readonly recorded: readonly Subject[]
  /** For what a licence is asked. */
  readonly matters: readonly Subject[]
}

const OF_PEOPLE = /营业执照从事|明码标价|占用城市道路|生活垃圾|烧烤|执业许可证/

const subject = (cause: string, found: string, amount: string, basis: string): Subject => ({
  cause,
  found,
  amount,
  basis,
  ofPeople: OF_PEOPLE.test(cause),
})

export const SUBJECTS: Readonly<Record<string, Subjects>> = {
  market: {
    summary: [
      subject(
        '未按规定悬挂营业执照',
        '当事人没有在经营场所的显著位置悬挂营业执照',
        '50',
        '《市场主体登记管理条例》第四十八条第一款',
      ),
      subject('销售商品不按规定明码标价', '当事人柜台内三种商品没有标明价格', '200', '《价格法》第四十二条'),
      subject(
        '食品经营者未按规定公示信息',
        '当事人没有公示食品安全管理信息',
        '100',
        '《食品安全法》第一百二十六条第一款',
      ),
    ],
    ordinary: [
      subject(
        '经营标签不符合规定的预包装食品',
        '当事人经营的八袋预包装食品没有标明生产日期',
        '5000',
        '《食品安全法》第一百二十五条第一款',
      ),
      subject('销售商品不按规定明码标价', '当事人柜台内十二种商品没有标明价格', '1000', '《价格法》第四十二条'),
      subject(
        '使用特种设备未按规定办理使用登记',
        '当事人使用的一台叉车没有办理使用登记',
        '20000',
        '《特种设备安全法》第八十三条',
      ),
      subject(
        '未依法取得营业执照从事经营活动',
        '当事人没有取得营业执照从事经营三个月',
        '2000',
        '《无证无照经营查处办法》第十三条',
      ),
      subject(
        '经营超过保质期的食品',
        '当事人货架上有六瓶超过保质期的调味品',
        '50000',
        '《食品安全法》第一百二十四条第一款',
      ),
    ],
    recorded: [],
    matters: [
      subject('食品经营许可', '申请从事餐饮服务', '0', '《食品安全法》第三十五条第一款'),
      subject('特种设备使用登记', '申请办理一台叉车的使用登记', '0', '《特种设备安全法》第三十三条'),
    ],
  },
  'urban-management': {
    summary: [
      subject('擅自占用城市道路', '当事人在人行道上摆放桌椅，占道约两平方米', '100', '《城市道路管理条例》第四十二条'),
      subject(
        '随意倾倒、抛撒、堆放或者焚烧生活垃圾',
        '当事人把一袋生活垃圾丢在人行道上',
        '50',
        '《固体废物污染环境防治法》第一百一十一条',
      ),
    ],
    ordinary: [
      subject(
        '擅自占用城市道路',
        '当事人在人行道上摆放桌椅经营，占道约八平方米',
        '500',
        '《城市道路管理条例》第四十二条',
      ),
      subject(
        '运输建筑垃圾未采取密闭等措施防止遗撒',
        '当事人的渣土车没有密闭，沿途遗撒',
        '3000',
        '《大气污染防治法》第一百一十六条',
      ),
      subject(
        '餐饮服务业经营者超过标准排放油烟',
        '当事人排放的油烟经检测超过标准',
        '5000',
        '《大气污染防治法》第一百一十八条第一款',
      ),
      subject(
        '在当地人民政府禁止的区域内露天烧烤食品',
        '当事人在禁止区域的人行道上露天烧烤，有烧烤炉具六件',
        '1000',
        '《大气污染防治法》第一百一十八条第三款',
      ),
      subject(
        '在噪声敏感建筑物集中区域违法夜间施工',
        '当事人夜间浇筑混凝土，没有夜间作业证明',
        '20000',
        '《噪声污染防治法》第七十七条',
      ),
    ],
    recorded: [
      subject(
        '运输建筑垃圾未采取密闭等措施防止遗撒',
        '当事人的渣土车没有密闭，沿途遗撒',
        '3000',
        '《大气污染防治法》第一百一十六条',
      ),
      subject(
        '擅自占用城市道路',
        '当事人在人行道上摆放桌椅经营，占道约八平方米',
        '500',
        '《城市道路管理条例》第四十二条',
      ),
    ],
    matters: [
      subject('临时占用城市道路许可', '申请临时占用人行道十平方米', '0', '《城市道路管理条例》第三十一条第一款'),
      subject('城市建筑垃圾处置核准', '申请处置装修垃圾二十立方米', '0', '《城市市容和环境卫生管理条例》第十六条'),
    ],
  },
  health: {
    summary: [
      subject(
        '公共场所未按规定公示卫生信息',
        '当事人没有公示卫生许可证',
        '100',
        '《公共场所卫生管理条例》第十四条第一款',
      ),
    ],
    ordinary: [
      subject(
        '未取得公共场所卫生许可证擅自营业',
        '当事人没有取得公共场所卫生许可证开展经营',
        '1000',
        '《公共场所卫生管理条例》第十四条第一款',
      ),
      subject(
        '未取得医疗机构执业许可证擅自执业',
        '当事人没有取得医疗机构执业许可证开展诊疗',
        '50000',
        '《基本医疗卫生与健康促进法》第九十九条第一款',
      ),
    ],
    recorded: [],
    matters: [
      subject('公共场所卫生许可', '申请开办公共浴室', '0', '《公共场所卫生管理条例》第四条'),
      subject('公共场所卫生许可', '申请开办理发店', '0', '《公共场所卫生管理条例》第四条'),
    ],
  },
}
