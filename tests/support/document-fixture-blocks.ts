import { plainDate } from '#domain/calendar/plain-date.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'

type Blocks = Pick<
  DocumentData,
  | 'decision'
  | 'notice'
  | 'record'
  | 'hearing'
  | 'review'
  | 'panel'
  | 'delivery'
  | 'payment'
  | 'transfer'
  | 'dossier'
  | 'custody'
  | 'propertyTest'
>

const POINTS = [
  '执法主体是否合法，执法人员是否具备执法资格',
  '执法程序是否合法',
  '案件事实是否清楚，证据是否合法充分',
  '适用法律、法规、规章是否准确，裁量基准运用是否适当',
  '执法是否超越执法机关法定权限',
  '行政执法文书是否完备、规范',
  '违法行为是否涉嫌犯罪、需要移送司法机关',
]

const CHECKS: NonNullable<DocumentData['propertyTest']>['groups'][number]['checks'] = [
  {
    id: 'authenticity.source',
    title: '来源可靠：形成机关、承办人员可知',
    looked: '机关“南屏市青石区市场监督管理局”，承办人员 2 人',
    result: '符合',
    finding: '',
  },
  {
    id: 'integrity.files',
    title: '电子文件齐全：目录所列文件都在',
    looked: '27 个文件',
    result: '不符合',
    finding: '《现场笔录》的文件不在',
  },
  {
    id: 'security.malware',
    title: '没有病毒和恶意代码',
    looked: '',
    result: '未检',
    finding: '本系统不带杀毒引擎；请按单位规定另行查杀，结果记入备考表',
  },
]

