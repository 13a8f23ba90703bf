import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import type { DocumentKind } from '#domain/document/document-kind.ts'
import type { DocumentData, EvidenceBlock } from '#domain/document/merge-data.ts'
import type { PartyBlock } from '#domain/document/party-block.ts'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { remedyOf } from '#domain/document/remedy.ts'
import { documentBlocks, licenceBlocks } from './document-fixture-blocks.ts'
import { officeBlocks } from './office-fixtures.ts'

const ISSUED_ON = plainDate('2026-06-03')
const REMEDY = {
  route: 'choice',
  standing: { kind: 'department', government: '南屏市青石区人民政府' },
  court: '南屏市青石区人民法院',
} as const
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

const shop: PartyBlock = {
  kind: 'self-employed',
  name: '南屏市青石区喆堃食品经营部',
  uscc: '92360102MA0FX0AAXE',
  operator: { name: '欧阳㛃𬀩', idKind: '居民身份证', idNumber: '11010519491231002X' },
  address: '南屏市青石区石桥街道临河路一百二十八号青石农副产品综合批发市场东区三栋二层二〇三至二〇七号',
  phone: '13800000000',
}
const company: PartyBlock = {
  kind: 'organisation',
  name: '南屏青石山水冷链物流与农产品供应链管理（集团）股份有限公司石桥分公司',
  uscc: '91360102MA0FX0BBX0',
  representative: { name: '上官堃', position: '负责人' },
  address: '南屏市青石区石桥街道临河路66号',
  phone: '0000-0000000',
  agent: { name: '诸葛喆', idNumber: '440524188001010014', phone: '13900000000' },
}
const person: PartyBlock = {
  kind: 'person',
  name: '𬀩㛃',
  sex: '女',
  bornOn: plainDate('1949-12-31'),
  idKind: '居民身份证',
  idNumber: '11010519491231002X',
  employer: '南屏市青石区喆堃食品经营部',
  position: '店员',
  address: '南屏市青石区石桥街道临河路128号',
}

const evidence = (count: number): readonly EvidenceBlock[] =>
  Array.from({ length: count }, (_, index) => ({
    no: index + 1,
    kind: ['书证', '物证', '视听资料', '电子数据', '现场笔录'][index % 5] ?? '书证',
    title:
      index % 4 === 0
        ? '南屏市青石区喆堃食品经营部营业执照、食品经营许可证及经营者身份证件复印件'
        : `现场照片第${index + 1}组`,
    source: index % 3 === 0 ? '当事人提供，经核对与原件无误' : '执法人员现场拍摄',
    proves: '当事人的主体资格以及在其经营场所销售超过保质期食品的事实',
    pages: (index % 6) + 1,
    digest: DIGEST,
  }))

