import { plainDate } from '#domain/calendar/plain-date.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import type { Database, Queryable } from '#server/db/database.ts'
import { indexSearch } from '#server/features/disclosure/index.ts'

const MARKET = '南屏市青石区市场监督管理局'
const CITY = '南屏市青石区综合行政执法局'
const FARM = '南屏市青石区农业农村局'

const REMEDY =
  '如不服本行政处罚决定，可以自收到本决定书之日起六十日内向南屏市青石区人民政府申请行政复议；也可以自收到本决定书之日起六个月内依法向南屏市青石区人民法院提起行政诉讼。'

const STEPS = [
  { title: '立案', on: plainDate('2026-09-28') },
  { title: '调查终结报告', on: plainDate('2026-10-20') },
  { title: '行政处罚事先告知', on: plainDate('2026-10-22') },
  { title: '重大执法决定法制审核', on: plainDate('2026-11-06') },
  { title: '作出行政处罚决定', on: plainDate('2026-11-12') },
  { title: '送达', on: plainDate('2026-11-13') },
]

const PENALTY = {
  kind: '行政处罚（普通程序）',
  documentTitle: '行政处罚决定书',
  decidedOn: plainDate('2026-11-12'),
  dueOn: plainDate('2026-11-23'),
  disclosedOn: plainDate('2026-11-20'),
  remedy: REMEDY,
  steps: STEPS,
  isRedacted: false,
}
const row = (title: string, text: string) => ({ title, text, isRedacted: false })

/** Five invented decisions: a company, a person, a trader with much text, a licence, and one that was withdrawn. */
export const PUBLISHED: readonly (PublicRecord & {
  readonly id: string
  readonly at: string
  readonly withdrawn?: string
})[] = [
  {
    ...PENALTY,
    id: '01930000-0000-7000-8000-000000000001',
    at: '2026-11-20T02:00:00.000Z',
    title: '青石味来餐饮管理有限公司经营超过保质期食品案',
    number: '青市监罚决〔2026〕131号',
    agencyName: MARKET,
    parties: [{ name: '青石味来餐饮管理有限公司', code: '91990102MA0000000A' }],
    causes: ['经营超过保质期的食品'],
    facts: [
      row('违法行为发生地', '南屏市青石区某处'),
      row('行为终了日期', '2026年9月24日'),
      row(
        '查明的事实和证据',
        '当事人在经营场所货架上摆放超过保质期的调味品 6 瓶待售，货值 138 元，尚未售出（证据一、证据三）。\n当事人能够提供进货台账，主动配合调查（证据二）。',
      ),
      row('适用的裁量档次和理由', '货值不足一万元，主动配合，适用“较轻”档。'),
      row('责令改正的内容和期限', '立即停止经营超过保质期的食品。'),
    ],
    sanctions: ['警告', '没收超过保质期的调味品 6 瓶', '罚款 5,000.00 元'],
    fineFen: 500_000,
    bases: ['《中华人民共和国食品安全法》第三十四条第十项', '《中华人民共和国食品安全法》第一百二十四条第一款第五项'],
  },
  {
    ...PENALTY,
    id: '01930000-0000-7000-8000-000000000002',
    at: '2026-11-20T01:00:00.000Z',
    title: '准予青石湾渔业专业合作社水域滩涂养殖许可',
    kind: '行政许可',
    documentTitle: '准予行政许可决定书',
    number: '青农许准〔2026〕48号',
    agencyName: FARM,
    parties: [{ name: '青石湾渔业专业合作社', code: '93990102MA0000000B' }],
    causes: [],
    facts: [row('许可事项', '水域滩涂养殖'), row('有效期', '2026年11月20日至2031年11月19日')],
    sanctions: [],
    bases: ['《中华人民共和国渔业法》第十一条'],
  },
  {
    ...PENALTY,
    id: '01930000-0000-7000-8000-000000000003',
    at: '2026-11-19T06:00:00.000Z',
    title: '青石建工集团有限公司未按规定采取有效扬尘防治措施、未硬化施工现场出入口并且拒不改正案',
    number: '青综执罚决〔2026〕206号',
    agencyName: CITY,
    parties: [{ name: '青石建工集团有限公司', code: '91990102MA0000000C' }],
    causes: ['未采取有效扬尘防治措施'],
    facts: [row('查明的事实和证据', '施工工地未设置硬质围挡，出口未设车辆冲洗设施。')],
    sanctions: ['罚款 30,000.00 元'],
    fineFen: 3_000_000,
    bases: ['《中华人民共和国大气污染防治法》第一百一十五条第一款第一项'],
  },
  {
    ...PENALTY,
    id: '01930000-0000-7000-8000-000000000004',
    at: '2026-11-18T06:00:00.000Z',
    title: '王某某未经许可在城市道路上设摊经营案',
    number: '青综执罚决〔2026〕198号',
    agencyName: CITY,
    parties: [{ name: '王某某' }],
    causes: ['占用城市道路设摊经营'],
    facts: [row('查明的事实和证据', '王某某在南屏市青石区某处占道设摊，经两次劝告没有撤离。')],
    sanctions: ['罚款 200.00 元'],
    fineFen: 20_000,
    bases: ['《城市道路管理条例》第四十二条'],
    isRedacted: true,
    disclosedOn: plainDate('2026-11-24'),
  },
  {
    ...PENALTY,
    id: '01930000-0000-7000-8000-000000000005',
    at: '2026-11-18T03:00:00.000Z',
    title: '青石某某商贸有限公司案',
    number: '青市监罚决〔2026〕88号',
    agencyName: MARKET,
    parties: [{ name: '青石某某商贸有限公司', code: '91990102MA0000000D' }],
    causes: [],
    facts: [],
    sanctions: ['罚款 10,000.00 元'],
    fineFen: 1_000_000,
    bases: [],
    withdrawn: '该决定经青石区人民政府行政复议撤销（青政复决〔2026〕9号）。',
  },
]