/** Blocks of the invented case that only some kinds print. */
export const documentBlocks: Blocks = {
  custody: {
    opening: ['因当事人涉嫌销售超过保质期的食品，本机关依法对下列财物采取措施，具体名称、数量和状态如下：'],
    closing: ['请核对清单，有异议的当场提出。'],
    rows: [{ label: '地点', text: '南屏市青石区石桥街道临河路128号库房' }],
    things: Array.from({ length: 5 }, (_, index) => ({
      no: index + 1,
      name: index % 2 === 0 ? '酸牛奶（原味）' : '南屏青石山水牌预包装糕点',
      spec: index % 2 === 0 ? '180g/盒' : '散装称重',
      unit: index % 2 === 0 ? '盒' : '千克',
      quantity: index % 2 === 0 ? '35' : '12.5',
      value: '210.00 元',
      condition: '外包装完好',
      note: `封条 F-00${index + 1}`,
    })),
    giver: '欧阳青松',
    receiver: '林知行',
  },
  decision: {
    payOn: plainDate('2026-06-18'),
    ground:
      '当事人的违法行为轻微并及时改正，没有造成危害后果，依据《中华人民共和国行政处罚法》第三十三条第一款前段的规定，应当不予行政处罚。',
    education: '本机关已对当事人进行教育，当事人应当建立并落实食品进货查验和临期食品清理制度。',
  },
  notice: {
    statementTerm: '自收到本告知书之日起五个工作日内',
    hearingGround: '拟处罚款数额达到本机关公布的较大数额标准',
    contact: { name: '欧阳青松', phone: '0000-1234567', address: '南屏市青石区行政中心路1号302室' },
  },
  record: {
    startedAt: '2026年3月2日9时05分',
    endedAt: '2026年3月2日10时48分',
    place: '南屏市青石区石桥街道临河路128号',
    weather: '晴',
    round: 1,
    recorder: '林知行',
    subject: {
      name: '欧阳㛃𬀩',
      sex: '男',
      age: '76岁',
      idNumber: '11010519491231002X',
      phone: '13800000000',
      address: '南屏市青石区石桥街道临河路128号',
      employer: '南屏市青石区喆堃食品经营部',
      relation: '经营者',
    },
    witness: { name: '慕容予安', idNumber: '440524188001010014', phone: '13700000000' },
    attendees: [
      { role: '听证主持人', name: '沈明正', position: '法制审核科科长' },
      { role: '调查人员', name: '欧阳青松', position: '执法大队一中队执法人员' },
      { role: '当事人', name: '欧阳㛃𬀩', position: '经营者' },
      { role: '委托代理人', name: '诸葛喆', position: '律师' },
    ],
    opening:
      '我们是南屏市青石区市场监督管理局的执法人员，这是我们的执法证件（36010200001、36010200002），请你确认。你有权申请执法人员回避，有权进行陈述和申辩；你应当如实回答询问，协助调查，不得阻挠。你听清楚了吗？',
    turns: Array.from({ length: 14 }, (_, index) =>
      index % 2 === 0
        ? {
            speaker: '问',
            text: `货架上第${index / 2 + 1}排的“青石牌”酸牛奶是什么时候购进的，购进多少，现在还有多少？`,
          }
        : {
            speaker: '答',
            text: '是2026年1月12日从石桥分公司购进的，一共购进120盒，进价4.20元/盒，售价6.00元/盒。货架上现有35盒，其余的已经卖完了，其中过期以后大约卖了20盒，我愿意配合调查并马上下架。',
          },
    ),
    paragraphs: [
      '经查，当事人经营场所位于青石农副产品综合批发市场东区三栋二层，面积约65平方米，正在营业。店内东侧冷柜第二层陈列“青石牌”酸牛奶35盒，外包装标示生产日期为2026年1月10日、保质期为21天，至检查之日已超过保质期30天。',
      '当事人现场提供营业执照、食品经营许可证，未能提供上述酸牛奶供货者的许可证和产品合格证明文件。执法人员对上述情况拍摄照片12张、录像1段。',
    ],
  },
  hearing: {
    heldAt: '2026年5月12日9时30分',
    place: '南屏市青石区行政中心路1号第二会议室',
    isPublic: true,
    host: { name: '沈明正', position: '法制审核科科长' },
    hearers: [{ name: '叶照临', position: '法制审核科工作人员' }],
    clerk: { name: '温如一', position: '办公室工作人员' },
  },
  review: {
    submittedOn: plainDate('2026-05-18'),
    unit: '执法大队一中队',
    submitter: '欧阳青松',
    situations: [
      '直接关系当事人重大权益，经过听证程序（行政处罚法第五十八条第一款第二项）',
      '案件情况疑难复杂，涉及多个法律关系（行政处罚法第五十八条第一款第三项）',
    ],
    materials: [
      '案件调查终结报告',
      '拟作出的行政处罚决定书（草稿）',
      '证据材料八份',
      '行政处罚告知书及送达回证',
      '陈述申辩复核意见书',
      '裁量说明',
    ],
    points: POINTS.map((title, index) => ({
      no: index + 1,
      title,
      verdict: index === 3 ? '存在问题' : '符合',
      reason:
        index === 3
          ? '对“未按规定查验供货者许可证”的行为，食品安全法第一百二十六条规定先责令改正、给予警告，拒不改正的才处罚款；现有材料没有证明当事人拒不改正，建议调整该项处罚内容并重新说明裁量理由。'
          : '经审阅证件、笔录、证据和内部审批材料，未发现问题。',
    })),
    verdict: '改正后同意',
    opinion: '请承办机构按照第四项意见研究处理后再次报送。',
    reviewer: { name: '沈明正', qualification: '法律职业资格证 A000000000001' },
    unitHead: '叶照临',
    reviewedOn: plainDate('2026-05-21'),
    draftDigest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  panel: {
    startedAt: '2026年5月28日14时30分',
    endedAt: '2026年5月28日16时10分',
    place: '南屏市青石区行政中心路1号第一会议室',
    host: { name: '陆承平', position: '局长' },
    reporter: { name: '欧阳青松', position: '执法人员' },
    recorder: { name: '温如一', position: '办公室工作人员' },
    members: [
      { name: '陆承平', position: '局长' },
      { name: '宋临川', position: '副局长' },
      { name: '司马㛃', position: '副局长' },
    ],
    observers: [{ name: '沈明正', position: '法制审核科科长' }],
    reason: '案情复杂，涉及多个当事人和多个违法行为（行政处罚法第五十七条第二款）',
    report: '承办人汇报了案件来源、调查经过、违法事实、证据、当事人陈述申辩意见及复核情况、法制审核意见和处理建议。',
    opinions: [
      { name: '陆承平', position: '局长', opinion: '事实清楚、证据充分，同意处理建议。' },
      {
        name: '宋临川',
        position: '副局长',
        opinion: '同意。建议对当事人的整改情况组织一次复查，并就冷链供货环节向上级机关报告协查需要。',
      },
      { name: '司马㛃', position: '副局长', opinion: '同意处理建议，裁量理由应当在决定书中写明。' },
    ],
    conclusion: '一致同意对当事人作出没收违法所得120.00元、没收超过保质期的酸牛奶35盒、罚款15,000.50元的行政处罚。',
  },
  delivery: {
    method: '留置送达',
    place: '南屏市青石区石桥街道临河路128号',
    deliveredAt: '2026年6月3日15时20分',
    documents: [
      { title: '行政处罚决定书', number: '南青市监罚决〔2026〕12号', copies: 1 },
      { title: '罚没款缴款通知书', number: '南青市监缴〔2026〕12号', copies: 1 },
    ],
    deliverers: [
      { name: '欧阳青松', position: '36010200001' },
      { name: '林知行', position: '36010200002' },
    ],
    recipient: '欧阳㛃𬀩',
    relation: '经营者本人',
    refusal: '受送达人拒绝接收，未说明理由；送达人邀请石桥街道临河社区居民委员会代表到场见证，并对留置过程录像。',
    witnesses: [{ name: '慕容予安', position: '临河社区居民委员会' }],
  },
  payment: {
    code: '36010226000000000012',
    decisionNumber: '南青市监罚决〔2026〕12号',
    amountFen: 1_512_050,
    items: [
      { title: '罚款', amountFen: 1_500_050 },
      { title: '没收违法所得', amountFen: 12_000 },
    ],
    dueOn: plainDate('2026-06-18'),
    dueRule: '自收到行政处罚决定书之日起十五日内',
    channels: ['持缴款识别码到代收银行任一网点缴纳', '通过电子支付系统（非税缴款平台）缴纳'],
  },
  transfer: {
    to: '南屏市公安局青石分局',
    crime: '销售不符合安全标准的食品罪（刑法第一百四十三条）',
    attachments: ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '有关检验报告或者鉴定结论', '其他有关涉嫌犯罪的材料'],
  },
  dossier: {
    archiveNumber: '2026-CF-0012',
    result: '没收违法所得120.00元、没收超过保质期的酸牛奶35盒、罚款15,000.50元，已执行完毕',
    archivedOn: plainDate('2026-07-10'),
    retention: '三十年',
    volumes: 1,
    pages: 96,
    keeper: '温如一',
    archivist: '邬存真',
    handedOverOn: plainDate('2026-07-08'),
    items: 27,
    electronicItems: 9,
    events: 84,
    arrangement: '按时间先后',
    notes: '第 12 件现场照片的原始存储卡随实物移交，卡号 SD-0912。',
  },
  propertyTest: {
    verdict: '检测 15 项：符合 12 项，不符合 1 项，未检 2 项。',
    groups: ['真实性', '完整性', '可用性', '安全性'].map((title) => ({ title, checks: CHECKS })),
  },
}