const base: Omit<DocumentData, 'document'> = {
  agency: {
    name: '南屏市青石区市场监督管理局',
    word: '南青市监',
    address: '南屏市青石区行政中心路1号',
    phone: '0000-1234567',
    postcode: '000000',
    uscc: '11360102000000000A',
    reviewBody: '南屏市青石区人民政府',
    court: '南屏市青石区人民法院',
    payee: { name: '南屏市青石区财政局非税收入专户', bank: '南屏银行青石支行', account: '0000 0000 0000 0000 000' },
  },
  case: {
    number: '南青市监案〔2026〕12号',
    name: '南屏市青石区喆堃食品经营部等销售超过保质期的食品、未按规定查验供货者许可证案',
    source: '投诉举报（12315 平台转办）',
    cause: '销售超过保质期的食品；未按规定查验供货者许可证',
    foundOn: plainDate('2026-03-02'),
    openedOn: plainDate('2026-03-06'),
    decidedOn: ISSUED_ON,
    closedOn: plainDate('2026-06-18'),
  },
  parties: [shop, company, person],
  party: shop,
  violations: [
    {
      cause: '销售超过保质期的食品',
      facts:
        '2026年3月2日，当事人在其经营场所货架上陈列销售的“青石牌”酸牛奶（生产日期2026年1月10日，保质期21天）共35盒已超过保质期，售价6.00元/盒，货值金额210.00元；经查，当事人已售出超过保质期的同批次酸牛奶20盒，取得违法所得120.00元。',
      breached: ['《中华人民共和国食品安全法》第三十四条第十项'],
      bases: ['《中华人民共和国食品安全法》第一百二十四条第一款第五项'],
      tier: '从轻',
      reason:
        '当事人主动停止销售、如实陈述违法事实并主动提供证据材料，涉案货值较小，未造成危害后果，按照本机关裁量基准属于从轻档次。',
      fineFen: 1_000_000,
      otherPenalties: ['没收违法所得120.00元', '没收超过保质期的酸牛奶35盒'],
      correction: '立即停止销售超过保质期的食品',
    },
    {
      cause: '未按规定查验供货者许可证',
      facts: '当事人自2025年12月起向石桥分公司采购酸牛奶，未查验并留存供货者的食品生产经营许可证和产品合格证明文件。',
      breached: ['《中华人民共和国食品安全法》第五十三条第一款'],
      bases: ['《中华人民共和国食品安全法》第一百二十六条第一款第三项'],
      tier: '一般',
      fineFen: 500_050,
      otherPenalties: ['警告'],
      correction: '限于2026年6月10日前改正进货查验行为',
    },
  ],
  officers: [
    { name: '欧阳青松', certificate: '36010200001' },
    { name: '林知行', certificate: '36010200002' },
  ],
  approvals: [
    {
      role: '承办人意见',
      name: '欧阳青松、林知行',
      verdict: '建议立案',
      opinion: '当事人的行为涉嫌违反食品安全法第三十四条第十项，属于本机关管辖，未超过追责时效，建议立案调查。',
      onDate: plainDate('2026-03-05'),
    },
    {
      role: '承办机构审核意见',
      name: '顾怀远',
      verdict: '同意',
      opinion: '同意承办人意见。',
      onDate: plainDate('2026-03-06'),
    },
    { role: '机关负责人审批意见' },
  ],
  evidence: evidence(8),
  sections: [
    {
      id: 'course',
      title: '案件来源及调查经过',
      paragraphs: [
        '2026年3月2日，本机关接到12315平台转办的投诉，称当事人销售超过保质期的酸牛奶。当日，本机关执法人员欧阳青松、林知行出示执法证件后对当事人的经营场所进行现场检查，制作现场笔录，拍摄现场照片，并对经营者欧阳㛃𬀩进行询问。',
        '2026年3月6日，经机关负责人批准，本机关对当事人立案调查。',
      ],
    },
    {
      id: 'statement',
      title: '告知、陈述申辩和听证情况',
      paragraphs: [
        '2026年4月20日，本机关向当事人送达行政处罚告知书（南青市监罚告〔2026〕9号），告知拟作出的行政处罚内容及事实、理由、依据，并告知其依法享有的陈述、申辩和要求听证的权利。当事人在法定期限内提出陈述申辩，本机关进行了复核，部分予以采纳。当事人未要求听证。',
        '本案经本机关法制审核机构审核，并经负责人集体讨论决定。',
      ],
    },
    {
      id: 'discretion',
      title: '裁量理由',
      paragraphs: ['当事人主动停止销售、如实陈述违法事实并主动提供证据材料，符合从轻处罚的情形。'],
    },
    {
      id: 'proposal',
      title: '处理建议',
      paragraphs: ['建议责令当事人改正，没收违法所得120.00元和超过保质期的酸牛奶35盒，并处罚款15,000.50元。'],
    },
    {
      id: 'ground',
      title: '理由',
      paragraphs: ['因涉案供货链条涉及多个省份，协查结果尚未全部收到，情节复杂，九十日内不能作出决定。'],
    },
    {
      id: 'execution',
      title: '执行情况',
      paragraphs: ['当事人已于2026年6月15日缴清全部罚没款，超过保质期的酸牛奶35盒已依法销毁。'],
    },
  ],
  facts: {},
  rows: [
    { label: '违法行为发生时间', text: '2026年1月31日至2026年3月2日' },
    { label: '涉案货值', text: '210.00元' },
    { label: '延长期限', text: '延长三十日，至2026年7月4日' },
  ],
  deadlines: [{ title: '作出决定的原期限', dueOn: plainDate('2026-06-04'), basis: '行政处罚法第六十条' }],
  remedy: remedyOf({ ...REMEDY, act: '本行政处罚决定' }),
  catalogue: DOCUMENT_KINDS.slice(0, 23).map((kind, index) => ({
    no: index + 1,
    title: kind.title,
    onDate: plainDate('2026-03-06'),
    pages: `${index * 3 + 1}—${index * 3 + 3}`,
    ...(kind.numbered && { number: `南青市监${kind.word}〔2026〕${index + 1}号` }),
  })),
  ...documentBlocks,
  licence: licenceBlocks,
}

/** A letter of execution in the invented case; only two of them are decisions against which there is a remedy. */
function executed(code: string): Partial<DocumentData> {
  const execution = {
    opening: [
      '2026年3月3日，本机关对你（单位）作出《行政处罚决定书》（南青市监罚决〔2026〕12号），决定罚款15,000.50元，该决定已于2026年3月5日送达。',
      '履行期限已经届满，你（单位）没有履行。依据《中华人民共和国行政强制法》的有关规定，现就下列事项告知如下：',
    ],
    rows: [
      { label: '要履行的义务', text: '缴纳罚款' },
      { label: '未缴的罚款', text: '15,000.50元（大写：人民币壹万伍仟元伍角整）' },
      { label: '期限', text: '2026年6月18日前（含当日）' },
    ],
    closing: ['你（单位）有权进行陈述和申辩。'],
  }
  return { execution, ...(/-decision$/.test(code) && { remedy: remedyOf({ ...REMEDY, act: '本决定' }) }) }
}