/** Shows the decisions, three agencies, officers and monitoring devices on the portal, written as the app role writes them, and indexes them. */
export async function fillPublished(app: Database): Promise<void> {
  for (const [index, name] of [MARKET, CITY, FARM].entries()) {
    await app.query({
      text: `INSERT INTO published.agencies (id, name, region_name, uscc, address, phone, qualified_from_on, review_body, court)
        VALUES ($1, $2, '青石区', $3, $4, $5, '2020-01-01', '南屏市青石区人民政府', '南屏市青石区人民法院')`,
      values: [
        `01930000-0000-7000-9000-00000000000${index}`,
        name,
        `11990102000000000${index}`,
        `南屏市青石区行政中心路${index + 1}号（虚构）`,
        `0000-000009${index}`,
      ],
    })
  }
  await app.query({
    text: `INSERT INTO published.officers (certificate_number, name, agency_id, kind, valid_from_on, valid_until_on, state)
      VALUES ('99010200001', '林一', $1, 'enforcement', '2024-01-01', '2028-12-31', 'valid'),
        ('99010200002', '林一帆', $1, 'enforcement', '2020-01-01', '2024-12-31', 'valid'),
        ('99010200003', '周三', $1, 'supervision', '2024-01-01', '2028-12-31', 'suspended')`,
    values: ['01930000-0000-7000-9000-000000000000'],
  })
  await app.query({
    text: `INSERT INTO published.monitors (id, agency_id, code, place, sign, standard, legal_number, technical_number,
        published_on, from_on, until_on)
      SELECT m.id::uuid, $1, m.code, m.place, '路口前五十米设标志', 'GA/T 497（示例）', '法审〔2026〕3号', '技审〔2026〕8号',
        '2025-12-01', m.from_on::date, m.until_on::date
      FROM (VALUES ('01930000-0000-7000-9100-000000000001', 'JK-0001', '临河路南口', '2026-01-01', NULL),
        ('01930000-0000-7000-9100-000000000002', 'JK-0002', '石桥街东口', '2999-01-01', NULL),
        ('01930000-0000-7000-9100-000000000003', 'JK-0003', '冷链园区西门', '2025-01-01', '2025-12-31')) AS m(id, code, place, from_on, until_on)`,
    values: ['01930000-0000-7000-9000-000000000000'],
  })
  for (const record of PUBLISHED.toReversed()) await insert(app, record)
  await indexSearch(app)
}

type Row = (typeof PUBLISHED)[number]

async function insert(app: Queryable, { id, at, withdrawn, ...record }: Row): Promise<void> {
  const [status, title, body] =
    withdrawn === undefined ? ['published', record.title, record] : ['withdrawn', `撤回：${record.number}`, {}]
  await app.query({
    text: `INSERT INTO published.decisions (id, status, reason, title, kind, agency_name, party_name, party_code, number,
        summary, decided_on, published_at, withdrawn_at, body)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      id,
      status,
      withdrawn ?? null,
      title,
      record.kind,
      record.agencyName,
      ...shownOf(record, withdrawn),
      record.decidedOn,
      at,
      withdrawn === undefined ? null : '2026-11-21T01:00:00.000Z',
      JSON.stringify(body),
    ],
  })
}

/** Party, code, number and summary; of what was withdrawn only the number is left. */
function shownOf({ parties, number, sanctions, documentTitle }: Omit<Row, 'id' | 'at'>, withdrawn: string | undefined) {
  if (withdrawn !== undefined) return ['', null, number, '']
  return [parties.map((party) => party.name).join('、'), parties[0]?.code, number, sanctions.at(-1) ?? documentTitle]
}