/** Blocks of an invented licence application. */
export const licenceBlocks: NonNullable<DocumentData['licence']> = {
  item: '食品经营许可（新办）',
  appliedOn: plainDate('2026-05-28'),
  receivedOn: plainDate('2026-06-03'),
  dueOn: plainDate('2026-07-01'),
  materials: [
    { title: '食品经营许可申请书', form: '原件', copies: 1 },
    { title: '与食品经营相适应的主要设备设施、经营布局、操作流程等文件', form: '复印件', copies: 2 },
  ],
  missing: [
    {
      title: '食品安全自查、从业人员健康管理、进货查验记录等保证食品安全的规章制度',
      requirement: '提交加盖公章的原件一份',
    },
    { title: '经营场所平面布局图', requirement: '补充标明冷藏设施位置' },
  ],
  reason: '经审查，申请人提交的材料齐全、符合法定形式，经营场所经现场核查符合食品经营许可条件。',
  bases: ['《中华人民共和国行政许可法》第三十八条', '《中华人民共和国食品安全法》第三十五条'],
  certificate: {
    title: '食品经营许可证',
    number: 'JY13601020000012',
    scope: '预包装食品（含冷藏冷冻食品）销售',
    from: plainDate('2026-06-03'),
    until: plainDate('2031-06-02'),
  },
}