/** The merge data of an invented case for a document kind: long values, three parties, two violations, rare names. */
export function documentFixture(code: string, changes: Partial<DocumentData> = {}): DocumentData {
  const kind = DOCUMENT_KINDS.find((one) => one.code === code)
  if (kind === undefined) throw new Error(`no document kind ${code}`)
  const number = kind.numbered ? { number: `南青市监${kind.word}〔2026〕12号` } : {}
  const document = { code, title: kind.title, issuedOn: ISSUED_ON, ...number }
  const { remedy: _, ...bare } = base
  if (kind.template === 'execution-letter') return { ...bare, document, ...executed(code), ...changes }
  return { ...(kind.fields ? bare : base), document, ...ofItsFields(kind), ...officeBlocks[code], ...changes }
}

/** A kind that asks for fields is filled by them and by nothing else of the invented case. */
function ofItsFields({ fields, blocks = [], title, template }: DocumentKind): Partial<DocumentData> {
  if (!fields) return {}
  const rows = fields.map((label) => ({ label, text: sampleOf(label) }))
  const act = `本${title.replace(/书$/, '')}`
  const remedy = blocks.includes('remedy') ? remedyOf({ ...REMEDY, act }) : undefined
  const told = { opening: [`本机关办理的${base.case.name}，现将有关事项告知如下：`], rows, closing: [] }
  const isTold = template === 'letter' || template === 'answer'
  const spoken = isTold ? { letter: { ...told, ...(blocks.includes('party') && { addressee: BODY }) } } : {}
  return { rows, sections: [], ...spoken, ...(remedy && { remedy }) }
}

const BODY = '南屏市青石区人民政府'
/** What a field of a form says in the invented case, by what it is called. */
const SAMPLES: readonly (readonly [RegExp, string])[] = [
  [/^是否|是否$/, '是'],
  [/^事项$|项目$|^许可事项$/, '困难群众临时救助'],
  [/^征用的财产$/, '大型客车两辆'],
  [/^突发事件$/, '六月暴雨洪涝（青石区防汛Ⅱ级响应）'],
  [/文号|证件编号|案号/, '南青市监罚决〔2026〕12号'],
  [/金额|标准|预算/, '2,100.00元'],
  [/期限|期间|至$/, '三十日，自2026年6月3日起至2026年7月2日止'],
  [/日期|时间/, '2026年6月3日'],
  [/行政复议机关/, BODY],
  [/人民法院/, '南屏市青石区人民法院'],
  [/机关|单位|机构|部门/, '南屏市石桥区市场监督管理局'],
  [/摘要|哈希值/, DIGEST],
  [/账号|账户/, '0000 0000 0000 0000 000'],
  [/依据/, '《中华人民共和国行政处罚法》第五十五条第二款'],
  [/人员?$|对象$/, '欧阳㛃𬀩'],
  [
    /理由|情况|内容|意见|事项|要求|建议|问题|事实/,
    '当事人已经停止销售超过保质期的食品，并按照要求登记、封存，进货票据和台账已经提供。',
  ],
]

function sampleOf(label: string): string {
  return SAMPLES.find(([pattern]) => pattern.test(label))?.[1] ?? '见附件'
}

/** A list of invented evidence of any length. */
export const evidenceFixture = evidence

/** A decision of two printed pages: one party, one violation, one piece of evidence, every part with something of its own. */
export function twoPageDecision(serial: number): DocumentData {
  const data = documentFixture('penalty-decision')
  const document = { ...data.document, number: `南青市监罚决〔2026〕${serial}号` }
  const { payee: _, ...agency } = data.agency
  const party = {
    kind: 'organisation',
    name: `南屏青石食品${serial}号店`,
    address: `南屏市青石区临河路${serial}号`,
  } as const
  const violations = data.violations.slice(1).map(({ correction: _, ...violation }) => ({
    ...violation,
    facts: `当事人自2025年12月起采购酸牛奶${serial}盒，未查验并留存供货者的食品生产经营许可证和产品合格证明文件。`,
    fineFen: 500_000 + serial * 100,
  }))
  const decision = { payOn: addDays(ISSUED_ON, 15 + (serial % 5)) }
  const proof = evidence(8)
    .slice(3, 4)
    .map((item) => ({ ...item, title: `进货台账第${serial}页` }))
  return { ...data, document, agency, party, violations, decision, sections: [], evidence: proof }
}
